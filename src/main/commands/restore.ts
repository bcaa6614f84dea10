import { basename, dirname, resolve } from 'node:path'
import { instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { readConfig } from '../config-file.ts'
import { DEFAULT_CONFIG } from '../config.ts'
import { beginEpoch, givenNumbers } from '../services/restoring.ts'
import { keptFiles } from '../store/attachment.ts'
import { attachmentFolder, attachmentState, bringAttachments } from '../store/attachment-files.ts'
import { transaction, type WritableDb } from '../store/database.ts'
import { holdDataFolder } from '../store/hold.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { openRestored, putInPlace, readReplaced, throwAway } from '../store/restore.ts'
import { databaseFile, systemOperator } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'

/** Puts a backup in the place of the station's database, which keeps another name. */
export function restore(dataFolder: string, backup: string): CommandResult {
  const file = databaseFile(dataFolder)
  const source = resolve(backup)
  if (source === resolve(file)) {
    throw new StationError('refused', `${source} is the database itself. Name a backup to put in its place.`)
  }
  const at = instantOf(Date.now())
  const hold = holdDataFolder(dataFolder, 'a restore', at)
  try {
    const unfinished = `${file}.restoring`
    const replacedAs = `${file.replace(/\.db$/, '')}-replaced-${at.replace(/[:.]/g, '-')}.db`
    const replaced = readReplaced(file, givenNumbers)
    const db = openRestored(source, unfinished, MIGRATIONS)
    try {
      const attachments = attachmentFolder(dataFolder)
      const wanted = keptFiles(db).flatMap(({ sha256 }) =>
        attachmentState(attachments, sha256) === 'whole' ? [] : [sha256]
      )
      const missing = bringAttachments(attachmentFolder(dirname(source)), attachments, wanted)
      const context = contextOf(db, dataFolder)
      const begun = transaction(db, () => beginEpoch(context, replaced, { backup: basename(source) }))
      db.close()
      const wasThere = putInPlace(unfinished, file, replacedAs)
      const json = {
        file: source,
        epoch: begun.epoch,
        known_until: begun.knownUntil,
        replaced: wasThere ? replacedAs : null,
        numbers_continue: replaced !== undefined,
        labels_in_doubt: begun.labelsInDoubt,
        missing
      }
      const words = [
        `Restored: ${source}, which knows everything until ${begun.knownUntil ?? 'its beginning'}.`,
        ...(wasThere ? [`What was there is kept as ${replacedAs}.`] : []),
        replaced
          ? 'Numbers go on behind those that were given since.'
          : 'Numbers that were given since the backup are not known: look at the newest serial and lot on the shelf before you receive, and import nothing twice.',
        ...(begun.labelsInDoubt > 0
          ? [`${begun.labelsInDoubt} labels waited then and may have been printed since: the station asks for them.`]
          : []),
        'Run dockside verify, then receive again what came in since.'
      ].join('\n')
      if (missing.length === 0) return done(json, words)
      return refusedCommand(
        json,
        `${words}\n${missing.length} files of issues are neither here nor beside the backup: ${missing.join(', ')}`
      )
    } finally {
      db.close()
      throwAway(unfinished)
    }
  } finally {
    hold.release()
  }
}

function contextOf(db: WritableDb, dataFolder: string) {
  const reading = readConfig(dataFolder)
  const { station, labels } = reading.ok ? reading.config : DEFAULT_CONFIG
  return {
    db,
    clock: { now: () => Date.now() },
    station,
    operator: systemOperator(),
    signIn: station.signIn,
    printerFor: labels
  }
}
