import type { Instant } from '../../core/clock.ts'
import type { CountEntryId, CountId, EventSeq, LotId, PartId, RowId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export type CountState = 'open' | 'posted' | 'cancelled'

export interface CountRow {
  readonly id: CountId
  readonly count: string
  /** 1 or 0. */
  readonly blind: 0 | 1
  readonly state: CountState
  readonly reason: string
  readonly startedSeq: EventSeq
  readonly endedSeq: EventSeq | null
}

const SELECT_COUNT = `SELECT id, count_no AS count, blind, state, reason, started_seq AS startedSeq, ended_seq AS endedSeq
  FROM stock_count`

export function countAt(db: ReadableDb, id: CountId): CountRow | undefined {
  return one<CountRow>(db, `${SELECT_COUNT} WHERE id = ?`, id)
}

export function countNumbered(db: ReadableDb, count: string): CountRow | undefined {
  return one<CountRow>(db, `${SELECT_COUNT} WHERE count_no = ?`, count)
}

export function openCounts(db: ReadableDb): readonly CountRow[] {
  return all<CountRow>(db, `${SELECT_COUNT} WHERE state = 'open' ORDER BY id`)
}

/** The open count that a place is in. */
export function openCountAt(db: ReadableDb, location: string): CountRow | undefined {
  return one<CountRow>(
    db,
    `${SELECT_COUNT} WHERE id = (SELECT count_id FROM count_place WHERE location = ? AND is_open = 1)`,
    location
  )
}

/** The key of the next count: its first event names it before its row can be there. */
export function nextCountId(db: ReadableDb): CountId {
  return ((one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM stock_count')?.id ?? 0) + 1) as CountId
}

export function insertCount(db: WritableDb, id: CountId, count: string, blind: boolean, startedSeq: EventSeq): void {
  statement(db, `INSERT INTO stock_count (id, count_no, blind, state, started_seq) VALUES (?, ?, ?, 'open', ?)`).run(
    id,
    count,
    blind ? 1 : 0,
    startedSeq
  )
}

/** Ends a count; its places may be counted in others from now on. */
export function endCount(
  db: WritableDb,
  count: CountId,
  state: 'posted' | 'cancelled',
  reason: string,
  seq: EventSeq
): void {
  statement(db, 'UPDATE stock_count SET state = ?, reason = ?, ended_seq = ? WHERE id = ?').run(
    state,
    reason,
    seq,
    count
  )
  statement(db, 'UPDATE count_place SET is_open = 0 WHERE count_id = ?').run(count)
}

export function setCountBlind(db: WritableDb, count: CountId, blind: boolean): void {
  statement(db, 'UPDATE stock_count SET blind = ? WHERE id = ?').run(blind ? 1 : 0, count)
}

export function setCountReason(db: WritableDb, count: CountId, reason: string): void {
  statement(db, 'UPDATE stock_count SET reason = ? WHERE id = ?').run(reason, count)
}

export interface PlaceRow {
  readonly location: string
  readonly operator: string
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  /** The store's last movement when counting began there. */
  readonly mark: number
  /** The store's last movement when somebody was last sent back there by the variance; the mark until then. */
  readonly lookedMark: number
}

export function placesOf(db: ReadableDb, count: CountId): readonly PlaceRow[] {
  return all<PlaceRow>(
    db,
    `SELECT location, operator, started_at AS startedAt, finished_at AS finishedAt, mark, looked_mark AS lookedMark FROM count_place
     WHERE count_id = ? ORDER BY started_at, location`,
    count
  )
}

/** A place joins a count. */
export function insertPlace(
  db: WritableDb,
  count: CountId,
  { location, operator, startedAt, mark }: Omit<PlaceRow, 'finishedAt' | 'lookedMark'>
): void {
  statement(
    db,
    `INSERT INTO count_place (count_id, location, operator, started_at, is_open, mark, looked_mark)
     VALUES (?, ?, ?, ?, 1, ?, ?)`
  ).run(count, location, operator, startedAt, mark, mark)
}

/** Counting of a place goes on, or is finished. */
export function finishPlace(db: WritableDb, count: CountId, location: string, finishedAt: Instant | null): void {
  statement(db, 'UPDATE count_place SET finished_at = ? WHERE count_id = ? AND location = ?').run(
    finishedAt,
    count,
    location
  )
}

/** Somebody was sent back to a place: what is not counted there from now on is not there. */
export function markPlace(db: WritableDb, count: CountId, location: string, mark: number): void {
  statement(db, 'UPDATE count_place SET looked_mark = ? WHERE count_id = ? AND location = ?').run(mark, count, location)
}

/** Takes a place out of an open count, with all that was counted there. */
export function deletePlace(db: WritableDb, count: CountId, location: string): void {
  for (const table of ['count_unknown', 'count_entry', 'count_place']) {
    statement(db, `DELETE FROM ${table} WHERE count_id = ? AND location = ?`).run(count, location)
  }
}

/** The store's last movement: what comes later has a higher number. */
export function lastMovement(db: ReadableDb): number {
  return one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM movement')?.id ?? 0
}

export interface EntryRecord {
  readonly count: CountId
  readonly location: string
  readonly tracking: TrackingType
  readonly partId: PartId
  readonly revision: string
  readonly row: RowId | null
  readonly lotId: LotId | null
  readonly quantity: Quantity
  readonly mark: number
  readonly operator: string
  readonly at: Instant
}

export interface EntryRow extends EntryRecord {
  readonly id: CountEntryId
  readonly partNumber: string
  readonly unit: string
  readonly serial: string | null
  readonly lot: string | null
}

const SELECT_ENTRY = `SELECT count_entry.id, count_id AS count, count_entry.location, count_entry.tracking,
    count_entry.part_id AS partId, count_entry.revision, row_id AS row, count_entry.lot_id AS lotId,
    count_entry.quantity, mark, operator, at, part_number AS partNumber, unit, serial, lot.lot
  FROM count_entry
    JOIN part ON part.id = count_entry.part_id
    LEFT JOIN inventory_row ON inventory_row.id = row_id
    LEFT JOIN lot ON lot.id = count_entry.lot_id`

export function entriesOf(db: ReadableDb, count: CountId): readonly EntryRow[] {
  return all<EntryRow>(db, `${SELECT_ENTRY} WHERE count_id = ? ORDER BY count_entry.id`, count)
}

/** What was counted last at a place, the newest first. */
export function lastEntries(db: ReadableDb, count: CountId, location: string, limit: number): readonly EntryRow[] {
  return all<EntryRow>(
    db,
    `${SELECT_ENTRY} WHERE count_id = ? AND count_entry.location = ? ORDER BY count_entry.id DESC LIMIT ?`,
    count,
    location,
    limit
  )
}

export function entryAt(db: ReadableDb, id: CountEntryId): EntryRow | undefined {
  return one<EntryRow>(db, `${SELECT_ENTRY} WHERE count_entry.id = ?`, id)
}

export function unitEntry(db: ReadableDb, count: CountId, row: RowId): EntryRow | undefined {
  return one<EntryRow>(db, `${SELECT_ENTRY} WHERE count_id = ? AND row_id = ?`, count, row)
}

/** The piles of a lot or an untracked part that are counted at a place, the first one first. */
export function pileEntries(
  db: ReadableDb,
  count: CountId,
  location: string,
  part: PartId,
  lot: LotId | null,
  revision: string
): readonly EntryRow[] {
  return all<EntryRow>(
    db,
    `${SELECT_ENTRY} WHERE count_id = @count AND count_entry.location = @location AND count_entry.part_id = @part
       AND count_entry.lot_id IS @lot AND count_entry.revision = @revision AND row_id IS NULL ORDER BY count_entry.id`,
    { count, location, part, lot, revision }
  )
}

export function countEntries(db: ReadableDb, count: CountId, location: string): number {
  return (
    one<{ n: number }>(db, 'SELECT count(*) AS n FROM count_entry WHERE count_id = ? AND location = ?', count, location)
      ?.n ?? 0
  )
}

export function insertEntry(db: WritableDb, entry: EntryRecord): void {
  statement(
    db,
    `INSERT INTO count_entry (count_id, location, tracking, part_id, revision, row_id, lot_id, quantity, mark, operator, at)
     VALUES (@count, @location, @tracking, @partId, @revision, @row, @lotId, @quantity, @mark, @operator, @at)`
  ).run(entry)
}

export function deleteEntry(db: WritableDb, id: CountEntryId): void {
  statement(db, 'DELETE FROM count_entry WHERE id = ?').run(id)
}

export interface UnknownRow {
  readonly location: string
  readonly code: string
  readonly what: 'serial' | 'lot' | 'code'
  readonly partId: PartId | null
  readonly partNumber: string | null
  readonly operator: string
  readonly at: Instant
}

/** What was scanned in a count and is still unknown: what was received since has left the list. */
export function unknownOf(db: ReadableDb, count: CountId): readonly UnknownRow[] {
  return all<UnknownRow>(
    db,
    `SELECT location, code, what, part_id AS partId, part_number AS partNumber, operator, at
     FROM count_unknown LEFT JOIN part ON part.id = part_id
     WHERE count_id = ?
       AND NOT (what <> 'lot' AND EXISTS (SELECT 1 FROM inventory_row WHERE serial = code))
       AND NOT (what <> 'serial' AND EXISTS (SELECT 1 FROM lot
         WHERE lot.lot = code AND lot.part_id = coalesce(count_unknown.part_id, lot.part_id)))
       AND NOT (what = 'code' AND EXISTS (SELECT 1 FROM part WHERE part_number = code))
     ORDER BY at, code`,
    count
  )
}

export function noteUnknown(db: WritableDb, count: CountId, unknown: Omit<UnknownRow, 'partNumber'>): void {
  statement(
    db,
    `INSERT OR IGNORE INTO count_unknown (count_id, location, code, what, part_id, operator, at)
     VALUES (@count, @location, @code, @what, @partId, @operator, @at)`
  ).run({ count, ...unknown })
}

/** What a row's movements after a mark were: how many anywhere, how many at a place, and their sum there. */
export function movedSince(
  db: ReadableDb,
  row: RowId,
  location: string,
  mark: number
): { readonly anywhere: number; readonly here: number; readonly sum: Quantity } {
  return (
    one<{ anywhere: number; here: number; sum: Quantity }>(
      db,
      `SELECT count(*) AS anywhere, count(*) FILTER (WHERE location = @location) AS here,
         coalesce(sum(quantity) FILTER (WHERE location = @location), 0) AS sum
       FROM movement WHERE row_id = @row AND id > @mark`,
      { row, location, mark }
    ) ?? { anywhere: 0, here: 0, sum: 0 as Quantity }
  )
}
