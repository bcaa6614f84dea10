import type { Instant } from '../../core/clock.ts'
import type { LotId, OrderId, OrderLineId, ReceiptId, ReceiptLineId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface Receipt {
  readonly id: ReceiptId
  readonly receipt: string
  readonly orderId: OrderId
}

/** The receipt that is open on an order: there is at most one. */
export function openReceiptOf(db: ReadableDb, order: OrderId): Receipt | undefined {
  return one<Receipt>(
    db,
    'SELECT id, receipt_no AS receipt, order_id AS orderId FROM receipt WHERE order_id = ? AND closed_at IS NULL',
    order
  )
}

export function insertReceipt(db: WritableDb, receipt: string, order: OrderId, openedAt: Instant): ReceiptId {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO receipt (receipt_no, order_id, opened_at) VALUES (?, ?, ?)'
  ).run(receipt, order, openedAt)
  return Number(lastInsertRowid) as ReceiptId
}

export function closeReceipt(db: WritableDb, receipt: ReceiptId, closedAt: Instant): void {
  const { changes } = statement(db, 'UPDATE receipt SET closed_at = ? WHERE id = ? AND closed_at IS NULL').run(
    closedAt,
    receipt
  )
  if (changes !== 1) throw new Error(`Receipt ${receipt} is not open`)
}

export interface ReceiptLineRecord {
  readonly receipt: ReceiptId
  readonly orderLine: OrderLineId
  readonly tracking: TrackingType
  readonly quantity: Quantity
  readonly lot: LotId | null
  readonly location: string
  readonly at: Instant
  readonly operator: string
  readonly station: string
}

export function insertReceiptLine(db: WritableDb, line: ReceiptLineRecord): ReceiptLineId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO receipt_line (receipt_id, order_line_id, tracking, quantity, lot_id, location, at, operator, station)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    line.receipt,
    line.orderLine,
    line.tracking,
    line.quantity,
    line.lot,
    line.location,
    line.at,
    line.operator,
    line.station
  )
  return Number(lastInsertRowid) as ReceiptLineId
}

export interface ReceiptLineView {
  readonly id: ReceiptLineId
  readonly receipt: string
  readonly order: string
  readonly supplier: string
  readonly line: string
  readonly partNumber: string
  readonly revision: string
  readonly quantity: Quantity
  readonly lot: string | null
  readonly location: string
  readonly operator: string
  readonly station: string
  readonly at: Instant
  readonly serials: readonly string[]
}

/**
 * What was received, oldest first, with the serials of each line. Behind all lines stand the compensations of those
 * that were taken back: the same again, with a quantity below nothing, so that sums are right.
 */
export function receivedLines(db: ReadableDb, order: string | null): readonly ReceiptLineView[] {
  const rows = all<Omit<ReceiptLineView, 'serials'>>(
    db,
    `SELECT receipt_line.id, receipt_no AS receipt, order_no AS "order", supplier.name AS supplier, order_line.line,
       part_number AS partNumber, order_line.revision, told.quantity, lot.lot, receipt_line.location,
       told.operator, told.station, told.at
     FROM (
         SELECT id, quantity, operator, station, at, 0 AS reversal FROM receipt_line
         UNION ALL
         SELECT receipt_line.id, -quantity, event.operator, event.station, event.at, reversed_seq
         FROM receipt_line JOIN event ON event.seq = reversed_seq) AS told
       JOIN receipt_line ON receipt_line.id = told.id
       JOIN receipt ON receipt.id = receipt_id
       JOIN purchase_order ON purchase_order.id = receipt.order_id
       JOIN supplier ON supplier.id = supplier_id
       JOIN order_line ON order_line.id = order_line_id
       JOIN part ON part.id = order_line.part_id
       LEFT JOIN lot ON lot.id = receipt_line.lot_id
     WHERE @order IS NULL OR order_no = @order
     ORDER BY told.reversal, receipt_line.id`,
    { order }
  )
  return rows.map((row) => ({ ...row, serials: serialsOf(db, row.id) }))
}

function serialsOf(db: ReadableDb, line: ReceiptLineId): readonly string[] {
  return all<{ serial: string }>(
    db,
    'SELECT serial FROM inventory_row WHERE receipt_line_id = ? AND serial IS NOT NULL ORDER BY id',
    line
  ).map(({ serial }) => serial)
}
