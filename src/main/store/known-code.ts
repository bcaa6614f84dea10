import type { KnownCode } from '../../core/teaching/directory.ts'
import { statement } from './statement.ts'
import type { ReadableDb } from './database.ts'

/** What codes of a kind look like is seen from so many of the newest of them. */
const MOST_OF_A_KIND = 5_000

const KINDS: readonly (readonly [what: string, sql: string])[] = [
  ['an order', 'SELECT order_no AS code FROM purchase_order ORDER BY id DESC'],
  ['a place', 'SELECT code FROM location'],
  ['a part', 'SELECT part_number AS code FROM part ORDER BY id DESC'],
  ['a supplier’s part', 'SELECT supplier_part_number AS code FROM supplier_part_number'],
  ['a run', 'SELECT run_no AS code FROM run ORDER BY id DESC'],
  ['a serial', 'SELECT serial AS code FROM inventory_row WHERE serial IS NOT NULL ORDER BY id DESC'],
  ['a lot', 'SELECT lot AS code FROM lot ORDER BY id DESC']
]

/** Codes that mean something at this station, the newest of each kind, one at a time. */
export function* knownCodes(db: ReadableDb): Generator<KnownCode> {
  for (const [what, sql] of KINDS) {
    const codes = statement(db, `${sql} LIMIT ${MOST_OF_A_KIND}`).pluck().iterate() as IterableIterator<string>
    for (const code of codes) yield { code, what }
  }
}
