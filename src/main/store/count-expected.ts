import type { CountId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

export interface ExpectedRow {
  readonly partNumber: string
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly unit: string
}

/** What the store says lies at a place and was not counted yet in an open count: the first of it, and how much there is. */
export function uncountedAt(
  db: ReadableDb,
  count: CountId,
  location: string,
  limit: number
): { readonly rows: readonly ExpectedRow[]; readonly total: number } {
  const values = { count, location }
  return {
    rows: all<ExpectedRow>(
      db,
      `SELECT part_number AS partNumber, serial, lot.lot, quantity, unit ${UNCOUNTED}
       ORDER BY part_number, serial, lot.lot LIMIT @limit`,
      { ...values, limit }
    ),
    total: one<{ n: number }>(db, `SELECT count(*) AS n ${UNCOUNTED}`, values)?.n ?? 0
  }
}

const UNCOUNTED = `FROM inventory_row JOIN part ON part.id = inventory_row.part_id LEFT JOIN lot ON lot.id = lot_id
  WHERE location = @location AND quantity > 0
    AND NOT EXISTS (SELECT 1 FROM count_entry WHERE count_id = @count AND row_id = inventory_row.id)
    AND NOT EXISTS (SELECT 1 FROM count_entry WHERE count_id = @count AND count_entry.location = @location
      AND serial IS NULL AND row_id IS NULL AND count_entry.part_id = inventory_row.part_id
      AND count_entry.revision = inventory_row.revision AND count_entry.lot_id IS inventory_row.lot_id)`
