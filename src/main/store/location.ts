import { one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface Location {
  readonly code: string
  readonly description: string
}

export function findLocation(db: ReadableDb, code: string): Location | undefined {
  return one<Location>(db, 'SELECT code, description FROM location WHERE code = ?', code)
}

export function putLocation(db: WritableDb, location: Location): void {
  statement(
    db,
    `INSERT INTO location (code, description) VALUES (?, ?)
     ON CONFLICT (code) DO UPDATE SET description = excluded.description`
  ).run(location.code, location.description)
}

/** Makes sure that a place exists, such as the station's own dock. */
export function ensureLocation(db: WritableDb, code: string): void {
  statement(db, "INSERT OR IGNORE INTO location (code, description) VALUES (?, '')").run(code)
}
