import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StationError } from '../../core/errors.ts'
import type { Instant } from '../../core/clock.ts'
import { attachmentFolder, bringAttachments } from './attachment-files.ts'
import { keptFiles } from './attachment.ts'
import { openReadable, type ReadableDb } from './database.ts'
import { explainSqliteFailure } from './failure.ts'
import { flushFolder } from './flush.ts'
import { makeFolder } from './make-folder.ts'

/** A backup that was written. */
export interface Backup {
  readonly file: string
  /** Files of issues, by their hashes, that were not there any more to be copied. */
  readonly missing: readonly string[]
}

/**
 * Copies the database as it stands into a folder, while the station goes on working.
 *
 * The copy gets its name only when it is whole and has passed SQLite's own check. The files of issues that it names are
 * copied first, beside it into `attachments`: under their hashes, so that all backups of a folder share them.
 */
export async function backUp(database: string, attachments: string, folder: string, at: Instant): Promise<Backup> {
  const file = join(folder, `dockside-${at.replace(/[:.]/g, '-')}.db`)
  const unfinished = `${file}.part`
  try {
    makeFolder(folder)
    rmSync(unfinished, { force: true })
    await copyDatabase(database, unfinished)
    const missing = bringAttachments(attachments, attachmentFolder(folder), checkCopy(unfinished))
    if (existsSync(file)) throw new Error(`${file} exists already`)
    renameSync(unfinished, file)
    flushFolder(folder)
    return { file, missing }
  } catch (error) {
    rmSync(unfinished, { force: true })
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
async function copyDatabase(database: string, file: string): Promise<void> {
  const db = openReadable(database)
  try {
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    await db.backup(file)
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
