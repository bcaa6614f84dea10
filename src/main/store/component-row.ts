import type { Day } from '../../core/clock.ts'
import type { LotId, PartId, RowId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { SELECT_ROW, type InventoryRow } from './inventory.ts'
import { all, statement } from './statement.ts'

/** The rows of a lot as such, those that are empty by now too: what became of a lot can be told. */
export function everyRowOfLot(db: ReadableDb, lot: LotId): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE lot_id = ? AND inventory_row.tracking = 'lot' ORDER BY inventory_row.id`,
    lot
  )
}

/** The untracked rows of a part, those that are empty by now too. */
export function everyUntrackedRow(db: ReadableDb, part: PartId): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.part_id = ? AND inventory_row.tracking = 'untracked' ORDER BY inventory_row.id`,
    part
  )
}

/** Puts a unit that is nowhere in stock at a place: its next movement, which comes at once, is there. */
export function placeUnit(db: WritableDb, row: RowId, location: string): void {
  statement(db, 'UPDATE inventory_row SET location = ? WHERE id = ? AND quantity = 0').run(location, row)
}

/** A unit that was built expires from the day on which it was completed. */
export function setExpiry(db: WritableDb, row: RowId, expiry: Day | null): void {
  statement(db, 'UPDATE inventory_row SET expiry = ? WHERE id = ?').run(expiry, row)
}
