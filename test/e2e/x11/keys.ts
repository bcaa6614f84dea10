import { US_LAYOUT } from '../../../src/main/devices/scanner/keyboard-layout.ts'
import { keycodeOf } from './keycodes.ts'
import type { XStroke } from './keyboard.ts'

/** Keys that go down together, modifiers first, and up together; or some that go down while one before is held. */
export interface Chord {
  readonly keys: readonly string[]
  /** A key that is held down from this chord on, or that is let go after it. */
  readonly holds?: string
  readonly releases?: string
}

/** How a scanner says GS, RS and EOT by keys. */
export const SEPARATORS = ['control', 'alt-digits', 'alt-numpad', 'f8', 'pictures', 'stand-ins'] as const
export type Separators = (typeof SEPARATORS)[number]

export const GS = '\x1d'
export const RS = '\x1e'
export const EOT = '\x04'

/** What the journal has to say for each of them: a picture or a stand-in stays what was sent. */
const SENT: Readonly<Record<Separators, Readonly<Record<string, string>>>> = {
  control: {},
  'alt-digits': {},
  'alt-numpad': {},
  f8: {},
  pictures: { [GS]: '\u241d', [RS]: '\u241e', [EOT]: '\u2404' },
  'stand-ins': { [GS]: ']', [RS]: '^', [EOT]: '_' }
}

/** The spare keys that are made to write the pictures of control characters. */
export const PICTURE_KEYS: ReadonlyMap<string, string> = new Map([
  ['\u241d', 'Spare1'],
  ['\u241e', 'Spare2'],
  ['\u2404', 'Spare3']
])

export function sentText(text: string, separators: Separators): string {
  return text.replace(/[\x04\x1d\x1e]/g, (character) => SENT[separators][character] ?? character)
}

/** The chords of a scanner that is set to a US keyboard. */
export function scanChords(text: string, separators: Separators): readonly Chord[] {
  return Array.from(sentText(text, separators)).flatMap((character) => scanChord(character, separators))
}

function scanChord(character: string, separators: Separators): readonly Chord[] {
  const picture = PICTURE_KEYS.get(character)
  if (picture !== undefined) return [{ keys: [picture] }]
  if (character === '\r') return [{ keys: ['Enter'] }]
  if (character === '\t') return [{ keys: ['Tab'] }]
  if (!/[\x04\x1d\x1e]/.test(character)) return [{ keys: usKeys(character) }]
  if (separators === 'alt-digits') return altNumber(character, 'Digit')
  if (separators === 'alt-numpad') return altNumber(character, 'Numpad')
  if (separators === 'f8' && character === GS) return [{ keys: ['F8'] }]
  if (character === GS) return [{ keys: ['ControlLeft', 'BracketRight'] }]
  if (character === RS) return [{ keys: ['ControlLeft', 'ShiftLeft', 'Digit6'] }]
  return [{ keys: ['ControlLeft', 'KeyD'] }]
}

function altNumber(character: string, keys: 'Digit' | 'Numpad'): readonly Chord[] {
  const digits = Array.from(String(character.charCodeAt(0)).padStart(3, '0'))
  return digits.map((digit, index) => ({
    keys: [`${keys}${digit}`],
    ...(index === 0 && { holds: 'AltLeft' }),
    ...(index === digits.length - 1 && { releases: 'AltLeft' })
  }))
}

function usKeys(character: string): readonly string[] {
  for (const [code, [plain, shifted]] of US_LAYOUT) {
    if (code.startsWith('Numpad') || code === 'IntlBackslash') continue
    if (character === plain) return [code]
    if (character === shifted) return ['ShiftLeft', code]
  }
  throw new Error(`A US keyboard has no key for ${JSON.stringify(character)}`)
}

/**
 * The strokes of chords. A key stays down for half the time until the next goes down. What goes down or up together is
 * one report of a USB keyboard.
 *
 * @param gapsMs from one key down to the next; the first comes that long after whatever was before
 */
export function strokesOf(chords: readonly Chord[], gapsMs: readonly number[]): readonly XStroke[] {
  let heldMs = 0
  return chords.flatMap(({ keys, holds, releases }, index) => {
    const beforeMs = (gapsMs[index] ?? 0) - heldMs
    heldMs = Math.floor((gapsMs[index + 1] ?? 0) / 2)
    return [
      ...together('down', [...(holds === undefined ? [] : [holds]), ...keys], beforeMs),
      ...together('up', [...keys.toReversed(), ...(releases === undefined ? [] : [releases])], heldMs)
    ]
  })
}

function together(type: XStroke['type'], codes: readonly string[], afterMs: number): readonly XStroke[] {
  return codes.map((code, index) => ({ type, keycode: keycodeOf(code), afterMs: index === 0 ? afterMs : 0 }))
}
