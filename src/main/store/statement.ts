import type { Statement } from 'better-sqlite3'
import type { ReadableDb } from './database.ts'

/** One set of prepared statements for each open database; a closed one takes its set with it. */
const prepared = new WeakMap<ReadableDb, Map<string, Statement>>()

/** The prepared statement for a fixed text of SQL. Values are always bound, never part of the text. */
export function statement(db: ReadableDb, sql: string): Statement {
  let statements = prepared.get(db)
  if (!statements) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let found = statements.get(sql)
  if (!found) {
    found = db.prepare(sql)
    statements.set(sql, found)
  }
  return found
}

/** All rows of a query. `Row` states the columns that the SQL names. */
export function all<Row>(db: ReadableDb, sql: string, ...values: unknown[]): Row[] {
  return statement(db, sql).all(...values) as Row[]
}

/** The first row of a query, if there is one. */
export function one<Row>(db: ReadableDb, sql: string, ...values: unknown[]): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined
}
