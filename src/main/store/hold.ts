import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StationError } from '../../core/errors.ts'
import type { Instant } from '../../core/clock.ts'
import { makeFolder } from './make-folder.ts'

/** Who writes to a data folder. */
export interface Holder {
  readonly what: string
  readonly process: number
  readonly host: string
  readonly since: Instant
}

/** The right to write to a data folder, until it is released or the process ends, however it ends. */
export interface Hold {
  release(): void
}

/**
 * Takes a data folder for writing.
 *
 * The lock is SQLite's own on a file of its own: the system drops it when the process dies, so that no stale lock is
 * ever left. Throws `data-folder-held`, saying who holds it, when somebody does.
 */
export function holdDataFolder(dataFolder: string, what: string, since: Instant): Hold {
  makeDataFolder(dataFolder)
  const note = join(dataFolder, 'station.lock.json')
  const lock = openLock(join(dataFolder, 'station.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const holder = readHolder(note)
    throw new StationError(
      'data-folder-held',
      `${dataFolder} is in use by ${describeHolder(holder)}. Only one program may write to it at a time: close that one first, or use a command that only reads.`,
      { cause: error, details: { ...holder } }
    )
  }
  writeFileSync(note, `${JSON.stringify({ what, process: process.pid, host: hostname(), since })}\n`)
  // The listener also keeps the handle from being collected as garbage, which would drop the lock in silence.
  const drop = (): void => {
    lock.close()
  }
  process.once('exit', drop)
  return {
    release() {
      process.off('exit', drop)
      drop()
    }
  }
}

function makeDataFolder(dataFolder: string): void {
  try {
    makeFolder(dataFolder)
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `The data folder ${dataFolder} cannot be made: its parent is missing or read-only, or a file stands in its place. Choose another with --data.`,
      { cause: error }
    )
  }
}

function openLock(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 })
  } catch (error) {
    throw new StationError(
      'data-folder-unusable',
      `${file} cannot be written: the data folder is read-only for this user. Give this user the right to write there, or choose another folder with --data.`,
      { cause: error }
    )
  }
}

function readHolder(note: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function describeHolder(holder: Holder | undefined): string {
  if (!holder) return 'another program'
  return `${holder.what} (process ${holder.process} on ${holder.host}, since ${holder.since})`
}
