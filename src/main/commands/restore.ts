import { basename, dirname, resolve } from 'node:path'
import { instantOf, type Instant } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { readConfig } from '../config-file.ts'
import { DEFAULT_CONFIG } from '../config.ts'
import { beginEpoch, givenNumbers, type NewEpoch, type RestoringContext } from '../services/restoring.ts'
import { keptFiles } from '../store/attachment.ts'
import { attachmentFolder, attachmentState, bringAttachments } from '../store/attachment-files.ts'
import { transaction, type ReadableDb, type WritableDb } from '../store/database.ts'
import { holdDataFolder } from '../store/hold.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { openRestored, putInPlace, readReplaced } from '../store/restore.ts'
import { throwAway } from '../store/unfinished.ts'
import { systemClock } from '../system-clock.ts'
import { databaseFile, systemOperator } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'

/** Puts a backup in the place of the station's database, which keeps another name. */
export function restore(dataFolder: string, backup: string): CommandResult {
  const source = resolve(backup)
  if (source === resolve(databaseFile(dataFolder))) {
    throw new StationError('refused', `${source} is the database itself. Name a backup to put in its place.`)
  }
  const at = instantOf(Date.now())
  const hold = holdDataFolder(dataFolder, 'a restore', at)
  try {
    return resultOf(replaceStore(dataFolder, source, at))
  } finally {
    hold.release()
  }
}

interface Restored extends NewEpoch {
  readonly source: string
  /** Where the replaced database is kept; null where there was none. */
  readonly replacedAs: string | null
  /** Whether the replaced store could tell which numbers it had given. */
  readonly isContinued: boolean
  /** Files of issues, by their hashes, that are nowhere. */
  readonly missing: readonly string[]
}

function replaceStore(dataFolder: string, source: string, at: Instant): Restored {
  const file = databaseFile(dataFolder)
  const unfinished = `${file}.restoring`
  const replacedAs = `${file.replace(/\.db$/, '')}-replaced-${at.replace(/[:.]/g, '-')}.db`
  const replaced = readReplaced(file, givenNumbers)
  const db = openRestored(source, unfinished, MIGRATIONS)
  try {
    const missing = bringFiles(db, attachmentFolder(dirname(source)), attachmentFolder(dataFolder))
    const epoch = transaction(db, () => beginEpoch(contextOf(db, dataFolder), replaced, { backup: basename(source) }))
    db.close()
    const wasThere = putInPlace(unfinished, file, replacedAs)
    return {
      ...epoch,
      source,
      replacedAs: wasThere ? replacedAs : null,
      isContinued: replaced !== undefined,
      missing
    }
  } finally {
    db.close()
    throwAway(unfinished)
  }
}

/** Brings the files of issues that are not here already. */
function bringFiles(db: ReadableDb, from: string, to: string): readonly string[] {
  const wanted = keptFiles(db).flatMap(({ sha256 }) => (attachmentState(to, sha256) === 'whole' ? [] : [sha256]))
  return bringAttachments(from, to, wanted)
}

/** A store is restored also where its settings are not usable. */
function contextOf(db: WritableDb, dataFolder: string): RestoringContext {
  const reading = readConfig(dataFolder)
  const { station } = reading.ok ? reading.config : DEFAULT_CONFIG
  return { db, clock: systemClock, station, operator: systemOperator() }
}

function resultOf(restored: Restored): CommandResult {
  const { source, epoch, knownUntil, replacedAs, isContinued, labelsInDoubt, missing } = restored
  const json = {
    file: source,
    epoch,
    known_until: knownUntil,
    replaced: replacedAs,
    numbers_continue: isContinued,
    labels_in_doubt: labelsInDoubt,
    missing
  }
  const words = wordsOf(restored)
  if (missing.length === 0) return done(json, words)
  return refusedCommand(
    json,
    `${words}\n${missing.length} files of issues are neither here nor beside the backup: ${missing.join(', ')}`
  )
}

function wordsOf({ source, knownUntil, replacedAs, isContinued, labelsInDoubt }: Restored): string {
  return [
    `Restored: ${source}, which knows everything until ${knownUntil ?? 'its beginning'}.`,
    ...(replacedAs === null ? [] : [`What was there is kept as ${replacedAs}.`]),
    isContinued
      ? 'Numbers go on behind those that were given since.'
      : 'Numbers that were given since the backup are not known: look at the newest serial and lot on the shelf before you receive, and import nothing twice.',
    ...(labelsInDoubt > 0
      ? [`${labelsInDoubt} labels waited then and may have been printed since: the station asks for them.`]
      : []),
    'Run dockside verify, then receive again what came in since.'
  ].join('\n')
}
