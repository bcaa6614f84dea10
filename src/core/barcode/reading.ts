import type { Day } from '../clock.ts'
import type { Command, PlaceCommand } from './commands.ts'
import type { Gtin } from './gtin.ts'
import type { LabelField } from './label-field.ts'
import type { LabelText } from './label-text.ts'
import type { OwnLabel } from './own-label.ts'
import type { SupplierLabel } from './supplier-label.ts'
import type { TaughtFormat } from './taught/taught-format.ts'

/** What must be known to read a scan, apart from the scan. */
export interface ReadingContext {
  /** Tells the century of years with two digits. */
  readonly today: Day
  /** Formats that were taught for the supplier at hand, the likeliest first. */
  readonly taught?: readonly TaughtFormat[]
  /** A format is being taught: what is no command and no label of ours is a sample of it. */
  readonly isTeaching?: boolean
}

/** What a scan says by itself, whatever is going on at the station. */
export type Reading =
  | { readonly kind: 'command'; readonly command: Command }
  /** Meant as a command and none. Reasons are sentences without their full stop. */
  | { readonly kind: 'bad-command'; readonly reason: string }
  /** The symbol by which a scanner shows how it is set: never goods, wherever it is scanned. */
  | CalibrationReading
  | { readonly kind: 'own-label'; readonly label: OwnLabel }
  | { readonly kind: 'supplier-label'; readonly label: SupplierLabel }
  /**
   * The digits of a GTIN, and as they were scanned. `declared`: the carrier is one for GTINs alone. Where it is not,
   * they may be a serial or a lot whose check digit is right by chance: the state decides.
   */
  | { readonly kind: 'gtin'; readonly gtin: Gtin; readonly text: string; readonly declared: boolean }
  /**
   * An order, a part, a location, a serial or a lot: the state decides. `field` is there when the text can be a bar code
   * of one field with its data identifier as well; `looksLikeLabel`, when it is most likely a label with a fault, which
   * nobody wants to keep as a serial.
   */
  | { readonly kind: 'text'; readonly text: string; readonly field?: LabelField; readonly looksLikeLabel?: true }
  /** Two or more readings, the likeliest first, none of them ambiguous itself. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly Reading[] }
  /** `isForeign`: it came whole, and nobody knows what it is. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isForeign?: true }
  | SampleReading

export interface CalibrationReading {
  readonly kind: 'calibration'
  /** Whether all of the symbol came. */
  readonly isWhole: boolean
  /** What it told of the scanner, and what became of that; absent where only the text is known. */
  readonly told?: CalibrationTold
}

export interface CalibrationTold {
  readonly title: string
  readonly message: string
  /** Whether nothing is left to do. */
  readonly isGood: boolean
}

/**
 * A sample of a format that is being taught, and what it means by itself. `isFree`: nothing tells what it is, so that a
 * taught format may read it.
 */
export interface SampleReading {
  readonly kind: 'sample'
  readonly sample: LabelText
  readonly isFree: boolean
  readonly reading: Reading
}

export type CertainReading = Exclude<Reading, { kind: 'ambiguous' } | SampleReading>

/** What is left to whatever is open at the station. */
export type PlaceReading =
  | Exclude<CertainReading, { kind: 'command' } | CalibrationReading>
  | { readonly kind: 'command'; readonly command: PlaceCommand }

/** All that a reading may mean, the likeliest first: a state takes the first that it has a use for. */
export function readingsOf(reading: Reading): readonly CertainReading[] {
  switch (reading.kind) {
    case 'ambiguous':
      return reading.readings.flatMap(readingsOf)
    case 'sample':
      return readingsOf(reading.reading)
    default:
      return [reading]
  }
}
