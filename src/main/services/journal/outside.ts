import type { ScanId } from '../../../core/ids.ts'
import { writeTable } from '../../files/write-table.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { scansAt, type JournalRow } from '../../store/scan.ts'
import { matchingScans, type ScanFilter } from '../../store/scan-search.ts'
import { HIDDEN_BADGE, isOfBadge, outcomeWithoutBadge } from './badge.ts'
import { codesOf, scanText } from './scan-text.ts'

/**
 * A scan as other programs see it. `raw` has the very bytes, in base64, so that it can be played again, and `received` has
 * what came where the scanner's settings made `raw` of it; both are null for a badge, whose code leaves the station in no
 * file.
 */
export type ScanOutside = Readonly<Record<(typeof SCAN_KEYS)[number], string | number | null>>

export const SCAN_KEYS = [
  'scan',
  'at',
  'station',
  'scanner',
  'source',
  'aim',
  'text',
  'meaning',
  'outcome',
  'sound',
  'operator',
  'first_event',
  'last_event',
  'raw',
  'device',
  'received'
] as const

/** So many are in memory at a time. */
const READ_AT_ONCE = 500

/**
 * The scans that a filter means, the oldest first: the order in which they can be played again. Take them in a
 * `snapshot`, as `matchingScans` asks for.
 */
export function* scansOutside(db: ReadableDb, filter: ScanFilter): Generator<ScanOutside> {
  const ids = matchingScans(db, filter, codesOf, ALL).toReversed()
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) yield* rowsOf(db, ids.slice(at, at + READ_AT_ONCE))
}

const ALL = -1

function* rowsOf(db: ReadableDb, ids: readonly ScanId[]): Generator<ScanOutside> {
  for (const scan of scansAt(db, ids)) yield scanOutside(db, scan)
}

function scanOutside(db: ReadableDb, scan: JournalRow): ScanOutside {
  const { id, at, station, scanner, source, raw, aim, device, received } = scan
  const { meaning, outcome, sound, operator, firstEvent, lastEvent } = scan
  const isHidden = isOfBadge(db, scan)
  return {
    scan: id,
    at,
    station,
    scanner,
    source,
    aim,
    text: isHidden ? HIDDEN_BADGE : scanText(raw),
    meaning,
    outcome: isHidden ? outcomeWithoutBadge(scan) : outcome,
    sound,
    operator,
    first_event: firstEvent,
    last_event: lastEvent,
    raw: isHidden ? null : Buffer.from(raw).toString('base64'),
    device,
    received: isHidden || received === null ? null : Buffer.from(received).toString('base64')
  }
}

/**
 * Writes the scans that a filter means to a .csv, .json or .jsonl file. Throws `StationError` like `writeTable`.
 *
 * @returns how many
 */
export function writeScans(db: ReadableDb, filter: ScanFilter, file: string): number {
  return snapshot(db, () => writeTable(file, SCAN_KEYS, [], scansOutside(db, filter)))
}
