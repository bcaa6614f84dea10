import { one, statement } from './statement.ts'
import type { WritableDb } from './database.ts'

/**
 * Takes the oldest rows that the search reads by themselves into its index. Call it inside a transaction.
 *
 * @returns whether more rows wait
 */
export function indexNewRows(db: WritableDb, limit: number): boolean {
  const { upTo, newest } = one<{ upTo: number; newest: number }>(
    db,
    'SELECT up_to AS upTo, (SELECT coalesce(max(id), 0) FROM inventory_row) AS newest FROM stock_indexed'
  ) ?? { upTo: 0, newest: 0 }
  const end = Math.min(newest, upTo + limit)
  if (end === upTo) return false
  statement(
    db,
    `INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes
     WHERE id > ? AND id <= ? AND (SELECT quantity FROM inventory_row WHERE id = inventory_codes.id) > 0`
  ).run(upTo, end)
  statement(db, 'UPDATE stock_indexed SET up_to = ?').run(end)
  return end < newest
}
