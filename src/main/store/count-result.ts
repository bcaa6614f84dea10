import type { Instant } from '../../core/clock.ts'
import type { Finding } from '../../core/counts/variance.ts'
import type { CountId, EventSeq, RowId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** What a posted count keeps of goods at a place. What has to be counted again, or came since, is never kept. */
export type KeptFinding = Exclude<Finding, 'changed' | 'came'>

export interface ResultRecord {
  readonly count: CountId
  readonly row: RowId
  readonly location: string
  readonly finding: KeptFinding
  readonly expected: Quantity
  readonly found: Quantity
  readonly adjusted: Quantity
  readonly seq: EventSeq
}

export function insertResult(db: WritableDb, result: ResultRecord): void {
  statement(
    db,
    `INSERT INTO count_result (count_id, row_id, location, finding, expected, found, adjusted, seq)
     VALUES (@count, @row, @location, @finding, @expected, @found, @adjusted, @seq)`
  ).run(result)
}

export interface ResultRow {
  readonly finding: KeptFinding
  readonly partNumber: string
  readonly revision: string
  readonly tracking: TrackingType
  readonly serial: string | null
  readonly lot: string | null
  readonly unit: string
  readonly location: string
  readonly expected: Quantity
  readonly found: Quantity
  readonly adjusted: Quantity
}

/** What a posted count found, what differs first. */
export function resultsOf(db: ReadableDb, count: CountId, offset: number, limit: number): readonly ResultRow[] {
  return all<ResultRow>(
    db,
    `SELECT finding, part_number AS partNumber, inventory_row.revision, inventory_row.tracking, serial, lot.lot, unit,
       count_result.location, expected, found, adjusted
     FROM count_result
       JOIN inventory_row ON inventory_row.id = row_id
       JOIN part ON part.id = inventory_row.part_id
       LEFT JOIN lot ON lot.id = inventory_row.lot_id
     WHERE count_id = ? ORDER BY finding = 'agrees', count_result.location, count_result.id LIMIT ? OFFSET ?`,
    count,
    limit,
    offset
  )
}

export function countResults(db: ReadableDb, count: CountId): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM count_result WHERE count_id = ?', count)?.n ?? 0
}

/** How often a part at a revision, or a place, was counted, and how far the store was off. */
export interface DriftRow {
  /** The part number, or the place. */
  readonly name: string
  readonly unit: string
  /** In how many posted counts it was. */
  readonly counts: number
  /** In how many of them it was off. */
  readonly off: number
  /** All that was too much and too little in the store, added up regardless of its sign. */
  readonly amount: Quantity
  /** What was found more, less what was missing. */
  readonly net: Quantity
  readonly lastCounted: Instant
  readonly lastOff: Instant | null
}

/**
 * Which parts, or which places, were off in past counts, those that were off most often first.
 *
 * A place is told by unit of measure, since pieces and metres do not add up.
 */
export function drift(db: ReadableDb, by: 'part' | 'place', offset: number, limit: number): readonly DriftRow[] {
  return all<DriftRow>(db, `${driftOf(by)} ORDER BY off DESC, amount DESC, name LIMIT ? OFFSET ?`, limit, offset)
}

export function countDrift(db: ReadableDb, by: 'part' | 'place'): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM (${driftOf(by)})`)?.n ?? 0
}

function driftOf(by: 'part' | 'place'): string {
  const name = by === 'part' ? 'part_number' : 'count_result.location'
  return `SELECT name, unit, count(*) AS counts, sum(amount > 0) AS off, sum(amount) AS amount, sum(net) AS net,
      max(at) AS lastCounted, max(CASE WHEN amount > 0 THEN at END) AS lastOff
    FROM (SELECT ${name} AS name, unit, count_id, sum(abs(adjusted)) AS amount, sum(adjusted) AS net, max(event.at) AS at
      FROM count_result
        JOIN inventory_row ON inventory_row.id = row_id JOIN part ON part.id = inventory_row.part_id
        JOIN stock_count ON stock_count.id = count_id JOIN event ON event.seq = ended_seq
      GROUP BY ${name}, unit, count_id)
    GROUP BY name, unit`
}

export interface PostedCount {
  readonly id: CountId
  readonly count: string
  readonly state: 'posted' | 'cancelled'
  readonly at: Instant
  readonly operator: string
  readonly reason: string
  readonly places: string
  /** How many things were counted or expected, and how many of them differed. */
  readonly results: number
  readonly differs: number
}

/** Counts that are over, the newest first. */
export function endedCounts(db: ReadableDb, offset: number, limit: number): readonly PostedCount[] {
  return all<PostedCount>(
    db,
    `SELECT stock_count.id, count_no AS count, state, at, operator, reason,
       (SELECT coalesce(group_concat(location, ', '), '') FROM count_place WHERE count_id = stock_count.id) AS places,
       (SELECT count(*) FROM count_result WHERE count_id = stock_count.id) AS results,
       (SELECT count(*) FROM count_result WHERE count_id = stock_count.id AND adjusted <> 0) AS differs
     FROM stock_count JOIN event ON event.seq = ended_seq
     WHERE state <> 'open' ORDER BY ended_seq DESC LIMIT ? OFFSET ?`,
    limit,
    offset
  )
}

export function countEnded(db: ReadableDb): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM stock_count WHERE state <> 'open'")?.n ?? 0
}

export interface ListedCount {
  readonly id: CountId
  readonly count: string
  readonly state: 'open' | 'posted' | 'cancelled'
  readonly blind: 0 | 1
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly operator: string
  readonly results: number
  readonly differs: number
  readonly reason: string
}

/** Every count, or every open one, the oldest first. */
export function allCounts(db: ReadableDb, openOnly: boolean): readonly ListedCount[] {
  return all<ListedCount>(
    db,
    `SELECT stock_count.id, count_no AS count, state, blind, started.at AS startedAt, ended.at AS endedAt, reason,
       coalesce(ended.operator, started.operator) AS operator,
       (SELECT count(*) FROM count_result WHERE count_id = stock_count.id) AS results,
       (SELECT count(*) FROM count_result WHERE count_id = stock_count.id AND adjusted <> 0) AS differs
     FROM stock_count JOIN event AS started ON started.seq = started_seq
       LEFT JOIN event AS ended ON ended.seq = ended_seq
     WHERE state = 'open' OR NOT @openOnly ORDER BY stock_count.id`,
    { openOnly: openOnly ? 1 : 0 }
  )
}
