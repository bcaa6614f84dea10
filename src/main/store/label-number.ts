import type { ReadableDb, WritableDb } from './database.ts'
import { writeSetting } from './setting.ts'
import { one } from './statement.ts'

const SKIPPED = "(SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'labels-given')"

/** The last label number that was given, in this store or in one that it replaced. */
export function lastLabelNumber(db: ReadableDb): number {
  const last = `SELECT max((SELECT coalesce(max(id), 0) FROM label), coalesce(${SKIPPED}, 0)) AS last`
  return one<{ last: number }>(db, last)?.last ?? 0
}

/** Gives no number up to this one any more: labels bear them of which this store knows nothing. */
export function skipLabelNumbers(db: WritableDb, upTo: number): void {
  writeSetting(db, 'labels-given', String(upTo))
}
