import type { Clock } from '../../../core/clock.ts'
import type { Timers } from '../../devices/timers.ts'
import { transaction } from '../../store/database.ts'
import { indexScans, mergeIndex, unindexedScans } from '../../store/scan-index.ts'
import type { StationContext } from '../context.ts'
import { beginRemoval, type Removal } from './removal.ts'
import { codesOf } from './scan-text.ts'

/** Keeps the journal searchable and no longer than it has to be, while nobody scans. */
export interface JournalUpkeep {
  /** Says that there was a scan: whatever there is to do waits a moment longer. */
  scanned(): void
  close(): void
}

export interface JournalUpkeepParts {
  readonly context: StationContext
  readonly keepDays: number
  readonly timers: Timers
  /** What cannot be done now is tried again after the next scan, and the next day. */
  readonly onError: (error: unknown) => void
}

/** Nobody scans on for so long, then there is time. */
const QUIET_MS = 300

/** Where scans never leave off, something is done all the same once in so many waits. */
const PATIENCE = 20

/** No step of it takes longer than a scan is allowed to take to the disk. */
const SCANS_AT_ONCE = 8
const PAGES_AT_ONCE = 8

/** Steps follow each other for so long, then others have their turn for so long. */
const TURN_MS = 4
const PAUSE_MS = 50

const DAY_MS = 86_400_000

/** Steps are timed by the clock of the machine, which nobody sets. */
export function createJournalUpkeep(parts: JournalUpkeepParts, machine: Clock = performanceClock): JournalUpkeep {
  const { context, keepDays, timers, onError } = parts
  let removal: Removal | null = beginRemoval(context, keepDays, SCANS_AT_ONCE)
  let hasMore = true
  let wasScanned = false
  let waited = 0
  let stop = timers.after(QUIET_MS, turn)
  let stopDay = timers.after(DAY_MS, day)

  /** One step of what is most urgent: what was scanned, then what makes searching quick, then what is old. */
  function step(): boolean {
    const scans = unindexedScans(context.db, SCANS_AT_ONCE)
    if (scans.length > 0) {
      transaction(context.db, () => indexScans(context.db, scans, codesOf))
      return true
    }
    if (transaction(context.db, () => mergeIndex(context.db, PAGES_AT_ONCE))) return true
    if (removal?.step() === true) return true
    removal = null
    return false
  }

  function turn(): void {
    if (wasScanned && waited < PATIENCE) {
      waited += 1
      wasScanned = false
      stop = timers.after(QUIET_MS, turn)
      return
    }
    waited = 0
    wasScanned = false
    try {
      const from = machine.now()
      do hasMore = step()
      while (hasMore && machine.now() - from < TURN_MS)
    } catch (error) {
      hasMore = false
      onError(error)
    }
    if (hasMore) stop = timers.after(PAUSE_MS, turn)
  }

  function wake(): void {
    if (hasMore) return
    hasMore = true
    stop = timers.after(QUIET_MS, turn)
  }

  function day(): void {
    removal ??= beginRemoval(context, keepDays, SCANS_AT_ONCE)
    wake()
    stopDay = timers.after(DAY_MS, day)
  }

  return {
    scanned() {
      wasScanned = true
      wake()
    },
    close() {
      stop()
      stopDay()
    }
  }
}

const performanceClock: Clock = { now: () => performance.now() }
