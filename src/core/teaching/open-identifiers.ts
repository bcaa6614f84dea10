import { readingsOf, type SampleReading } from '../barcode/reading.ts'
import type { SupplierLabel } from '../barcode/supplier-label.ts'
import { isOpenField } from '../barcode/taught/complete-label.ts'
import type { LabelPart } from './taken-apart.ts'

/** The label of a standard that a sample is; absent where it is none. */
export function standardLabelOf({ isFree, reading }: SampleReading): SupplierLabel | undefined {
  if (isFree) return undefined
  return readingsOf(reading).flatMap((each) => (each.kind === 'supplier-label' ? [each.label] : []))[0]
}

/** The fields that the standard leaves open, each by its identifier. */
export function openParts(labels: readonly SupplierLabel[]): readonly LabelPart[] {
  const open = labels.map(({ fields }) => fields.filter(isOpenField))
  const identifiers = [...new Set(open.flatMap((fields) => fields.map(({ identifier }) => identifier)))]
  return identifiers.map((mark) => ({
    kind: 'piece',
    mark,
    values: open.map((fields) => fields.find(({ identifier }) => identifier === mark)?.value ?? null)
  }))
}
