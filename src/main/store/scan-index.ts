import type { ScanId } from '../../core/ids.ts'
import type { Sound } from '../../core/scan-sound.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { SCAN_COLUMNS, type JournalRow } from './scan.ts'
import { all, one, statement } from './statement.ts'

/** What a scan is found by, each with the marks before it that `searchTerms` asks for; in lower case. */
export type CodesOf = (scan: JournalRow) => string

/**
 * Scans up to this one are in the index, but for those without an answer; 0 while none is. The others are looked
 * through one by one.
 */
export function indexedUpTo(db: ReadableDb): ScanId {
  return (one<{ id: number }>(db, 'SELECT rowid AS id FROM scan_search ORDER BY rowid DESC LIMIT 1')?.id ?? 0) as ScanId
}

/** The oldest answered scans that are not in the index. */
export function unindexedScans(db: ReadableDb, limit: number): readonly JournalRow[] {
  return all<JournalRow>(
    db,
    `SELECT ${SCAN_COLUMNS} FROM scan WHERE id > ? AND outcome IS NOT NULL ORDER BY id LIMIT ?`,
    indexedUpTo(db),
    limit
  )
}

/** Has scans found by the index. */
export function indexScans(db: WritableDb, scans: readonly JournalRow[], codesOf: CodesOf): void {
  const insert = statement(db, 'INSERT INTO scan_search (rowid, codes) VALUES (?, ?)')
  for (const scan of scans) {
    const facets = `${scan.sound === null ? '' : soundToken(scan.sound)}${scannerToken(scannerNumber(db, scan.scanner))}`
    insert.run(scan.id, `${codesOf(scan)}${facets}`)
  }
}

/**
 * Merges a few pages of what was added one by one.
 *
 * @returns whether there is more to merge (SQLite, FTS5, section 6.8, "The 'merge' command")
 */
export function mergeIndex(db: WritableDb, pages: number): boolean {
  const before = totalChanges(db)
  statement(db, "INSERT INTO scan_search (scan_search, rank) VALUES ('merge', ?)").run(pages)
  return totalChanges(db) - before >= 2
}

function totalChanges(db: ReadableDb): number {
  return one<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0
}

/** All scanners that the index knows. */
export function indexedScanners(db: ReadableDb): readonly string[] {
  return all<{ scanner: string }>(db, 'SELECT scanner FROM scan_scanner').map(({ scanner }) => scanner)
}

/** What a scan of this scanner holds in the index; absent while none is in it. */
export function tokenOfScanner(db: ReadableDb, scanner: string): string | undefined {
  const found = one<{ id: number }>(db, 'SELECT id FROM scan_scanner WHERE scanner = ?', scanner)
  return found && scannerToken(found.id)
}

function scannerNumber(db: WritableDb, scanner: string): number {
  const known = one<{ id: number }>(db, 'SELECT id FROM scan_scanner WHERE scanner = ?', scanner)
  return (
    known?.id ?? Number(statement(db, 'INSERT INTO scan_scanner (scanner) VALUES (?)').run(scanner).lastInsertRowid)
  )
}

/**
 * A sound, and a scanner, are runs of three characters, as the index keeps them. What was scanned may hold the same:
 * they narrow down, and the scan itself is asked after.
 */
export function soundToken(sound: Sound): string {
  return `␅${SOUND_LETTERS[sound]}`
}

const SOUND_LETTERS: Readonly<Record<Sound, string>> = {
  accepted: 'ac',
  'line-complete': 'lc',
  refused: 're',
  duplicate: 'du',
  attention: 'at'
}

/** Two scanners may share a token after this many; nobody has so many. */
const SCANNER_TOKENS = 36 * 36

function scannerToken(number: number): string {
  return `␆${(number % SCANNER_TOKENS).toString(36).padStart(2, '0')}`
}
