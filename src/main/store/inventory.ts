import type { Day, Instant } from '../../core/clock.ts'
import type { LotId, PartId, ReceiptLineId, RowId } from '../../core/ids.ts'
import type { MovementKind } from '../../core/inventory/movement.ts'
import { ONE, type Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface UnitRecord {
  readonly partId: PartId
  readonly revision: string
  readonly serial: string
  readonly lot: LotId | null
  readonly supplierLot: string | null
  readonly location: string
  readonly expiry: Day | null
  readonly receiptLine: ReceiptLineId | null
}

/** Makes the row of one unit, empty until its first movement. */
export function insertUnit(db: WritableDb, unit: UnitRecord): RowId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO inventory_row
       (part_id, revision, tracking, serial, lot_id, location, quantity, expiry, supplier_lot, receipt_line_id)
     VALUES (@partId, @revision, 'serial', @serial, @lot, @location, 0, @expiry, @supplierLot, @receiptLine)`
  ).run(unit)
  return Number(lastInsertRowid) as RowId
}

/**
 * Makes the rows of units that are alike but for their serials, in stock from the start: half the writing of rows that
 * are filled afterwards. Gives the first row; the others follow it in the order of the serials. Their first movements
 * come in the same transaction, by `insertMovements`.
 */
export function insertStockedUnits(
  db: WritableDb,
  alike: Omit<UnitRecord, 'serial'>,
  serials: readonly string[]
): RowId {
  const first = (one<{ id: RowId }>(db, 'SELECT coalesce(max(id), 0) + 1 AS id FROM inventory_row')?.id ?? 1) as RowId
  statement(
    db,
    `INSERT INTO inventory_row
       (id, part_id, revision, tracking, serial, lot_id, location, quantity, expiry, supplier_lot, receipt_line_id)
     SELECT @first + key, @partId, @revision, 'serial', value, @lot, @location, @one, @expiry, @supplierLot, @receiptLine
     FROM json_each(@serials)`
  ).run({ ...alike, first, one: ONE, serials: JSON.stringify(serials) })
  return first
}

/** The row of a lot at a place, made empty when there is none: the same lot in the same place is one row. */
export function ensureLotRow(db: WritableDb, part: PartId, revision: string, lot: LotId, location: string): RowId {
  const found = one<{ id: number }>(
    db,
    `SELECT id FROM inventory_row
     WHERE part_id = ? AND revision = ? AND lot_id = ? AND location = ? AND tracking = 'lot'`,
    part,
    revision,
    lot,
    location
  )
  if (found) return found.id as RowId
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO inventory_row (part_id, revision, tracking, lot_id, location, quantity)
     VALUES (?, ?, 'lot', ?, ?, 0)`
  ).run(part, revision, lot, location)
  return Number(lastInsertRowid) as RowId
}

