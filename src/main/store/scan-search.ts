import type { Instant } from '../../core/clock.ts'
import type { ScanId } from '../../core/ids.ts'
import type { Sound } from '../../core/scan-sound.ts'
import type { ReadableDb } from './database.ts'
import { SCAN_COLUMNS, scansAt, type JournalRow } from './scan.ts'
import { indexedUpTo, soundToken, tokenOfScanner, type CodesOf } from './scan-index.ts'
import { quoted, searchTerms, type SearchTerms } from './search-terms.ts'
import { all, one } from './statement.ts'

/** Which scans are meant. */
export interface ScanFilter {
  /** Each word is in one piece in what was scanned, its meaning, its outcome or its scanner; empty for any. */
  readonly search: string
  readonly scanner: string | null
  /** Scans that were answered with this sound, or that never were. */
  readonly outcome: Sound | 'unanswered' | null
  /** From this instant on. */
  readonly from: Instant | null
  /** Before this instant. */
  readonly before: Instant | null
}

export const ANY_SCAN: ScanFilter = { search: '', scanner: null, outcome: null, from: null, before: null }

export interface ScanPage {
  readonly rows: readonly JournalRow[]
  /** How many scans there are, or as many as are counted. */
  readonly total: number
  /** Whether there are more than were counted. */
  readonly isMore: boolean
}

/** Nobody reads further, and to count a million matches for each key that is pressed would keep everybody waiting. */
const MAX_COUNTED = 1_000

/** A page of the journal, the newest scans first. */
export function searchScans(
  db: ReadableDb,
  filter: ScanFilter,
  offset: number,
  limit: number,
  codesOf: CodesOf
): ScanPage {
  const isByTimeAlone = filter.search.trim() === '' && filter.scanner === null && filter.outcome === null
  if (isByTimeAlone) return pageByTime(db, filter, offset, limit)
  const found = matchingScans(db, filter, codesOf, MAX_COUNTED + 1)
  const counted = found.slice(0, MAX_COUNTED)
  return {
    rows: scansAt(db, counted.slice(offset, offset + limit)),
    total: counted.length,
    isMore: found.length > MAX_COUNTED
  }
}

/** Everything, or all of some days: an index alone knows how many there are and where a page begins. */
function pageByTime(db: ReadableDb, { from, before }: ScanFilter, offset: number, limit: number): ScanPage {
  const isAll = from === null && before === null
  const listed = isAll
    ? 'FROM scan INDEXED BY scan_in_order'
    : 'FROM scan INDEXED BY scan_by_time WHERE at >= @from AND at < @before'
  const values = isAll ? {} : rangeOf({ from, before })
  const ids = idsOf(db, `SELECT id ${listed} ORDER BY ${isAll ? '' : 'at DESC, '}id DESC LIMIT @limit OFFSET @offset`, {
    ...values,
    limit,
    offset
  })
  const total = one<{ n: number }>(db, `SELECT count(*) AS n ${listed}`, values)?.n ?? 0
  return { rows: scansAt(db, ids), total, isMore: false }
}

/**
 * The scans that a filter means, the newest first.
 *
 * Call it in a `snapshot`: a scan that the station puts into the index between the reads would be found outside it and
 * in it, twice.
 *
 * @param limit how many at most; -1 for all
 */
export function matchingScans(db: ReadableDb, filter: ScanFilter, codesOf: CodesOf, limit: number): readonly ScanId[] {
  const terms = searchTerms(filter.search, () => sampledCodes(db))
  const upTo = indexedUpTo(db)
  const found = [...lookThrough(db, filter, terms, upTo, codesOf), ...indexed(db, filter, terms, upTo, limit)]
  const newestFirst = found.sort((a, b) => b - a)
  return limit < 0 ? newestFirst : newestFirst.slice(0, limit)
}

/** What is not in the index: the last few, and what was never answered. */
function lookThrough(
  db: ReadableDb,
  filter: ScanFilter,
  { runs }: SearchTerms,
  upTo: ScanId,
  codesOf: CodesOf
): readonly ScanId[] {
  const meant = `${IS_MEANT} AND ${filter.search.trim() === '' ? 'TRUE' : NO_BADGE}`
  const rows = (which: string): readonly JournalRow[] =>
    all(db, `SELECT ${SCAN_COLUMNS} FROM scan ${which} AND ${meant}`, { upTo, ...valuesOf(filter) })
  const newest = rows('NOT INDEXED WHERE id > @upTo')
  const unanswered = rows('INDEXED BY scan_unanswered WHERE outcome IS NULL AND id <= @upTo')
  return [...newest, ...unanswered]
    .filter((row) => {
      const codes = codesOf(row)
      return runs.every((run) => codes.includes(run))
    })
    .map(({ id }) => id)
}

