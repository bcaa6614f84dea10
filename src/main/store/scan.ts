import type { Instant } from '../../core/clock.ts'
import type { EventSeq, ScanId } from '../../core/ids.ts'
import type { Sound } from '../../core/scan-sound.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** How a scan came in: the same bytes may mean something else when they were typed. */
export type ScanSource = 'keyboard' | 'other'

export interface ScanRecord {
  readonly at: Instant
  readonly station: string
  readonly scanner: string
  readonly source: ScanSource
  /** The symbol's bytes, without terminator, AIM identifier, and what the settings say that the scanner adds or replaces. */
  readonly raw: Uint8Array
  /** `]C1` and the like, where the scanner sends it. */
  readonly aim: string | null
  /** Which of the devices that serve the scanner it came from, in words; null where that is not known. */
  readonly device: string | null
  /** The bytes as they came, without the terminator, where that is more or other than the AIM identifier and `raw`. */
  readonly received: Uint8Array | null
}

/** What became of a scan. */
export interface ScanOutcome {
  readonly meaning: string
  readonly outcome: string
  readonly sound: Sound
  /** Whoever was at the station; null where nobody knows any more. */
  readonly operator: string | null
  /** The events that it caused, the first and the last; null where it caused none. */
  readonly events: EventRange | null
}

export interface EventRange {
  readonly first: EventSeq
  readonly last: EventSeq
}

/** A scan as the journal has it. Whatever became of it is null until it is answered. */
export interface JournalRow extends Omit<ScanRecord, 'source'> {
  readonly id: ScanId
  /** Null for scans of older programs. */
  readonly source: ScanSource | null
  readonly meaning: string | null
  readonly outcome: string | null
  readonly sound: Sound | null
  readonly operator: string | null
  readonly firstEvent: EventSeq | null
  readonly lastEvent: EventSeq | null
}

/** The columns of a {@link JournalRow}. */
export const SCAN_COLUMNS = `scan.id, scan.at, scan.station, scan.scanner, scan.source, scan.raw, scan.aim, scan.device, scan.received, scan.meaning,
  scan.outcome, scan.sound, scan.operator, scan.first_event AS firstEvent, scan.last_event AS lastEvent`

/** Writes a raw scan, before anybody asks what it means. On disk once the transaction around it is. */
export function insertScan(db: WritableDb, scan: ScanRecord): ScanId {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO scan (at, station, scanner, source, raw, aim, device, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  ).run(scan.at, scan.station, scan.scanner, scan.source, scan.raw, scan.aim, scan.device, scan.received)
  return Number(lastInsertRowid) as ScanId
}

/** Adds what the scan meant and what became of it. A scan is answered once. */
export function answerScan(db: WritableDb, scan: ScanId, answer: ScanOutcome): void {
  const { meaning, outcome, sound, operator, events } = answer
  const { changes } = statement(
    db,
    `UPDATE scan SET meaning = ?, outcome = ?, sound = ?, operator = ?, first_event = ?, last_event = ?
     WHERE id = ? AND outcome IS NULL`
  ).run(meaning, outcome, sound, operator, events?.first ?? null, events?.last ?? null, scan)
  if (changes !== 1) throw new Error(`Scan ${scan} has an answer already`)
}

/** The newest scans first. */
export function recentScans(db: ReadableDb, limit: number): readonly JournalRow[] {
  return all<JournalRow>(db, `SELECT ${SCAN_COLUMNS} FROM scan ORDER BY id DESC LIMIT ?`, limit)
}

/** The scan before the one that is being answered; absent where there was none. */
export function lastAnsweredScan(db: ReadableDb): JournalRow | undefined {
  return one<JournalRow>(db, `SELECT ${SCAN_COLUMNS} FROM scan WHERE outcome IS NOT NULL ORDER BY id DESC LIMIT 1`)
}

/** Scans that were written but never answered: the program ended in between. Oldest first. */
export function unansweredScans(db: ReadableDb): readonly JournalRow[] {
  return all<JournalRow>(db, `SELECT ${SCAN_COLUMNS} FROM scan WHERE outcome IS NULL ORDER BY id`)
}

export function scanAt(db: ReadableDb, id: ScanId): JournalRow | undefined {
  return one<JournalRow>(db, `SELECT ${SCAN_COLUMNS} FROM scan WHERE id = ?`, id)
}

/** The scans with these numbers, in the order of the numbers; those that are gone are left out. */
export function scansAt(db: ReadableDb, ids: readonly ScanId[]): readonly JournalRow[] {
  return all<JournalRow>(
    db,
    `SELECT ${SCAN_COLUMNS} FROM json_each(?) JOIN scan ON scan.id = json_each.value ORDER BY json_each.key`,
    JSON.stringify(ids)
  )
}

/** When the oldest scan was made that the journal has. */
export function oldestScanAt(db: ReadableDb): Instant | undefined {
  return one<{ at: Instant }>(db, 'SELECT at FROM scan ORDER BY id LIMIT 1')?.at
}

export function newestScanAt(db: ReadableDb): Instant | undefined {
  return one<{ at: Instant }>(db, 'SELECT at FROM scan ORDER BY id DESC LIMIT 1')?.at
}
