import type { WritableDb } from '../../src/main/store/database.ts'

const ROWS_PER_STATEMENT = 64

/** Inserts rows into a table, many with one statement. */
export interface BatchInsert {
  add(...values: readonly (string | number | Uint8Array | null)[]): void
  /** Writes what is left of the last batch. */
  flush(): void
}

export function createBatchInsert(db: WritableDb, table: string, columns: readonly string[]): BatchInsert {
  const marks = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => marks).join(', ')}`
    )
  const insertBatch = insert(ROWS_PER_STATEMENT)
  const insertRow = insert(1)
  let waiting: (string | number | Uint8Array | null)[] = []
  return {
    add(...values) {
      for (const value of values) waiting.push(value)
      if (waiting.length < ROWS_PER_STATEMENT * columns.length) return
      insertBatch.run(waiting)
      waiting = []
    },
    flush() {
      for (let at = 0; at < waiting.length; at += columns.length) insertRow.run(waiting.slice(at, at + columns.length))
      waiting = []
    }
  }
}
