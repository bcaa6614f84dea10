import type { SeparatorName } from '../../../../core/barcode/calibration-symbol.ts'
import type { KeyStroke } from '../key-stroke.ts'
import type { LayoutId } from '../layouts/layouts.ts'
import type { ScannerType } from '../scanner.ts'

/** What ends a line that a scanner sends as bytes, as it came or as the settings have it. */
export type LineEnd = 'cr' | 'lf' | 'cr-lf' | 'tab' | 'etx' | 'silence'

/** A scan of the calibration symbol, with all that is known of how it came. */
export interface CalibrationScan {
  readonly scannerId: string
  readonly type: ScannerType
  /** Of the device on USB, where several may serve the scanner and each has one. */
  readonly serialNumber?: string | null
  /** As it was received, with prefix and suffix of the scanner; of key strokes, what they write by the settings. */
  readonly bytes: Uint8Array
  /** Set where the scanner gives the AIM identifier apart from the data. */
  readonly aim: string | null
  /** The strokes of a keyboard scanner, with the one that ended the scan. */
  readonly strokes?: readonly KeyStroke[]
  /** What ended it, where it came as a line. */
  readonly lineEnd?: LineEnd
}

/** How a separator of the symbol arrived. */
export type SeparatorFinding =
  /** As the control character itself. */
  | { readonly kind: 'kept'; readonly by: 'byte' | 'control' | 'alt-number' | 'function-key' }
  /** As a text that stands for it and nothing else, such as `|` or `<GS>`. */
  | { readonly kind: 'text'; readonly text: string }
  /** As a key that writes nothing, by its `code`, such as `ArrowDown`. */
  | { readonly kind: 'key'; readonly code: string }
  /** As a text that codes are full of, or that stands for another separator too: it cannot be told apart. */
  | { readonly kind: 'mixed-up'; readonly text: string }
  | { readonly kind: 'lost' }

export type LayoutFinding =
  | {
      readonly kind: 'known'
      readonly id: LayoutId
      /** What comes wrong all the same, of the characters that the symbol has. */
      readonly wrong: string
    }
  /** All characters come as numbers typed while Alt is held, whatever keyboard the scanner is set to. */
  | { readonly kind: 'numbers' }
  | { readonly kind: 'unknown' }

/** What one scan of the calibration symbol tells of a scanner. */
export interface CalibrationFindings {
  readonly scannerId: string
  readonly type: ScannerType
  /** The number of the symbol that was scanned; null where it did not come out. */
  readonly nonce: string | null
  /** Null where no keyboard is between. */
  readonly layout: LayoutFinding | null
  /** What comes wrong of a scanner that sends bytes. */
  readonly wrong: string
  readonly letterCase: 'kept' | 'swapped' | 'upper' | 'lower' | 'unknown'
  /** Whether the computer's Caps Lock was on. */
  readonly hasCapsLock: boolean
  readonly separators: Readonly<Record<SeparatorName, SeparatorFinding>>
  /** What the scanner sends before and after the data, besides the AIM identifier and what ends the scan. */
  readonly prefix: string
  /** False where the AIM identifier comes before the prefix. */
  readonly isPrefixFirst: boolean
  readonly trailer: string
  readonly ending: 'enter' | 'tab' | 'none' | LineEnd | 'report'
  readonly sendsAim: boolean
  /** Null where no keys are pressed. */
  readonly pace: { readonly perCharacterMs: number; readonly longestGapMs: number } | null
}
