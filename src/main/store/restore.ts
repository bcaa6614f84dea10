import { copyFileSync, existsSync, linkSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { openReadable, openWritable, type ReadableDb, type WritableDb } from './database.ts'
import { explainSqliteFailure } from './failure.ts'
import { flushFile, flushFolder } from './flush.ts'
import { migrate, schemaVersion, type Migration } from './migrate.ts'
import { throwAway } from './unfinished.ts'

/**
 * Copies a backup beside the database that it is to replace, checks it and brings its schema up to date.
 *
 * Nothing of the station is touched. The caller closes what it gets, and puts it in place with {@link putInPlace} or
 * throws it away with {@link throwAway}.
 */
export function openRestored(backup: string, unfinished: string, migrations: readonly Migration[]): WritableDb {
  if (!existsSync(backup)) {
    throw new StationError('not-found', `There is no file ${backup}. Name a backup, such as backups/dockside-….db.`)
  }
  // Whoever only looked at a backup may have left an empty one.
  if ((statSync(`${backup}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new StationError(
      'refused',
      `${backup} has a log beside it: it is the database of a station and no backup. Make a backup of that station with dockside backup, and restore that.`
    )
  }
  throwAway(unfinished)
  try {
    copyFileSync(backup, unfinished)
    return openChecked(backup, unfinished, migrations)
  } catch (error) {
    throwAway(unfinished)
    const explained = explainSqliteFailure(error, backup)
    if (explained instanceof StationError) throw explained
    throw new StationError(
      'data-folder-unusable',
      `${backup} could not be copied into the data folder: ${error instanceof Error ? error.message : String(error)}. Check its rights and the space on the disk; the station's data is untouched.`,
      { cause: error }
    )
  }
}

function openChecked(backup: string, copy: string, migrations: readonly Migration[]): WritableDb {
  const db = openWritable(copy)
  try {
    if (schemaVersion(db) === 0) {
      throw new StationError('refused', `${backup} is no backup of a station. Name a file that dockside backup wrote.`)
    }
    const verdict = db.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') {
      throw new StationError(
        'database-corrupt',
        `The backup ${backup} is damaged (${String(verdict)}). Nothing was changed. Restore an older one.`
      )
    }
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Reads from the database that is about to be replaced; absent where there is none, or none that can be read. */
export function readReplaced<T>(file: string, read: (db: ReadableDb) => T): T | undefined {
  if (!existsSync(file)) return undefined
  try {
    const db = openReadable(file)
    try {
      return read(db)
    } finally {
      db.close()
    }
  } catch {
    // It may be the damage for which it is replaced.
    return undefined
  }
}

/**
 * Puts a closed copy in the place of a database that nobody has open. What was there keeps another name.
 *
 * At each moment there is a database under the name: without one, the next start would make an empty one. A log that is
 * left of a database must not be found beside another, which SQLite would write it into.
 *
 * @returns whether there was one
 */
export function putInPlace(unfinished: string, file: string, replacedAs: string): boolean {
  const wasThere = existsSync(file)
  foldInLog(file)
  for (const log of ['-wal', '-shm']) {
    if (existsSync(`${file}${log}`)) renameSync(`${file}${log}`, `${replacedAs}${log}`)
  }
  if (wasThere) keepUnder(file, replacedAs)
  // SQLite has flushed the pages that it wrote, and not those that were copied.
  flushFile(unfinished)
  renameSync(unfinished, file)
  flushFolder(dirname(file))
  return wasThere
}

/** A database that can be read takes its log in when it is closed; of a damaged one the log is kept beside it. */
function foldInLog(file: string): void {
  if (!existsSync(file)) return
  try {
    const db = openWritable(file)
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
  } catch {
    // Kept as it is, with its log.
  }
}

function keepUnder(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch {
    // Not every file system knows a second name for a file.
    copyFileSync(file, name)
  }
}
