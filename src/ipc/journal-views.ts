import type { Instant } from '../core/clock.ts'
import type { EventSeq, ScanId } from '../core/ids.ts'
import type { Sound } from '../core/scan-sound.ts'

/** A scan in the list of the journal. Whatever became of it is null until it is answered. */
export interface ScanRowView {
  readonly scan: ScanId
  readonly at: Instant
  readonly scanner: string
  /** What was scanned, each control character as its picture; only its beginning where it is long. */
  readonly text: string
  readonly meaning: string | null
  readonly outcome: string | null
  readonly sound: Sound | null
}

export interface ScanListPage {
  readonly rows: readonly ScanRowView[]
  /** How many scans match, or as many as are counted. */
  readonly total: number
  /** Whether more match than were counted. */
  readonly isMore: boolean
}

/** All that the journal knows of a scan. */
export interface ScanDetailView extends ScanRowView {
  readonly station: string
  /** How it came in: typed by the scanner as by a keyboard, or not; null for scans of older programs. */
  readonly source: 'keyboard' | 'other' | null
  /** The symbology identifier, where the scanner sends one. */
  readonly aim: string | null
  /** Which of the devices that serve the scanner it came from, in words; null where that is not known. */
  readonly device: string | null
  /** The symbol's bytes, in hexadecimal; null for a badge, whose code nobody is shown. */
  readonly hex: string | null
  /** The bytes as they came, where the scanner's settings made others of them. */
  readonly receivedHex: string | null
  readonly operator: string | null
  /** The first of the events that it caused. */
  readonly events: readonly CausedEventView[]
  /** How many events it caused. */
  readonly eventCount: number
}

export interface CausedEventView {
  readonly seq: EventSeq
  /** In words, as the time line of a trace has it. */
  readonly words: string
}

/** What the journal can be narrowed to, and how far it goes back. */
export interface JournalOverview {
  readonly scanners: readonly string[]
  /** When the oldest scan was made that is still kept. */
  readonly oldest: Instant | null
  readonly keepDays: number
}
