import type { LabelText } from '../barcode/label-text.ts'
import type { SupplierLabel } from '../barcode/supplier-label.ts'
import { completeLabel } from '../barcode/taught/complete-label.ts'
import { readTaught } from '../barcode/taught/read-taught.ts'
import type { TaughtFormat } from '../barcode/taught/taught-format.ts'
import type { Day } from '../clock.ts'
import { standardLabelOf } from './open-identifiers.ts'
import { readSample } from './ways.ts'

/** What a label says by one format; absent where the format has nothing to say of it. */
export function readBy(format: TaughtFormat, label: LabelText, today: Day): SupplierLabel | undefined {
  const sample = readSample(label, today)
  if (sample.isFree) return readTaught(format, label.text, today)
  const standard = standardLabelOf(sample)
  if (standard === undefined) return undefined
  const completed = completeLabel(standard, [format], today)
  return completed.format === undefined ? undefined : completed
}
