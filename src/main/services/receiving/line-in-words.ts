import { assertNever } from '../../../core/assert.ts'
import { formatQuantity } from '../../../core/quantity.ts'
import type { ReceivedLineRow } from '../../store/received-line.ts'

/** `12 pcs of SENSOR-12 on receipt R-2026-00001`. */
export function lineInWords(line: ReceivedLineRow): string {
  const { quantity, unit, partNumber, lot, receipt, tracking } = line
  const amount = `${formatQuantity(quantity)} ${unit}`
  switch (tracking) {
    case 'serial':
    case 'untracked':
      return `${amount} of ${partNumber} on receipt ${receipt}`
    case 'lot':
      return `${amount} of lot ${lot ?? ''} of ${partNumber} on receipt ${receipt}`
    default:
      return assertNever(tracking)
  }
}
