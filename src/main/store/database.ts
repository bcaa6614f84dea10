import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StationError } from '../../core/errors.ts'
import { explainSqliteFailure } from './failure.ts'

/** A handle that may only read. A function that takes it cannot write, by type. */
export type ReadableDb = Database.Database & { readonly __readable: true }

/** The station's one handle that writes. */
export type WritableDb = ReadableDb & { readonly __writable: true }

/** 64 MiB of pages: with years of history, what is asked for again and again no longer fits into less. */
const CACHE = 'cache_size = -65536'

/**
 * Opens the database for writing, making it when it is not there.
 *
 * `synchronous = FULL` is set by hand: this build of SQLite falls back to NORMAL in WAL mode, where a committed
 * receipt can vanish with the power although its label is already on the goods.
 */
export function openWritable(file: string): WritableDb {
  return explained(file, () => {
    const db = new Database(file)
    try {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.pragma('busy_timeout = 2000')
      db.pragma(CACHE)
      // macOS answers fsync before the drive has written; this asks the drive.
      db.pragma('fullfsync = ON')
      db.pragma('checkpoint_fullfsync = ON')
      return db as WritableDb
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Opens the database for reading beside a running station. The file must be there. */
export function openReadable(file: string): ReadableDb {
  if (!existsSync(file)) {
    throw new StationError(
      'not-found',
      `There is no database in ${dirname(file)}: nothing has been received or imported there yet. Check --data, or import parts first.`
    )
  }
  return explained(file, () => {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      db.pragma('busy_timeout = 5000')
      db.pragma(CACHE)
      db.pragma('user_version')
      return db as ReadableDb
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** A database in memory with the same rules, for tests. */
export function openInMemory(): WritableDb {
  return openWritable(':memory:')
}

/** Runs one decision: all of it or nothing. Failures of the disk come out as `StationError`. */
export function transaction<T>(db: WritableDb, decide: () => T): T {
  return explained(db.name, () => db.transaction(decide).immediate())
}

/** Reads several things as they stood at one moment. */
export function snapshot<T>(db: ReadableDb, read: () => T): T {
  return explained(db.name, () => db.transaction(read).deferred())
}

function explained<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explainSqliteFailure(error, file)
  }
}
