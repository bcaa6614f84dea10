import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf, instantOf, type Clock } from '../core/clock.ts'
import { StationError } from '../core/errors.ts'

/** What the program did and what went wrong, a line each, for whoever looks after the station. */
export interface Log {
  info(event: string, details: Readonly<Record<string, unknown>>): void
  error(event: string, error: unknown): void
  close(): void
}

const KEPT_DAYS = 30
const MAX_FILE_BYTES = 20 * 1024 * 1024
const NAME = /^dockside-(\d{4}-\d{2}-\d{2})\.log$/

/**
 * Writes a file a day, `dockside-YYYY-MM-DD.log`, one JSON document a line, kept for 30 days.
 *
 * Never throws: a station whose log cannot be written still receives. A day that is too talkative is cut off.
 */
export function openLog(folder: string, clock: Clock): Log {
  let closed = false
  attempt(() => {
    mkdirSync(folder, { recursive: true })
    removeOld(folder, clock)
  })

  function write(level: 'info' | 'error', event: string, details: Readonly<Record<string, unknown>>): void {
    if (closed) return
    attempt(() => {
      const at = instantOf(clock.now())
      const file = join(folder, `dockside-${dayOf(at)}.log`)
      if (sizeOf(file) > MAX_FILE_BYTES) return
      appendFileSync(file, `${JSON.stringify({ at, level, event, ...details })}\n`)
    })
  }

  return {
    info: (event, details) => write('info', event, details),
    error: (event, error) => write('error', event, describeError(error)),
    close() {
      closed = true
    }
  }
}

function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = error instanceof StationError ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { ...code, message: error.message, stack: error.stack, ...cause }
}

function removeOld(folder: string, clock: Clock): void {
  const oldest = addDays(dayOf(instantOf(clock.now())), -KEPT_DAYS)
  for (const name of readdirSync(folder)) {
    const day = NAME.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name))
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // The log is the last place to report to: there is nobody left to tell.
  }
}
