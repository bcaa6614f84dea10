import type { Instant } from '../../core/clock.ts'
import type { ScanId } from '../../core/ids.ts'
import type { Sound } from '../../core/scan-sound.ts'
import { all, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface ScanRecord {
  readonly at: Instant
  readonly station: string
  readonly scanner: string
  /** The bytes as the scanner gave them, without terminator and AIM identifier. */
  readonly raw: Uint8Array
  /** `]C1` and the like, where the scanner sends it. */
  readonly aim: string | null
}

export interface JournalRow extends ScanRecord {
  readonly id: ScanId
  readonly meaning: string | null
  readonly outcome: string | null
  readonly sound: Sound | null
}

/** Writes a raw scan, before anybody asks what it means. On disk when this returns. */
export function insertScan(db: WritableDb, scan: ScanRecord): ScanId {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO scan (at, station, scanner, raw, aim) VALUES (?, ?, ?, ?, ?)'
  ).run(scan.at, scan.station, scan.scanner, scan.raw, scan.aim)
  return Number(lastInsertRowid) as ScanId
}

/** Adds what the scan meant and what became of it. A scan is answered once. */
export function answerScan(db: WritableDb, scan: ScanId, meaning: string, outcome: string, sound: Sound): void {
  const { changes } = statement(
    db,
    'UPDATE scan SET meaning = ?, outcome = ?, sound = ? WHERE id = ? AND outcome IS NULL'
  ).run(meaning, outcome, sound, scan)
  if (changes !== 1) throw new Error(`Scan ${scan} has an answer already`)
}

/** The newest scans first. */
export function recentScans(db: ReadableDb, limit: number): readonly JournalRow[] {
  return all<JournalRow>(db, 'SELECT * FROM scan ORDER BY id DESC LIMIT ?', limit)
}

/** Scans that were written but never answered: the program ended in between. Oldest first. */
export function unansweredScans(db: ReadableDb): readonly JournalRow[] {
  return all<JournalRow>(db, 'SELECT * FROM scan WHERE outcome IS NULL ORDER BY id')
}
