import { instantOf, type Instant } from '../../core/clock.ts'
import type { ScanId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { newestScanAt } from './scan.ts'
import { all, one, statement } from './statement.ts'

const DAY_MS = 86_400_000

/** Scans that were removed, the first and the last of them. */
export interface RemovedScans {
  readonly count: number
  readonly first: { readonly scan: ScanId; readonly at: Instant }
  readonly last: { readonly scan: ScanId; readonly at: Instant }
}

/** What one step of a removal came to. */
export interface RemovalStep {
  readonly removed: RemovedScans | null
  /** Where the next step goes on. */
  readonly lookedAt: ScanId
  /** Whether everything behind it is to be kept. */
  readonly isOver: boolean
}

/** From when on scans are kept. */
export interface KeptSince {
  readonly since: Instant
  readonly now: Instant
}

/** So many days of work after a pause that is longer than scans are kept show that the clock is right. */
const DAYS_OF_WORK = 7

/**
 * The days are counted back from the newest scan where that is before now: a station that stood still keeps its last
 * days of work. After a pause that is longer than scans are kept they count back from the last scan before it, until there
 * was work on several days: a clock that runs years ahead one morning empties no journal.
 */
export function keptSince(db: ReadableDb, now: Instant, keepDays: number): KeptSince {
  const newest = newestScanAt(db) ?? now
  const since = daysBefore(newest < now ? newest : now, keepDays)
  const before = one<{ at: Instant }>(db, 'SELECT at FROM scan WHERE at < ? ORDER BY at DESC LIMIT 1', since)?.at
  const after = one<{ at: Instant }>(db, 'SELECT at FROM scan WHERE at >= ? ORDER BY at LIMIT 1', since)?.at
  const isPause = before !== undefined && after !== undefined && before < daysBefore(after, keepDays)
  if (!isPause || workedOn(db, after, now) >= Math.min(DAYS_OF_WORK, keepDays)) return { since, now }
  return { since: daysBefore(before, keepDays), now }
}

/** On how many days something was scanned, counted up to as many as matter. */
function workedOn(db: ReadableDb, from: Instant, now: Instant): number {
  let days = 0
  let at: Instant | undefined = from
  while (at !== undefined && at <= now && days < DAYS_OF_WORK) {
    days += 1
    const nextDay = instantOf(Date.parse(at.slice(0, 10)) + DAY_MS)
    at = one<{ at: Instant }>(db, 'SELECT at FROM scan WHERE at >= ? ORDER BY at LIMIT 1', nextDay)?.at
  }
  return days
}

function daysBefore(at: Instant, days: number): Instant {
  return instantOf(Date.parse(at) - days * DAY_MS)
}

/**
 * Looks at a few of the oldest scans and removes those that are older than is kept. Call it in a transaction of its own.
 *
 * It goes by the order in which scans came and ends at the first one that is kept: a scan from a day on which the clock
 * was years behind is not older than those around it. Scans without an answer stay, and so do those of a clock that was
 * ahead.
 */
export function removeOldScans(
  db: WritableDb,
  { since, now }: KeptSince,
  lookedAt: ScanId,
  limit: number
): RemovalStep {
  const rows = all<{ id: ScanId; at: Instant; isAnswered: 0 | 1 }>(
    db,
    'SELECT id, at, outcome IS NOT NULL AS isAnswered FROM scan WHERE id > ? ORDER BY id LIMIT ?',
    lookedAt,
    limit
  )
  const end = rows.findIndex(({ at }) => at >= since && at <= now)
  const looked = end < 0 ? rows : rows.slice(0, end)
  const old = looked.filter(({ at, isAnswered }) => at < since && isAnswered === 1)
  for (const { id } of old) {
    statement(db, 'DELETE FROM scan_search WHERE rowid = ?').run(id)
    statement(db, 'DELETE FROM scan WHERE id = ?').run(id)
  }
  const first = old[0]
  const last = old.at(-1)
  return {
    removed: first && last ? { count: old.length, first: placeOf(first), last: placeOf(last) } : null,
    lookedAt: looked.at(-1)?.id ?? lookedAt,
    isOver: end >= 0 || rows.length < limit
  }
}

function placeOf({ id, at }: { readonly id: ScanId; readonly at: Instant }): RemovedScans['first'] {
  return { scan: id, at }
}
