import { instantOf, type Clock, type Instant } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { BackupsView } from '../../../ipc/views.ts'
import type { Timers } from '../../devices/timers.ts'
import type { KeptBackup } from '../../store/kept-backups.ts'

/** Has a backup written once a day, while nobody scans. */
export interface DailyBackup {
  /** Says that something happened: a backup that is due waits longer. */
  happened(): void
  view(): BackupsView
  /** Why the last one was not written, or what it lacks, in words. */
  problem(): string | null
  close(): void
}

export interface DailyBackupParts {
  /** Whether there are to be any. */
  readonly isOn: boolean
  readonly folder: string
  readonly clock: Clock
  readonly timers: Timers
  /** The backups that there are, the newest first. */
  readonly kept: () => readonly KeptBackup[]
  /** Says which files of issues were not there any more to be copied. */
  readonly write: (at: Instant) => Promise<readonly string[]>
  /** Called when there is another backup, or another reason why there is none. */
  readonly onChange: () => void
  readonly onError: (error: unknown) => void
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A little less than a day: a station that is switched on each morning makes it each morning. */
const DUE_MS = 23 * HOUR_MS

/** Nobody scans for so long, then there is time; where scans never leave off, it is written after so many waits. */
const QUIET_MS = MINUTE_MS
const PATIENCE = 240

/** A disk may have room again. */
const AFTER_FAILURE_MS = HOUR_MS

export function createDailyBackup(parts: DailyBackupParts): DailyBackup {
  const { isOn, folder, clock, timers, kept, write, onChange, onError } = parts
  let isBusy = false
  let waited = 0
  let closed = false
  let problem: string | null = null
  let stop = isOn ? timers.after(QUIET_MS, turn) : () => undefined

  function again(delayMs: number): void {
    if (!closed) stop = timers.after(delayMs, turn)
  }

  function turn(): void {
    if (!isDue() || (isBusy && waited < PATIENCE)) {
      waited = isDue() ? waited + 1 : 0
      isBusy = false
      return again(QUIET_MS)
    }
    waited = 0
    void backUp().then(again)
  }

  /** A backup of the future is one from before the clock was set back, and says nothing of today. */
  function isDue(): boolean {
    const newest = kept().find(({ kind, at }) => kind === 'daily' && Date.parse(at) <= clock.now())
    return newest === undefined || clock.now() - Date.parse(newest.at) >= DUE_MS
  }

  async function backUp(): Promise<number> {
    try {
      const missing = await write(instantOf(clock.now()))
      problem = missing.length === 0 ? null : missingWords(missing.length)
    } catch (error) {
      if (closed) return QUIET_MS
      onError(error)
      problem = error instanceof StationError ? error.message : `The backup failed: ${String(error)}`
      onChange()
      return AFTER_FAILURE_MS
    }
    if (!closed) onChange()
    return QUIET_MS
  }

  return {
    happened() {
      isBusy = true
    },
    view() {
      const newest = kept().find(({ at }) => Date.parse(at) <= clock.now()) ?? kept()[0]
      return { folder, newest: newest ? { at: newest.at, bytes: newest.bytes } : null, problem }
    },
    problem: () => problem,
    close() {
      closed = true
      stop()
    }
  }
}

function missingWords(files: number): string {
  return `The newest backup is whole but for ${files === 1 ? 'a file of an issue that was' : `${files} files of issues that were`} gone or altered already. dockside verify names them.`
}
