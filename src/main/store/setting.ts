import { one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A small text that outlives a restart, such as what the clerk is in the middle of. */
export function readSetting(db: ReadableDb, key: string): string | undefined {
  return one<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key)?.value
}

export function writeSetting(db: WritableDb, key: string, value: string): void {
  statement(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  ).run(key, value)
}
