import { StationError } from '../../core/errors.ts'
import type { ScanFilter } from '../store/scan-search.ts'
import { askThread, type AskedThread } from './ask-thread.ts'
import type { WriteScansReply, WriteScansRequest } from './write-scans-messages.ts'

/** Writes scans to files while the station goes on. */
export interface ScanWriter {
  /** Says how many were written. Throws `StationError` like `writeTable`. */
  write(filter: ScanFilter, file: string): Promise<number>
  /** Gives up what is under way; the file stays as it was. */
  close(): Promise<void>
}

/**
 * @param workerFile `write-scans.ts` where Node runs the sources, or what it was bundled to
 * @param database the database file of a running station
 */
export function createScanWriter(workerFile: string, database: string): ScanWriter {
  const underWay = new Set<AskedThread<WriteScansReply>>()
  return {
    async write(filter, file) {
      const request: WriteScansRequest = { database, filter, file }
      const thread = askThread<WriteScansReply>(workerFile, request, 'writes the scans')
      underWay.add(thread)
      try {
        const reply = await thread.reply
        if (reply.kind === 'failed') throw new StationError(reply.code, reply.message)
        return reply.scans
      } finally {
        underWay.delete(thread)
      }
    },
    async close() {
      await Promise.all([...underWay].map((thread) => thread.close()))
    }
  }
}
