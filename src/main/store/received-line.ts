import type { Instant } from '../../core/clock.ts'
import type { EventSeq, LotId, OrderId, OrderLineId, PartId, ReceiptId, ReceiptLineId, RowId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A receipt line with what hangs on it, standing or taken back. */
export interface ReceivedLineRow {
  readonly id: ReceiptLineId
  readonly receiptId: ReceiptId
  readonly receipt: string
  readonly orderId: OrderId
  readonly order: string
  readonly orderLineId: OrderLineId
  readonly line: string
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly tracking: TrackingType
  readonly quantity: Quantity
  readonly unit: string
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly location: string
  readonly operator: string
  readonly at: Instant
  readonly reversedAt: Instant | null
  readonly reversedBy: string | null
  readonly reversedReason: string | null
}

const SELECT_RECEIVED = `SELECT receipt_line.id, receipt.id AS receiptId, receipt_no AS receipt, receipt.order_id AS orderId,
    order_no AS "order", order_line.id AS orderLineId, order_line.line, part.id AS partId, part_number AS partNumber,
    order_line.revision, description, receipt_line.tracking, receipt_line.quantity, unit, lot.id AS lotId, lot.lot,
    receipt_line.location, receipt_line.operator, receipt_line.at, reversal.at AS reversedAt,
    reversal.operator AS reversedBy, json_extract(reversal.data, '$.reason') AS reversedReason
  FROM receipt_line
    JOIN receipt ON receipt.id = receipt_id
    JOIN purchase_order ON purchase_order.id = receipt.order_id
    JOIN order_line ON order_line.id = order_line_id
    JOIN part ON part.id = order_line.part_id
    JOIN part_revision ON part_revision.part_id = order_line.part_id AND part_revision.revision = order_line.revision
    LEFT JOIN lot ON lot.id = receipt_line.lot_id
    LEFT JOIN event AS reversal ON reversal.seq = receipt_line.reversed_seq`

export function receivedLineAt(db: ReadableDb, id: ReceiptLineId): ReceivedLineRow | undefined {
  return one<ReceivedLineRow>(db, `${SELECT_RECEIVED} WHERE receipt_line.id = ?`, id)
}

/** Lines by the beginning of an order's, a receipt's, a part's or a lot's number, or by a whole serial. */
const MATCHES = `@search = '' OR receipt_line.id IN (
    SELECT receipt_line.id FROM receipt_line JOIN receipt ON receipt.id = receipt_id
      WHERE receipt_no LIKE @beginning ESCAPE '\\'
    UNION SELECT receipt_line.id FROM purchase_order JOIN receipt ON receipt.order_id = purchase_order.id
        JOIN receipt_line ON receipt_line.receipt_id = receipt.id
      WHERE order_no LIKE @beginning ESCAPE '\\'
    UNION SELECT receipt_line.id FROM part JOIN order_line ON order_line.part_id = part.id
        JOIN receipt_line ON receipt_line.order_line_id = order_line.id
      WHERE part_number LIKE @beginning ESCAPE '\\'
    UNION SELECT receipt_line.id FROM lot JOIN receipt_line ON receipt_line.lot_id = lot.id
      WHERE lot LIKE @beginning ESCAPE '\\'
    UNION SELECT receipt_line_id FROM inventory_row WHERE serial = @search AND receipt_line_id IS NOT NULL)`

/** What was received, the newest first. */
export function searchReceived(
  db: ReadableDb,
  search: string,
  offset: number,
  limit: number
): readonly ReceivedLineRow[] {
  return all<ReceivedLineRow>(
    db,
    `${SELECT_RECEIVED} WHERE ${MATCHES} ORDER BY receipt_line.id DESC LIMIT @limit OFFSET @offset`,
    { ...terms(search), limit, offset }
  )
}

export function countReceived(db: ReadableDb, search: string): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM receipt_line WHERE ${MATCHES}`, terms(search))?.n ?? 0
}

/** The first and the last serial of a line. */
export function serialRange(
  db: ReadableDb,
  line: ReceiptLineId
): { readonly first: string; readonly last: string } | null {
  const edge = (order: 'ASC' | 'DESC') =>
    one<{ serial: string }>(
      db,
      `SELECT serial FROM inventory_row WHERE receipt_line_id = ? AND serial IS NOT NULL ORDER BY id ${order} LIMIT 1`,
      line
    )?.serial
  const first = edge('ASC')
  const last = edge('DESC')
  return first === undefined || last === undefined ? null : { first, last }
}

/** The rows that a line filled, each with how much, by the movements of the events that received it. */
export function rowsFilledBy(
  db: ReadableDb,
  line: ReceiptLineId
): readonly { readonly row: RowId; readonly quantity: Quantity; readonly seq: EventSeq }[] {
  return all(
    db,
    `SELECT movement.row_id AS row, sum(movement.quantity) AS quantity, max(movement.seq) AS seq
     FROM event_subject JOIN movement ON movement.seq = event_subject.seq AND movement.kind = 'received'
     WHERE event_subject.kind = 'receipt-line' AND event_subject.id = ?
     GROUP BY movement.row_id ORDER BY movement.row_id`,
    line
  )
}

/** What left a row after an event, the newest first. */
export interface WentRow {
  readonly kind: string
  readonly quantity: Quantity
  readonly at: Instant
  readonly operator: string
  readonly to: string | null
}

export function wentSince(db: ReadableDb, row: RowId, seq: EventSeq, limit: number): readonly WentRow[] {
  return all<WentRow>(
    db,
    `SELECT movement.kind, -movement.quantity AS quantity, at, operator, json_extract(data, '$.to') AS "to"
     FROM movement JOIN event USING (seq)
     WHERE row_id = ? AND seq > ? AND movement.quantity < 0 ORDER BY movement.id DESC LIMIT ?`,
    row,
    seq,
    limit
  )
}

/** Marks a line as taken back by an event. A line is taken back once. */
export function markReversed(db: WritableDb, line: ReceiptLineId, seq: EventSeq): void {
  const { changes } = statement(
    db,
    'UPDATE receipt_line SET reversed_seq = ? WHERE id = ? AND reversed_seq IS NULL'
  ).run(seq, line)
  if (changes !== 1) throw new Error(`Receipt line ${line} cannot be taken back twice`)
}

function terms(search: string) {
  return { search, beginning: `${search.replace(/[\\%_]/g, '\\$&')}%` }
}
