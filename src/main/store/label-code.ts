import type { LabelId } from '../../core/ids.ts'
import type { ReadableDb } from './database.ts'
import { all, one } from './statement.ts'

/** Whether another label than this one may bear its code: its copies do, and so does all that is of the same lot or place. */
export function isCodeShared(db: ReadableDb, id: LabelId, code: string | null): boolean {
  // Labels of places and commands are the only ones without an order and a part, which is how an index finds them.
  const found = one(
    db,
    `SELECT 1 FROM label WHERE serial = @code AND kind = 'unit' AND id <> @id
     UNION ALL
     SELECT 1 FROM lot JOIN label ON label.lot_id = lot.id
     WHERE lot.lot = @code AND label.kind = 'lot' AND label.id <> @id
     UNION ALL
     SELECT 1 FROM label WHERE order_no IS NULL AND part_number IS NULL AND kind = 'location' AND id <> @id
       AND json_extract(content, '$.code') = @code
     LIMIT 1`,
    { id, code }
  )
  return found !== undefined
}

/** The codes of a printer's newest labels of commands that begin in a certain way, the newest first. */
export function commandCodesOf(db: ReadableDb, printer: string, beginning: string, limit: number): readonly string[] {
  return all<{ code: string }>(
    db,
    `SELECT json_extract(content, '$.code') AS code FROM label INDEXED BY label_of_command
     WHERE kind = 'command' AND printer = ? AND substr(json_extract(content, '$.code'), 1, ?) = ? ORDER BY id DESC LIMIT ?`,
    printer,
    beginning.length,
    beginning,
    limit
  ).map(({ code }) => code)
}
