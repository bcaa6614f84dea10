import { shown } from '../../../core/words.ts'
import type { ScanDetailView, ScanRowView } from '../../../ipc/journal-views.ts'
import type { JournalEntry } from '../../../ipc/views.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import type { ReadableDb } from '../../store/database.ts'
import { eventsBetween } from '../../store/event.ts'
import type { JournalRow } from '../../store/scan.ts'
import { eventInWords } from '../event-words.ts'
import { HIDDEN_BADGE, isOfBadge, outcomeWithoutBadge } from './badge.ts'
import { scanText } from './scan-text.ts'

/** A row of the list has room for no more. */
const TEXT_OF_ROW = 160

/** To read more of them, export the events. */
const EVENTS_SHOWN = 50

/** A scan in the panel of what was scanned lately. */
export function recentScan(db: ReadableDb, scan: JournalRow): JournalEntry {
  const { id, at, scanner, raw, aim, meaning, outcome, sound } = scan
  if (!isOfBadge(db, scan)) {
    return { scan: id, at, scanner, text: shown(bytesToText(raw)), aim, meaning, outcome, sound }
  }
  return { scan: id, at, scanner, text: HIDDEN_BADGE, aim, meaning, outcome: outcomeWithoutBadge(scan), sound }
}

export function scanRowView(db: ReadableDb, scan: JournalRow): ScanRowView {
  const { id, at, scanner, raw, meaning, outcome, sound } = scan
  if (isOfBadge(db, scan)) {
    return { scan: id, at, scanner, text: HIDDEN_BADGE, meaning, outcome: outcomeWithoutBadge(scan), sound }
  }
  return { scan: id, at, scanner, text: shortened(scanText(raw)), meaning, outcome, sound }
}

export function scanDetailView(db: ReadableDb, scan: JournalRow): ScanDetailView {
  const { station, source, raw, aim, device, received, operator, firstEvent, lastEvent } = scan
  const isHidden = isOfBadge(db, scan)
  const caused = firstEvent === null || lastEvent === null ? [] : eventsBetween(db, firstEvent, lastEvent, EVENTS_SHOWN)
  return {
    ...scanRowView(db, scan),
    ...(isHidden ? {} : { text: scanText(raw) }),
    station,
    source,
    aim,
    device,
    hex: isHidden ? null : Buffer.from(raw).toString('hex'),
    receivedHex: isHidden || received === null ? null : Buffer.from(received).toString('hex'),
    operator,
    events: caused.map(({ seq, kind, data }) => ({ seq, words: eventInWords({ event: kind, data }) })),
    eventCount: firstEvent === null || lastEvent === null ? 0 : lastEvent - firstEvent + 1
  }
}

function shortened(text: string): string {
  return text.length > TEXT_OF_ROW ? `${text.slice(0, TEXT_OF_ROW - 1)}…` : text
}
