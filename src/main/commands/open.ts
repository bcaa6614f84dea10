import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { attachmentFolder } from '../store/attachment-files.ts'
import { openReadable, openWritable, type ReadableDb, type WritableDb } from '../store/database.ts'
import { holdDataFolder } from '../store/hold.ts'
import { backupFolder } from '../store/kept-backups.ts'
import { migrate, refuseFuture, schemaVersion } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { writeOwnBackup } from '../store/own-backup.ts'

/** The database's file in a data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'dockside.db')
}

/** Who works at this computer, by the name under which the system knows them. */
export function systemOperator(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Reads a data folder beside a running station. */
export async function reading<T>(dataFolder: string, read: (db: ReadableDb) => T | Promise<T>): Promise<T> {
  const db = openReadable(databaseFile(dataFolder))
  try {
    refuseFuture(db, MIGRATIONS.length)
    if (schemaVersion(db) < MIGRATIONS.length) {
      throw new StationError(
        'data-folder-unusable',
        `The database in ${dataFolder} was written by an older Dockside. Start the station once: it brings the database up to date.`
      )
    }
    return await read(db)
  } finally {
    db.close()
  }
}

/** Writes to a data folder that nobody else writes to. Makes the folder and its database when they are not there. */
export async function writing<T>(
  dataFolder: string,
  what: string,
  write: (db: WritableDb) => T | Promise<T>
): Promise<T> {
  const hold = holdDataFolder(dataFolder, what, instantOf(Date.now()))
  try {
    await backUpBeforeUpdate(dataFolder)
    const db = openDatabase(dataFolder)
    try {
      return await write(db)
    } finally {
      db.close()
    }
  } finally {
    hold.release()
  }
}

/** The state before this update and the one before it: which of them brought a fault may turn out late. */
const UPDATES_KEPT = 2

/**
 * Copies a database that an older version wrote into the backups, before {@link openDatabase} brings it up to date.
 * Where that cannot be done, the update is not begun: the version before goes on with what is there.
 */
export async function backUpBeforeUpdate(dataFolder: string): Promise<void> {
  const database = databaseFile(dataFolder)
  if (!existsSync(database) || !isToBeUpdated(database)) return
  try {
    await writeOwnBackup({
      database,
      attachments: attachmentFolder(dataFolder),
      folder: backupFolder(dataFolder),
      at: instantOf(Date.now()),
      kind: 'before-update',
      keep: UPDATES_KEPT
    })
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    throw new StationError(
      error.code,
      `The database was not brought up to date, because no backup could be made before. ${error.message} Nothing was changed: the version before can still be used.`,
      { cause: error }
    )
  }
}

function isToBeUpdated(database: string): boolean {
  const db = openReadable(database)
  try {
    const version = schemaVersion(db)
    return version > 0 && version < MIGRATIONS.length
  } finally {
    db.close()
  }
}

/** Opens the database of a folder that is held, and brings its schema up to date. */
export function openDatabase(dataFolder: string): WritableDb {
  const file = databaseFile(dataFolder)
  refuseEmptied(file)
  const db = openWritable(file)
  try {
    migrate(db, MIGRATIONS)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A write-ahead log without its database means that the database was lost; a new one would bury what is left. */
function refuseEmptied(file: string): void {
  if (!existsSync(file) && existsSync(`${file}-wal`)) {
    throw new StationError(
      'database-corrupt',
      `${file} is gone, but its log ${file}-wal is still there. Nothing was written. Keep both, and restore the newest backup from the backups folder.`
    )
  }
}
