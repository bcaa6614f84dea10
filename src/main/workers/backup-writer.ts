import { StationError } from '../../core/errors.ts'
import { askThread, type AskedThread } from './ask-thread.ts'
import type { WriteBackupReply, WriteBackupRequest } from './write-backup-messages.ts'

/** Writes backups while the station goes on. */
export interface BackupWriter {
  /** Says which files of issues were not there any more, by their hashes. Throws `StationError` like `writeOwnBackup`. */
  write(request: WriteBackupRequest): Promise<readonly string[]>
  /** Gives up what is under way. */
  close(): Promise<void>
}

/** @param workerFile `write-backup.ts` where Node runs the sources, or what it was bundled to */
export function createBackupWriter(workerFile: string): BackupWriter {
  let underWay: AskedThread<WriteBackupReply> | undefined
  return {
    async write(request) {
      underWay = askThread<WriteBackupReply>(workerFile, request, 'writes the backup')
      const reply = await underWay.reply
      if (reply.kind === 'failed') throw new StationError(reply.code, reply.message)
      return reply.missing
    },
    async close() {
      await underWay?.close()
    }
  }
}
