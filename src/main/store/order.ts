import type { Day } from '../../core/clock.ts'
import type { OrderId, OrderLineId, PartId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface Order {
  readonly id: OrderId
  readonly order: string
  readonly supplier: string
}

export interface OrderLine {
  readonly id: OrderLineId
  readonly orderId: OrderId
  readonly line: string
  readonly partId: PartId
  readonly revision: string
  readonly ordered: Quantity
  /** What has been received on this line, over all receipts. */
  readonly received: Quantity
  /** Whether anything ever came in on it, also what was taken back: 1 or 0. */
  readonly everReceived: 0 | 1
  /** By how many percent more than what was ordered may come without a lead's word. */
  readonly tolerancePercent: Quantity
  readonly due: Day | null
  readonly location: string | null
}

interface LineRow {
  readonly id: number
  readonly order_id: number
  readonly line: string
  readonly part_id: number
  readonly revision: string
  readonly quantity: number
  readonly received: number
  readonly ever_received: 0 | 1
  readonly tolerance_percent: number
  readonly due: string | null
  readonly location: string | null
}

const SELECT_ORDER = `SELECT purchase_order.id, order_no AS "order", supplier.name AS supplier
  FROM purchase_order JOIN supplier ON supplier.id = supplier_id`

const SELECT_LINE = `SELECT order_line.*,
  (SELECT coalesce(sum(receipt_line.quantity), 0) FROM receipt_line
    WHERE order_line_id = order_line.id AND reversed_seq IS NULL) AS received,
  EXISTS (SELECT 1 FROM receipt_line WHERE order_line_id = order_line.id) AS ever_received
  FROM order_line`

export function findOrder(db: ReadableDb, order: string): Order | undefined {
  return one<Order>(db, `${SELECT_ORDER} WHERE order_no = ?`, order)
}

export function orderAt(db: ReadableDb, id: OrderId): Order | undefined {
  return one<Order>(db, `${SELECT_ORDER} WHERE purchase_order.id = ?`, id)
}

/** The lines of an order, as a person numbers them: 2 before 10. */
export function linesOf(db: ReadableDb, order: OrderId): readonly OrderLine[] {
  return all<LineRow>(db, `${SELECT_LINE} WHERE order_id = ? ORDER BY CAST(line AS INTEGER), line`, order).map(lineOf)
}

export function orderLineAt(db: ReadableDb, id: OrderLineId): OrderLine | undefined {
  const row = one<LineRow>(db, `${SELECT_LINE} WHERE id = ?`, id)
  return row && lineOf(row)
}

export function findOrderLine(db: ReadableDb, order: OrderId, line: string): OrderLine | undefined {
  const row = one<LineRow>(db, `${SELECT_LINE} WHERE order_id = ? AND line = ?`, order, line)
  return row && lineOf(row)
}

/** Whether anything of an order has come in already. */
export function hasReceipts(db: ReadableDb, order: OrderId): boolean {
  return one(db, 'SELECT 1 FROM receipt WHERE order_id = ?', order) !== undefined
}

export interface OrderSummaryRow extends Order {
  readonly due: Day | null
  readonly lines: number
  readonly openLines: number
}

/** Orders whose number or supplier holds the text, the most urgent first. */
export function searchOrders(
  db: ReadableDb,
  search: string,
  openOnly: boolean,
  limit: number
): readonly OrderSummaryRow[] {
  return all<OrderSummaryRow>(
    db,
    `SELECT found.id, order_no AS "order", supplier.name AS supplier, found.due,
       (SELECT count(*) FROM order_line WHERE order_id = found.id) AS lines,
       (SELECT count(*) FROM order_line WHERE order_id = found.id AND is_open = 1) AS openLines
     FROM (
       SELECT id, order_no, supplier_id, due FROM purchase_order ${openOnly ? '' : 'INDEXED BY purchase_order_urgent'}
       WHERE (@search = '' OR instr(lower(order_no), lower(@search)) > 0
           OR supplier_id IN (SELECT id FROM supplier WHERE instr(lower(name), lower(@search)) > 0))
         ${openOnly ? 'AND id IN (SELECT order_id FROM order_line WHERE is_open = 1)' : ''}
       ORDER BY due IS NULL, due, order_no LIMIT @limit) AS found
       JOIN supplier ON supplier.id = supplier_id
     ORDER BY found.due IS NULL, found.due, order_no`,
    { search, limit }
  )
}

/** The order with this number, made for this supplier when it is not there. */
export function ensureOrder(db: WritableDb, order: string, supplier: string): OrderId {
  statement(db, 'INSERT OR IGNORE INTO supplier (name) VALUES (?)').run(supplier)
  const row = one<{ id: number }>(
    db,
    `INSERT INTO purchase_order (order_no, supplier_id) VALUES (?, (SELECT id FROM supplier WHERE name = ?))
     ON CONFLICT (order_no) DO UPDATE SET supplier_id = excluded.supplier_id RETURNING id`,
    order,
    supplier
  )
  if (!row) throw new Error('an upserted order has an id')
  return row.id as OrderId
}

export interface OrderLineRecord {
  readonly line: string
  readonly partId: PartId
  readonly revision: string
  readonly quantity: Quantity
  /** Nothing where it is left out. */
  readonly tolerancePercent?: Quantity
  readonly due: Day | null
  readonly location: string | null
}

export function putOrderLine(db: WritableDb, order: OrderId, line: OrderLineRecord): OrderLineId {
  const row = one<{ id: number }>(
    db,
    `INSERT INTO order_line (order_id, line, part_id, revision, quantity, tolerance_percent, due, location)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_id, line) DO UPDATE SET part_id = excluded.part_id, revision = excluded.revision,
       quantity = excluded.quantity, tolerance_percent = excluded.tolerance_percent, due = excluded.due, location = excluded.location
     RETURNING id`,
    order,
    line.line,
    line.partId,
    line.revision,
    line.quantity,
    line.tolerancePercent ?? 0,
    line.due,
    line.location
  )
  if (!row) throw new Error('an upserted order line has an id')
  return row.id as OrderLineId
}

export interface ExpectedRecord {
  readonly serial: string
  readonly lot: string
  readonly carton: string
  readonly quantity: Quantity
}

/** How many a supplier has announced under the same serial, lot and carton. */
export function expectedQuantity(
  db: ReadableDb,
  line: OrderLineId,
  { serial, lot, carton }: Omit<ExpectedRecord, 'quantity'>
): Quantity | undefined {
  return one<{ quantity: Quantity }>(
    db,
    'SELECT quantity FROM expected_item WHERE order_line_id = ? AND serial = ? AND lot = ? AND carton = ?',
    line,
    serial,
    lot,
    carton
  )?.quantity
}

export function putExpected(db: WritableDb, line: OrderLineId, expected: ExpectedRecord): void {
  statement(
    db,
    `INSERT INTO expected_item (order_line_id, serial, lot, carton, quantity) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET quantity = excluded.quantity`
  ).run(line, expected.serial, expected.lot, expected.carton, expected.quantity)
}

function lineOf(row: LineRow): OrderLine {
  return {
    id: row.id as OrderLineId,
    orderId: row.order_id as OrderId,
    line: row.line,
    partId: row.part_id as PartId,
    revision: row.revision,
    ordered: row.quantity as Quantity,
    received: row.received as Quantity,
    everReceived: row.ever_received,
    tolerancePercent: row.tolerance_percent as Quantity,
    due: row.due as Day | null,
    location: row.location
  }
}
