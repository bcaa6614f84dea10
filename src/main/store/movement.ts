import type { EventSeq, RowId } from '../../core/ids.ts'
import type { MovementKind } from '../../core/inventory/movement.ts'
import type { LastChange } from '../../core/inventory/stock-directory.ts'
import { ONE, subtract, ZERO, type Quantity } from '../../core/quantity.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** Writes the movements by which units came in, for rows and events that follow one another: row and event by event. */
export function insertMovements(
  db: WritableDb,
  first: { readonly seq: EventSeq; readonly row: RowId },
  count: number,
  kind: MovementKind,
  location: string
): void {
  statement(
    db,
    `INSERT INTO movement (seq, row_id, kind, location, quantity)
     SELECT @seq + id - @row, id, @kind, @location, quantity FROM inventory_row WHERE id BETWEEN @row AND @row + @count - 1`
  ).run({ ...first, count, kind, location })
}

function insertMovement(
  db: WritableDb,
  seq: EventSeq,
  row: RowId,
  kind: MovementKind,
  location: string,
  quantity: Quantity
): void {
  statement(db, 'INSERT INTO movement (seq, row_id, kind, location, quantity) VALUES (?, ?, ?, ?, ?)').run(
    seq,
    row,
    kind,
    location,
    quantity
  )
}

/** Writes a movement and keeps the row's quantity equal to the sum of its movements. */
export function move(
  db: WritableDb,
  seq: EventSeq,
  row: RowId,
  kind: MovementKind,
  location: string,
  quantity: Quantity
): void {
  insertMovement(db, seq, row, kind, location, quantity)
  statement(db, 'UPDATE inventory_row SET quantity = quantity + ? WHERE id = ?').run(quantity, row)
}

/** Takes a unit to another place: two movements that cancel out, and a row that was never empty in between. */
export function moveUnit(db: WritableDb, seq: EventSeq, row: RowId, from: string, to: string): void {
  insertMovement(db, seq, row, 'transferred', from, subtract(ZERO, ONE))
  insertMovement(db, seq, row, 'transferred', to, ONE)
  statement(db, 'UPDATE inventory_row SET location = ? WHERE id = ?').run(to, row)
}

/** How much came to rows and left them, by the kind of movement: less than nothing for what left. */
export function movedOf(db: ReadableDb, rows: readonly RowId[]): Readonly<Partial<Record<MovementKind, Quantity>>> {
  const sums = all<{ kind: MovementKind; quantity: Quantity }>(
    db,
    `SELECT movement.kind, sum(quantity) AS quantity FROM json_each(?) JOIN movement ON row_id = json_each.value GROUP BY movement.kind`,
    JSON.stringify(rows)
  )
  return Object.fromEntries(sums.map(({ kind, quantity }) => [kind, quantity]))
}

/** The last movement of a row, with what its event says of it. */
export function lastChangeOf(db: ReadableDb, row: RowId): LastChange | undefined {
  return one<LastChange>(
    db,
    `SELECT movement.kind, at, operator, json_extract(data, '$.reason') AS reason
     FROM movement JOIN event USING (seq) WHERE row_id = ? ORDER BY movement.id DESC LIMIT 1`,
    row
  )
}