function indexed(
  db: ReadableDb,
  filter: ScanFilter,
  terms: SearchTerms,
  upTo: ScanId,
  limit: number
): readonly ScanId[] {
  const { search, scanner, outcome } = filter
  if (outcome === 'unanswered') return []
  const token = scanner === null ? null : tokenOfScanner(db, scanner)
  if (token === undefined) return []
  const match = [
    ...(terms.match === '' ? [] : [terms.match]),
    ...(outcome === null ? [] : [quoted(soundToken(outcome))]),
    ...(token === null ? [] : [quoted(token)])
  ].join(' AND ')
  if (match === '') {
    return idsOf(
      db,
      `SELECT id FROM scan WHERE id <= @upTo AND outcome IS NOT NULL AND ${IS_MEANT} ORDER BY id DESC LIMIT @limit`,
      { upTo, ...valuesOf(filter), limit }
    )
  }
  const pieces = Object.fromEntries(terms.pieces.map((piece, index) => [`piece${index}`, piece]))
  const holdsAll = terms.pieces.map((_, index) => `AND instr(codes, @piece${index}) > 0`).join(' ')
  return idsOf(
    db,
    `SELECT rowid AS id FROM scan_search WHERE scan_search MATCH @match ${boundsOf(db, filter)} ${holdsAll}
       AND EXISTS (SELECT 1 FROM scan WHERE scan.id = scan_search.rowid AND ${IS_MEANT}
         AND ${search.trim() === '' ? 'TRUE' : NO_BADGE})
     ORDER BY rowid DESC LIMIT @limit`,
    { match, ...pieces, ...valuesOf(filter), limit }
  )
}

/** Scans of some days lie together: the index need not be read before and behind them. */
function boundsOf(db: ReadableDb, { from, before }: ScanFilter): string {
  if (from === null && before === null) return ''
  const bounds = one<{ low: number | null; high: number | null }>(
    db,
    'SELECT min(id) AS low, max(id) AS high FROM scan INDEXED BY scan_by_time WHERE at >= @from AND at < @before',
    rangeOf({ from, before })
  )
  return `AND rowid BETWEEN ${bounds?.low ?? 0} AND ${bounds?.high ?? -1}`
}

/** The plus keeps the index of times out of it: one look at each scan that was found is all that is asked for. */
const IS_MEANT = `(@scanner IS NULL OR scan.scanner = @scanner)
  AND (@sound IS NULL OR coalesce(scan.sound, '') = @sound)
  AND +scan.at >= @from AND +scan.at < @before`

/** The code of a badge is shown to nobody: to find it by a piece of it would tell it, piece by piece. */
const NO_BADGE = 'NOT EXISTS (SELECT 1 FROM operator WHERE badge = CAST(scan.raw AS TEXT))'

type Values = { readonly [name: string]: string | number | null }

function valuesOf({ scanner, outcome, from, before }: ScanFilter): Values {
  return { scanner, sound: outcome === 'unanswered' ? '' : outcome, ...rangeOf({ from, before }) }
}

/** Every instant is a text behind the empty one, and before one of letters. */
function rangeOf({ from, before }: Pick<ScanFilter, 'from' | 'before'>): Values {
  return { from: from ?? '', before: before ?? 'Z' }
}

function idsOf(db: ReadableDb, sql: string, values: Values): readonly ScanId[] {
  return all<{ id: ScanId }>(db, sql, values).map(({ id }) => id)
}

/** How many scans are looked at to learn which runs are common here. */
const SAMPLED = 48

/** The codes of some scans, spread over the whole journal. */
function sampledCodes(db: ReadableDb): readonly string[] {
  const last = indexedUpTo(db)
  const first = one<{ id: number }>(db, 'SELECT id FROM scan ORDER BY id LIMIT 1')?.id ?? 0
  const ids = Array.from({ length: SAMPLED }, (_, index) => first + Math.ceil(((last - first) * (index + 1)) / SAMPLED))
  return all<{ codes: string }>(
    db,
    'SELECT codes FROM json_each(?) JOIN scan_search ON scan_search.rowid = json_each.value',
    JSON.stringify(ids)
  ).map(({ codes }) => codes)
}
