import { assert } from '../../../core/assert.ts'
import { instantOf, type Instant } from '../../../core/clock.ts'
import type { OrderId, ReceiptId } from '../../../core/ids.ts'
import type { ReceivingOrder } from '../../../core/receiving/directory.ts'
import { appendEvent } from '../../store/event.ts'
import { closeReceipt as closeReceiptRow, insertReceipt, openReceiptOf } from '../../store/receipt.ts'
import type { StationContext } from '../context.ts'
import { drawNumbers, useNumbers } from '../numbering.ts'

/** How a receipt is numbered. */
const RECEIPT_PATTERN = 'R-{YYYY}-{#####}'

/** A receipt gets its number with the first line that is received, never by opening a screen. */
export function openOrNewReceipt(
  context: StationContext,
  order: ReceivingOrder,
  at: Instant
): { readonly id: ReceiptId; readonly receipt: string } {
  const { db, station, operator } = context
  const open = openReceiptOf(db, order.id)
  if (open) return open
  const numbers = {
    partNumber: '',
    revision: '',
    order: order.order,
    supplier: order.supplier,
    site: station.site,
    station: station.id
  }
  const drawn = drawNumbers(db, RECEIPT_PATTERN, numbers, context.clock.local.dayOf(at), 1, () => false)
  assert(drawn.ok, 'the pattern of receipts needs nothing but the date')
  useNumbers(db, drawn)
  const receipt = drawn.numbers[0]
  assert(receipt !== undefined, 'one number was drawn')
  const id = insertReceipt(db, receipt, order.id, at)
  appendEvent(db, {
    kind: 'receipt-opened',
    at,
    operator,
    station: station.id,
    subjects: [
      { kind: 'receipt', id },
      { kind: 'order', id: order.id }
    ],
    data: { receipt, order: order.order, supplier: order.supplier }
  })
  return { id, receipt }
}

/** Closes the open receipt of an order, if anything was received on it. Call it inside one transaction. */
export function closeReceipt({ db, clock, operator, station }: StationContext, order: OrderId): string | null {
  const open = openReceiptOf(db, order)
  if (!open) return null
  const at = instantOf(clock.now())
  closeReceiptRow(db, open.id, at)
  appendEvent(db, {
    kind: 'receipt-closed',
    at,
    operator,
    station: station.id,
    subjects: [
      { kind: 'receipt', id: open.id },
      { kind: 'order', id: order }
    ],
    data: { receipt: open.receipt }
  })
  return open.receipt
}