/** The row of untracked stock at a place, made empty when there is none. */
export function ensureUntrackedRow(db: WritableDb, part: PartId, revision: string, location: string): RowId {
  const found = one<{ id: number }>(
    db,
    `SELECT id FROM inventory_row WHERE part_id = ? AND revision = ? AND location = ? AND tracking = 'untracked'`,
    part,
    revision,
    location
  )
  if (found) return found.id as RowId
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO inventory_row (part_id, revision, tracking, location, quantity) VALUES (?, ?, 'untracked', ?, 0)`
  ).run(part, revision, location)
  return Number(lastInsertRowid) as RowId
}

/** The row that takes stock of a lot's or an untracked row at another place. */
export function ensureRowLike(
  db: WritableDb,
  { partId, revision, lotId }: Pick<InventoryRow, 'partId' | 'revision' | 'lotId'>,
  location: string
): RowId {
  return lotId === null
    ? ensureUntrackedRow(db, partId, revision, location)
    : ensureLotRow(db, partId, revision, lotId, location)
}

/** Says where a unit is that is not in stock and is about to be again. */
export function placeUnit(db: WritableDb, row: RowId, location: string): void {
  statement(db, 'UPDATE inventory_row SET location = ? WHERE id = ? AND quantity = 0').run(location, row)
}

/** Who has a serial: enough to explain a duplicate. */
export interface SerialOwner {
  readonly row: RowId
  readonly serial: string
  readonly partNumber: string
  readonly location: string
  readonly order: string | null
  readonly receivedAt: Instant | null
  readonly operator: string | null
}

/** The unit that bears a serial, of whatever part and in whatever state: a serial stays taken for ever. */
export function findSerial(db: ReadableDb, serial: string): SerialOwner | undefined {
  return one<SerialOwner>(
    db,
    `SELECT inventory_row.id AS row, serial, part_number AS partNumber, inventory_row.location, order_no AS "order",
       receipt_line.at AS receivedAt, receipt_line.operator
     FROM inventory_row JOIN part ON part.id = part_id
       LEFT JOIN receipt_line ON receipt_line.id = receipt_line_id
       LEFT JOIN receipt ON receipt.id = receipt_id
       LEFT JOIN purchase_order ON purchase_order.id = receipt.order_id
     WHERE serial = ?`,
    serial
  )
}

export function isSerialTaken(db: ReadableDb, serial: string): boolean {
  return one(db, 'SELECT 1 FROM inventory_row WHERE serial = ?', serial) !== undefined
}

export interface InventoryRow {
  readonly id: RowId
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly tracking: TrackingType
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly location: string
  readonly quantity: Quantity
  readonly unit: string
  readonly expiry: Day | null
  /** What the row's last movement was. */
  readonly lastMovement: MovementKind | null
  /** Whether an open issue holds it, its own or its lot's: 1 or 0. */
  readonly held: 0 | 1
}

/** Rows of the inventory with what hangs on them, as {@link InventoryRow}. */
export const SELECT_ROW = `SELECT inventory_row.id, inventory_row.part_id AS partId, part_number AS partNumber,
    inventory_row.revision, description, inventory_row.tracking, serial, lot_id AS lotId, lot.lot,
    coalesce(lot.supplier_lot, inventory_row.supplier_lot) AS supplierLot, location, quantity, unit,
    coalesce(inventory_row.expiry, lot.expiry) AS expiry,
    (SELECT kind FROM movement WHERE row_id = inventory_row.id ORDER BY id DESC LIMIT 1) AS lastMovement,
    (EXISTS (SELECT 1 FROM issue_row JOIN issue ON issue.id = issue_id
        WHERE issue_row.row_id = inventory_row.id AND holds = 1)
      OR EXISTS (SELECT 1 FROM issue WHERE holds = 1 AND issue.lot_id = inventory_row.lot_id)) AS held
  FROM inventory_row
    JOIN part ON part.id = inventory_row.part_id
    JOIN part_revision ON part_revision.part_id = inventory_row.part_id
      AND part_revision.revision = inventory_row.revision
    LEFT JOIN lot ON lot.id = lot_id`

export function rowAt(db: ReadableDb, id: RowId): InventoryRow | undefined {
  return one<InventoryRow>(db, `${SELECT_ROW} WHERE inventory_row.id = ?`, id)
}

export function unitWithSerial(db: ReadableDb, serial: string): InventoryRow | undefined {
  return one<InventoryRow>(db, `${SELECT_ROW} WHERE serial = ?`, serial)
}

export function rowsOfLot(db: ReadableDb, lot: LotId): readonly InventoryRow[] {
  return all<InventoryRow>(db, `${SELECT_ROW} WHERE lot_id = ? ORDER BY inventory_row.id`, lot)
}

export function rowsOfPart(db: ReadableDb, part: PartId): readonly InventoryRow[] {
  return all<InventoryRow>(db, `${SELECT_ROW} WHERE inventory_row.part_id = ? ORDER BY inventory_row.id`, part)
}

/** The rows of a lot that hold stock; units that came from the lot have rows of their own. */
export function stockOfLot(db: ReadableDb, lot: LotId): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE lot_id = ? AND inventory_row.tracking = 'lot' AND quantity > 0 ORDER BY inventory_row.id`,
    lot
  )
}

/** Whether a lot was ever stocked as a lot, and not only as units with serials that came from it. */
export function wasStockedAsLot(db: ReadableDb, lot: LotId): boolean {
  return one(db, "SELECT 1 FROM inventory_row WHERE lot_id = ? AND tracking = 'lot'", lot) !== undefined
}

/** The untracked rows of a part that hold stock. */
export function untrackedStockOf(db: ReadableDb, part: PartId): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.part_id = ? AND inventory_row.tracking = 'untracked' AND quantity > 0
     ORDER BY inventory_row.id`,
    part
  )
}

/** What lies at a place. */
export function stockAt(db: ReadableDb, location: string): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.location = ? AND quantity > 0 ORDER BY inventory_row.id`,
    location
  )
}

/** The row of a lot or an untracked part at a place, also when it is empty. */
export function pileRowAt(
  db: ReadableDb,
  part: PartId,
  revision: string,
  lot: LotId | null,
  location: string
): InventoryRow | undefined {
  const at = `${SELECT_ROW} WHERE inventory_row.part_id = ? AND inventory_row.revision = ? AND location = ?`
  return lot === null
    ? one<InventoryRow>(db, `${at} AND inventory_row.tracking = 'untracked'`, part, revision, location)
    : one<InventoryRow>(db, `${at} AND lot_id = ? AND inventory_row.tracking = 'lot'`, part, revision, location, lot)
}

export interface InventoryFilter {
  readonly part: string | null
  readonly location: string | null
}

/** The rows that hold stock, in the order in which they were made. */
export function stockedRows(db: ReadableDb, filter: InventoryFilter): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE quantity > 0 AND (@part IS NULL OR part_number = @part) AND (@location IS NULL OR location = @location)
     ORDER BY inventory_row.id`,
    { part: filter.part, location: filter.location }
  )
}
