import type { LabelText } from '../barcode/label-text.ts'
import type { TaughtLayout } from '../barcode/taught/taught-format.ts'

/** A format, or the next version of one, is kept with the samples that it was taught by. */
export interface TeachEffect {
  readonly kind: 'teach-format'
  readonly supplier: string
  readonly name: string
  /** Whether there is one of this name already, which gets its next version. */
  readonly isNext: boolean
  readonly layout: TaughtLayout
  readonly samples: readonly LabelText[]
}
