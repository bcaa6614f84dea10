import type { KeyboardLayout } from './keyboard-layout.ts'
import { scannersLayout } from './layouts/layouts.ts'
import type { LayoutId } from './layouts/layouts.ts'
import type { Suffix } from './scanner.ts'
import { separatorKeys } from './separator-settings.ts'
import type { SeparatorSettings } from './separator-settings.ts'

export interface KeyboardSettings {
  /** The fewest characters that strokes without a prefix must have to be a scan, but for such as no person makes. */
  readonly minCharacters: number
  /** The longest time from one key down to the next in a scan; people type more slowly. */
  readonly maxGapMs: number
  /** How long the last stroke of what may become a scan is held back; longer than `maxGapMs` and its jitter. */
  readonly holdMs: number
  /** The longest pause that a scan may make once it is known to be one, when the computer was busy. */
  readonly hiccupMs: number
  /** What the scanner sends before the data, empty for none; with one that is more than letters and digits, a scan may be short and end in silence. */
  readonly prefix: string
  /** What ends a scan; absent where either key does, and a burst without one of them is not whole. */
  readonly suffix: Suffix | undefined
  readonly layout: KeyboardLayout
  /** Whether the calibration symbol of a scanner that nobody knows yet may come, at any pace and with anything before it. */
  readonly isListening: boolean
}

export interface KeyboardOptions {
  readonly prefix?: string | undefined
  readonly suffix?: Suffix | undefined
  readonly minCharacters?: number | undefined
  readonly maxGapMs?: number | undefined
  /** The keyboard that the scanner is set to, whatever the computer's is. */
  readonly layout?: LayoutId | undefined
  readonly letterCase?: 'swapped' | undefined
  readonly separators?: SeparatorSettings | undefined
}

/** Scanners leave up to 50 ms between two keys; the rest is for a computer that is slow to notice. */
export const DEFAULT_MAX_GAP_MS = 55

/** What a person types at 80 ms a key is never waited for together, but where the settings say so. */
const LONGEST_HOLD_MS = 75

export function keyboardSettingsOf(options: KeyboardOptions = {}): KeyboardSettings {
  const maxGapMs = options.maxGapMs ?? DEFAULT_MAX_GAP_MS
  return {
    minCharacters: options.minCharacters ?? 4,
    maxGapMs,
    holdMs: Math.max(maxGapMs + 15, Math.min(maxGapMs + 20, LONGEST_HOLD_MS)),
    hiccupMs: maxGapMs + 65,
    prefix: options.prefix ?? '',
    suffix: options.suffix,
    layout: scannersLayout(options.layout ?? 'us', options.letterCase === 'swapped', separatorKeys(options.separators)),
    isListening: false
  }
}

/** The slowest pace that is listened for. */
const PATIENT_GAP_MS = 100

/** How long strokes are waited for while any scanner is listened for. */
export function patientWith(settings: KeyboardSettings): KeyboardSettings {
  const { maxGapMs, holdMs, hiccupMs } = keyboardSettingsOf({ maxGapMs: PATIENT_GAP_MS })
  return { ...settings, maxGapMs, holdMs, hiccupMs }
}
