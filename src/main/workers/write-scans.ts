import { parentPort, workerData } from 'node:worker_threads'
import { StationError } from '../../core/errors.ts'
import { writeScans } from '../services/journal/outside.ts'
import { openReadable } from '../store/database.ts'
import type { WriteScansReply, WriteScansRequest } from './write-scans-messages.ts'

/** Writes scans of the journal to a file, in a thread of its own: a year of them takes longer than a scan may wait. */
parentPort?.postMessage(write(workerData as WriteScansRequest))

function write({ database, filter, file }: WriteScansRequest): WriteScansReply {
  try {
    const db = openReadable(database)
    try {
      return { kind: 'written', scans: writeScans(db, filter, file) }
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { kind: 'failed', code: error.code, message: error.message }
  }
}
