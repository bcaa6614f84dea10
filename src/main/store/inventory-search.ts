import type { RowId } from '../../core/ids.ts'
import { SELECT_ROW, type InventoryRow } from './inventory.ts'
import { searchTerms } from './search-terms.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

/** `stock` is what is there; `all` also what is consumed, scrapped, archived, installed or missing. */
export type ShownRows = 'stock' | 'all'

export interface RowPage {
  readonly rows: readonly InventoryRow[]
  /** How many rows there are, or as many as are counted. */
  readonly total: number
  /** Whether there are more than were counted. */
  readonly isMore: boolean
}

/** Nobody reads further, and to count a million matches for each key that is pressed would keep everybody waiting. */
const MAX_COUNTED = 1_000

/**
 * A page of the rows of which a serial, a lot, a part, a place or an order holds each word of the text, the newest
 * first. A word of one or two characters must stand at the beginning of one.
 */
export function searchRows(db: ReadableDb, search: string, shown: ShownRows, offset: number, limit: number): RowPage {
  const { match, pieces, runs } = searchTerms(search, () => sampledCodes(db))
  if (match === '' && shown === 'stock') {
    const ids = all<IdRow>(db, `${IN_STOCK} ORDER BY id DESC LIMIT ? OFFSET ?`, limit, offset)
    const n = one<{ n: number }>(db, `SELECT count(*) AS n FROM (${IN_STOCK})`)?.n ?? 0
    return { rows: rowsAt(db, ids), total: n, isMore: false }
  }
  const query = match === '' ? EVER_HELD : matchQuery(shown, pieces.length)
  const values = match === '' ? [] : shown === 'stock' ? [match, ...pieces] : [match, ...pieces, match, ...pieces]
  const indexed = all<IdRow>(db, `${query} ORDER BY id DESC LIMIT ${MAX_COUNTED + 1}`, ...values)
  const found = match === '' ? indexed : newestFirst([...notYetIndexed(db, runs), ...indexed])
  const counted = found.slice(0, MAX_COUNTED)
  return {
    rows: rowsAt(db, counted.slice(offset, offset + limit)),
    total: counted.length,
    isMore: found.length > MAX_COUNTED
  }
}

interface IdRow {
  readonly id: RowId
}

const IN_STOCK = 'SELECT id FROM inventory_row WHERE quantity > 0'
const EVER_HELD = `SELECT id FROM inventory_row WHERE quantity > 0
  OR (SELECT kind FROM movement WHERE row_id = inventory_row.id ORDER BY movement.id DESC LIMIT 1) <> 'transferred'`

function matchQuery(shown: ShownRows, pieces: number): string {
  const inStock = matchIn('stock_search', pieces)
  return shown === 'stock' ? inStock : `${inStock} UNION ALL ${matchIn('gone_search', pieces)}`
}

/** The index alone finds what may match; a longer word is then looked for in one piece among the row's codes. */
function matchIn(index: 'stock_search' | 'gone_search', pieces: number): string {
  return `SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ?${' AND instr(codes, ?) > 0'.repeat(pieces)}`
}

/** Rows that are too new for the index are read one by one. */
function notYetIndexed(db: ReadableDb, runs: readonly string[]): readonly IdRow[] {
  return all<IdRow>(
    db,
    `SELECT id FROM inventory_codes WHERE id > (SELECT up_to FROM stock_indexed)
       AND (SELECT quantity FROM inventory_row WHERE id = inventory_codes.id) > 0${' AND instr(codes, ?) > 0'.repeat(runs.length)}
     ORDER BY id DESC LIMIT ${MAX_COUNTED + 1}`,
    ...runs
  )
}

function newestFirst(rows: readonly IdRow[]): readonly IdRow[] {
  return [...rows].sort((a, b) => b.id - a.id)
}

function rowsAt(db: ReadableDb, ids: readonly IdRow[]): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.id IN (SELECT value FROM json_each(?)) ORDER BY inventory_row.id DESC`,
    JSON.stringify(ids.map(({ id }) => id))
  )
}

/** How many rows are looked at to learn which runs are common here. */
const SAMPLED_ROWS = 48

/** The codes of some rows, spread over all of history. */
function sampledCodes(db: ReadableDb): readonly string[] {
  const last = one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM inventory_row')?.id ?? 0
  const ids = Array.from({ length: SAMPLED_ROWS }, (_, index) => Math.ceil((last * (index + 1)) / SAMPLED_ROWS))
  return all<{ codes: string }>(
    db,
    'SELECT codes FROM json_each(?) JOIN inventory_codes ON inventory_codes.id = json_each.value',
    JSON.stringify(ids)
  ).map(({ codes }) => codes)
}
