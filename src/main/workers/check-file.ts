import { parentPort, workerData } from 'node:worker_threads'
import { StationError } from '../../core/errors.ts'
import { openReadable, snapshot } from '../store/database.ts'
import { fileProblems } from '../store/verify/file.ts'
import type { CheckFileReply, CheckFileRequest } from './check-file-messages.ts'

/** Has SQLite check a database file, in a thread of its own: of a large one, every page is read. */
const { file } = workerData as CheckFileRequest
parentPort?.postMessage(check())

function check(): CheckFileReply {
  try {
    const db = openReadable(file)
    try {
      return { kind: 'checked', problems: snapshot(db, () => fileProblems(db)) }
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { kind: 'failed', code: error.code, message: error.message }
  }
}
