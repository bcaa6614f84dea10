import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, instantOf, parseDay, UTC } from '../core/clock.ts'
import type { Clock, Day } from '../core/clock.ts'
import { logLine } from './log-line.ts'

/** Structured lines for whoever has to find out what happened. Writing never throws, and secrets are hidden. */
export interface Log {
  info(event: string, fields?: object): void
  /** Something went wrong and the station went on. `cause`: an error, or fields that may hold one. */
  warn(event: string, cause?: unknown): void
  /** A failure or a bug. */
  error(event: string, cause?: unknown): void
  close(): void
}

export interface LogLimits {
  /** A file that grows past this makes room for a new one of the same day, and the one before that goes. */
  readonly maxFileBytes: number
  readonly keptDays: number
}

const LIMITS: LogLimits = { maxFileBytes: 10_000_000, keptDays: 30 }

interface OpenFile {
  readonly day: Day
  readonly descriptor: number
  bytes: number
}

/**
 * Writes to `dockside-YYYY-MM-DD.log` in the folder, a file for each day in UTC and one line of JSON for each entry.
 *
 * Where the folder cannot be written, the lines are lost and the station goes on.
 */
export function openLog(folder: string, clock: Clock, limits: LogLimits = LIMITS): Log {
  let file: OpenFile | undefined
  let isClosed = false

  function fileFor(day: Day): OpenFile {
    if (file && (file.day !== day || file.bytes >= limits.maxFileBytes)) closeFile()
    if (!file) {
      mkdirSync(folder, { recursive: true })
      removeOld(folder, addDays(day, -limits.keptDays))
      file = openFile(folder, day, limits.maxFileBytes)
    }
    return file
  }

  function write(level: 'info' | 'warn' | 'error', event: string, cause: unknown): void {
    if (isClosed) return
    try {
      const at = instantOf(clock.now())
      const current = fileFor(UTC.dayOf(at))
      current.bytes += writeSync(current.descriptor, logLine({ at, level, event, cause }))
    } catch {
      // There is nowhere left to say it.
    }
  }

  function closeFile(): void {
    const closing = file
    file = undefined
    if (closing) closeQuietly(closing.descriptor)
  }

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, cause) => write('warn', event, cause),
    error: (event, cause) => write('error', event, cause),
    close() {
      isClosed = true
      closeFile()
    }
  }
}

function openFile(folder: string, day: Day, maxBytes: number): OpenFile {
  const path = join(folder, `dockside-${day}.log`)
  const descriptor = openSync(path, 'a')
  const { size } = fstatSync(descriptor)
  if (size < maxBytes) return { day, descriptor, bytes: size }
  closeQuietly(descriptor)
  renameSync(path, join(folder, `dockside-${day}.1.log`))
  return { day, descriptor: openSync(path, 'a'), bytes: 0 }
}

function removeOld(folder: string, before: Day): void {
  for (const name of readdirSync(folder)) {
    const day = parseDay(/^dockside-(\d{4}-\d{2}-\d{2})(?:\.1)?\.log$/.exec(name)?.[1] ?? '')
    if (day !== undefined && day < before) rmSync(join(folder, name), { force: true })
  }
}

function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor)
  } catch {
    // The disk is gone; so is what was to be closed.
  }
}
