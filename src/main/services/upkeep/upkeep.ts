import type { Clock } from '../../../core/clock.ts'
import type { Timers } from '../../devices/timers.ts'

/** Work that can wait until nobody scans, in steps that a scan may have to wait for. */
export interface UpkeepJob {
  /** One step, in a transaction of its own. Says whether there may be more. */
  step(): boolean
  /** Called once a day. */
  newDay?(): void
}

/** Does what can wait, while nobody scans. */
export interface Upkeep {
  /** Says that something happened: whatever there is to do waits a moment longer. */
  happened(): void
  close(): void
}

export interface UpkeepParts {
  /** The most urgent first. */
  readonly jobs: readonly UpkeepJob[]
  readonly timers: Timers
  /** What cannot be done now is tried again after the next scan, and the next day. */
  readonly onError: (error: unknown) => void
}

/** Nobody scans on for so long, then there is time. */
const QUIET_MS = 300

/** Where scans never leave off, something is done all the same once in so many waits. */
const PATIENCE = 20

/** Steps follow each other for so long, then others have their turn for so long. */
const TURN_MS = 4
const PAUSE_MS = 50

const DAY_MS = 86_400_000

/** Steps are timed by the clock of the machine, which nobody sets. */
export function createUpkeep({ jobs, timers, onError }: UpkeepParts, machine: Clock = performanceClock): Upkeep {
  let hasMore = true
  let isBusy = false
  let waited = 0
  let stop = timers.after(QUIET_MS, turn)
  let stopDay = timers.after(DAY_MS, day)

  function turn(): void {
    if (isBusy && waited < PATIENCE) {
      waited += 1
      isBusy = false
      stop = timers.after(QUIET_MS, turn)
      return
    }
    waited = 0
    isBusy = false
    try {
      const from = machine.now()
      do hasMore = jobs.some((job) => job.step())
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
    for (const job of jobs) job.newDay?.()
    wake()
    stopDay = timers.after(DAY_MS, day)
  }

  return {
    happened() {
      isBusy = true
      wake()
    },
    close() {
      stop()
      stopDay()
    }
  }
}

const performanceClock: Clock = { now: () => performance.now() }
