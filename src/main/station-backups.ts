import type { Clock } from '../core/clock.ts'
import { databaseFile } from './commands/open.ts'
import { KEEP_BACKUPS } from './config.ts'
import { systemTimers } from './devices/timers.ts'
import type { Log } from './log.ts'
import { createDailyBackup, type DailyBackup } from './services/upkeep/daily-backup.ts'
import { attachmentFolder } from './store/attachment-files.ts'
import { backupFolder, keptBackups } from './store/kept-backups.ts'
import { createBackupWriter } from './workers/backup-writer.ts'

export interface StationBackupsOptions {
  readonly dataFolder: string
  /** The file of the thread that writes them. */
  readonly workerFile: string
  /** How many daily ones are kept; null where nobody can say, and none is written. */
  readonly keep: number | null
  readonly clock: Clock
  readonly log: Log
  readonly onChange: () => void
}

export interface StationBackups extends Omit<DailyBackup, 'close'> {
  /** Gives up the one that is under way. */
  close(): Promise<void>
}

/** The backups of a running station, in its data folder. */
export function openBackups(options: StationBackupsOptions): StationBackups {
  const { dataFolder, workerFile, keep, clock, log, onChange } = options
  const folder = backupFolder(dataFolder)
  const database = databaseFile(dataFolder)
  const attachments = attachmentFolder(dataFolder)
  const writer = createBackupWriter(workerFile)
  const daily = createDailyBackup({
    isOn: keep !== null,
    folder,
    clock,
    timers: systemTimers,
    kept: () => keptBackups(folder),
    write: (at) => writer.write({ database, attachments, folder, at, kind: 'daily', keep: keep ?? KEEP_BACKUPS }),
    onChange,
    onError: (error) => log.error('backup', error)
  })
  return {
    ...daily,
    async close() {
      daily.close()
      await writer.close()
    }
  }
}
