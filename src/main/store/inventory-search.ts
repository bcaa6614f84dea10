import type { RowId } from '../../core/ids.ts'
import { SELECT_ROW, type InventoryRow } from './inventory.ts'
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
const MAX_COUNTED = 10_000

/** What no code holds, twice before each code of the index. */
const MARK = '␂'

/**
 * A page of the rows of which a serial, a lot, a part, a place or an order holds each word of the text, the newest
 * first. A word of one or two characters must stand at the beginning of one.
 */
export function searchRows(db: ReadableDb, search: string, shown: ShownRows, offset: number, limit: number): RowPage {
  const ids = idsQuery(search, shown)
  const found = all<{ id: RowId }>(db, `${ids.page} LIMIT @limit OFFSET @offset`, { ...ids.values, limit, offset })
  const rows = all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.id IN (SELECT value FROM json_each(?)) ORDER BY inventory_row.id DESC`,
    JSON.stringify(found.map(({ id }) => id))
  )
  const n = one<{ n: number }>(db, ids.count, ids.values)?.n ?? 0
  return { rows, total: ids.isCounted ? n : Math.min(n, MAX_COUNTED), isMore: !ids.isCounted && n > MAX_COUNTED }
}

interface IdsQuery {
  readonly page: string
  readonly count: string
  readonly values: { readonly match?: string }
  /** Whether the count is of all, and not of so many. */
  readonly isCounted: boolean
}

const IN_STOCK = 'SELECT id FROM inventory_row WHERE quantity > 0'
const EVER_HELD = `SELECT id FROM inventory_row WHERE quantity > 0
  OR (SELECT kind FROM movement WHERE row_id = inventory_row.id ORDER BY movement.id DESC LIMIT 1) <> 'transferred'`
const STOCK_MATCH = 'SELECT rowid AS id FROM stock_search WHERE stock_search MATCH @match'
const ANY_MATCH = `${STOCK_MATCH} UNION ALL SELECT rowid AS id FROM gone_search WHERE gone_search MATCH @match`

function idsQuery(search: string, shown: ShownRows): IdsQuery {
  const match = matchOf(search)
  if (match === '' && shown === 'stock') {
    return {
      page: `${IN_STOCK} ORDER BY id DESC`,
      count: `SELECT count(*) AS n FROM (${IN_STOCK})`,
      values: {},
      isCounted: true
    }
  }
  const ids = match === '' ? EVER_HELD : shown === 'stock' ? STOCK_MATCH : ANY_MATCH
  return {
    page: `${ids} ORDER BY id DESC`,
    count: `SELECT count(*) AS n FROM (${ids} LIMIT ${MAX_COUNTED + 1})`,
    values: match === '' ? {} : { match },
    isCounted: false
  }
}

/** Each word as a quoted string of the index's language: whatever somebody types is looked for and nothing else. */
function matchOf(search: string): string {
  return search
    .replaceAll(MARK, ' ')
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (word.length < 3 ? `${MARK}${MARK}${word}` : word))
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' AND ')
}
