import type { Instant } from '../core/clock.ts'

/** The calibration of scanners: the symbol to scan, and what the last scan of one has told. */
export interface CalibrationView {
  /** What the symbol says and the number that tells it from others; null while no scanner is listened for. */
  readonly symbol: { readonly text: string; readonly nonce: string } | null
  readonly last: CalibrationResultView | null
}

export interface CalibrationResultView {
  /** The scanner's id in `station.json`. */
  readonly scanner: string
  readonly at: Instant
  /** Whether its settings were kept: `found` waits for somebody to say so, `failed` could not be written. */
  readonly state: 'kept' | 'found' | 'failed'
  /** What became of it, in words. */
  readonly words: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly advice: readonly { readonly isNeeded: boolean; readonly what: string; readonly words: string }[]
  /** Whether it acts as a keyboard, and would do better in HID POS mode. */
  readonly isKeyboard: boolean
}

/** How scanners of one maker are switched to HID POS. */
export interface ScannerMakerView {
  readonly name: string
  /** What of this maker is plugged in, and whether it already is in HID POS mode. */
  readonly plugged: readonly { readonly name: string; readonly mode: 'hid-pos' | 'keyboard' | 'other' }[]
  /** What a Code 128 has to say that does it, with `^FNC3` for the function character; null where that is not known. */
  readonly symbol: string | null
  /** Where the maker's manual has the symbol, and under which name. */
  readonly manual: string
  /** What else there is to know of it. */
  readonly note: string | null
}

/** A scanner on USB that is plugged in, in HID POS mode or of a known maker. */
export interface PluggedScannerView {
  /** What names it in `station.json`: its serial number, else its vendor and product. */
  readonly device: string
  /** Its maker, its own name, and whether it has a serial number. */
  readonly words: string
}
