import { parentPort, workerData } from 'node:worker_threads'
import { StationError } from '../../core/errors.ts'
import { flushFile } from '../store/flush.ts'
import { writeOwnBackup } from '../store/own-backup.ts'
import type { WriteBackupReply, WriteBackupRequest } from './write-backup-messages.ts'

/** Between two pieces of the copy: a scan that comes meanwhile waits for one piece of it on the drive, and not for all. */
const PAUSE_MS = 25

/** Writes a backup while the station works, in a thread of its own. */
void write(workerData as WriteBackupRequest).then((reply) => parentPort?.postMessage(reply))

async function write(request: WriteBackupRequest): Promise<WriteBackupReply> {
  const neverWoken = new Int32Array(new SharedArrayBuffer(4))
  try {
    const { missing } = await writeOwnBackup({
      ...request,
      pause: (unfinished) => {
        flushFile(unfinished)
        Atomics.wait(neverWoken, 0, 0, PAUSE_MS)
      }
    })
    return { kind: 'written', missing }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { kind: 'failed', code: error.code, message: error.message }
  }
}
