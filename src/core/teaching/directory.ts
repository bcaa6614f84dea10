import type { LabelText } from '../barcode/label-text.ts'
import type { Day } from '../clock.ts'
import type { TaughtFormat } from '../barcode/taught/taught-format.ts'

/** A code that means something at this station: no taught format may read it. */
export interface KnownCode {
  readonly code: string
  /** `an order`, `a place` … */
  readonly what: string
}

/** What may be looked up about formats of suppliers. */
export interface TeachingDirectory {
  readonly today: Day
  /** All names that formats of a supplier have ever had. */
  names(supplier: string): readonly string[]
  /** The formats of a supplier that are in use, the one that was taught last first. */
  formats(supplier: string): readonly TaughtFormat[]
  /** The labels that a format was taught by. */
  samples(supplier: string, format: string): readonly LabelText[]
  /** What was scanned just before, where it was not understood. */
  lastUnread(): LabelText | undefined
  knownCodes(): Iterable<KnownCode>
}
