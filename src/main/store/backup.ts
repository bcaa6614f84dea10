import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StationError } from '../../core/errors.ts'
import type { Instant } from '../../core/clock.ts'
import { attachmentFolder, bringAttachments } from './attachment-files.ts'
import { keptFiles } from './attachment.ts'
import { backupName, type BackupKind } from './kept-backups.ts'
import { openReadable, type ReadableDb } from './database.ts'
import { explainSqliteFailure } from './failure.ts'
import { flushFolder } from './flush.ts'
import { makeFolder } from './make-folder.ts'
import { throwAway } from './unfinished.ts'

/** Of 4 KiB each: what is copied between two pauses. */
const PAGES_AT_ONCE = 256

/** A backup that was written. */
export interface Backup {
  readonly file: string
  /** Files of issues, by their hashes, that were not there any more to be copied. */
  readonly missing: readonly string[]
}

export interface BackupOrder {
  /** The database's file. */
  readonly database: string
  readonly attachments: string
  readonly folder: string
  readonly at: Instant
  readonly kind?: BackupKind
  /** Called again and again while it copies, with the unfinished copy: what it takes there, others have. */
  readonly pause?: (unfinished: string) => void
}

/**
 * Copies the database as it stands into a folder, while the station goes on working.
 *
 * The copy gets its name only when it is whole and has passed SQLite's own check. The files of issues that it names are
 * copied first, beside it into `attachments`: under their hashes, so that all backups of a folder share them.
 */
export async function backUp(order: BackupOrder): Promise<Backup> {
  const { database, attachments, folder, at, kind = 'by-hand' } = order
  const file = join(folder, backupName(at, kind))
  const unfinished = `${file}.part`
  try {
    makeFolder(folder)
    throwAway(unfinished)
    await copyDatabase(database, unfinished, order.pause)
    const missing = bringAttachments(attachments, attachmentFolder(folder), checkCopy(unfinished))
    if (existsSync(file)) throw new Error(`${file} exists already`)
    renameSync(unfinished, file)
    flushFolder(folder)
    return { file, missing }
  } catch (error) {
    if (existsSync(unfinished)) throwAway(unfinished)
    const explained = explainSqliteFailure(error, unfinished)
    if (explained instanceof StationError) throw explained
    throw new StationError(
      'data-folder-unusable',
      `The backup could not be written to ${folder}: ${error instanceof Error ? error.message : String(error)}. Check that the folder can be written and has space; the station's data is untouched.`,
      { cause: error }
    )
  }
}

/**
 * Copies what is committed now. What is written meanwhile would make SQLite begin anew each time, and a large copy would
 * never end: a transaction that has read something keeps what it copies as it was (sqlite3_backup_step). It is one of a
 * connection of its own, so that nobody else finds himself in it.
 */
async function copyDatabase(database: string, file: string, pause?: (unfinished: string) => void): Promise<void> {
  const db = openReadable(database)
  try {
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    await db.backup(file, {
      progress: () => {
        pause?.(file)
        return PAGES_AT_ONCE
      }
    })
  } finally {
    db.close()
  }
}

/** Checks a copy, and says which files of issues it names. */
function checkCopy(file: string): readonly string[] {
  const copy = new Database(file, { fileMustExist: true })
  try {
    // A copy in WAL mode would leave files beside it by being looked at; alone it is one file to carry away.
    copy.pragma('journal_mode = DELETE')
    const verdict = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') {
      throw new StationError(
        'database-corrupt',
        `The copy ${file} is damaged (${String(verdict)}). It was thrown away: run dockside verify on the data folder.`
      )
    }
    return keptFiles(copy as ReadableDb).map(({ sha256 }) => sha256)
  } finally {
    copy.close()
  }
}
