import type { WritableDb } from '../database.ts'

/**
 * Lets stock go back to its supplier, as a movement of its own kind.
 *
 * SQLite keeps a table's checks for good, so the movements are copied out and in again: once, a second or two for each
 * million. The table is made anew under its own name, since renaming one would have to rewrite the triggers that name it.
 */
export function returns(db: WritableDb): void {
  const hangingOn = db
    .prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'movement' AND type <> 'table' AND sql IS NOT NULL")
    .all() as readonly { readonly sql: string }[]
  db.exec(`
    CREATE TABLE movement_before AS SELECT id, seq, row_id, location, kind, quantity FROM movement;
    DROP TABLE movement;
    CREATE TABLE movement (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES event,
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      location TEXT NOT NULL REFERENCES location,
      kind TEXT NOT NULL CHECK (kind IN ('received', 'built', 'transferred', 'installed', 'removed', 'consumed',
        'scrapped', 'returned', 'archived', 'counted', 'reversed')),
      quantity INTEGER NOT NULL CHECK (quantity <> 0)
    ) STRICT;
    INSERT INTO movement (id, seq, row_id, location, kind, quantity)
      SELECT id, seq, row_id, location, kind, quantity FROM movement_before ORDER BY id;
    DROP TABLE movement_before;
  `)
  for (const { sql } of hangingOn) db.exec(sql)
}
