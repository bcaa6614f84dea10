import { Worker } from 'node:worker_threads'
import { StationError } from '../../core/errors.ts'
import type { Problem } from '../store/verify/rule.ts'
import type { CheckFileReply, CheckFileRequest } from './check-file-messages.ts'

/** A check of a database file that is under way in a thread of its own. */
export interface FileCheck {
  readonly problems: Promise<readonly Problem[]>
  /** Ends the thread, done or not. */
  close(): Promise<void>
}

/**
 * @param workerFile `check-file.ts` where Node runs the sources, or what it was bundled to
 * @param file the database
 */
export function startFileCheck(workerFile: string, file: string): FileCheck {
  const request: CheckFileRequest = { file }
  const worker = new Worker(workerFile, { workerData: request })
  const problems = new Promise<readonly Problem[]>((resolve, reject) => {
    worker.once('message', (reply: CheckFileReply) => {
      if (reply.kind === 'checked') resolve(reply.problems)
      else reject(new StationError(reply.code, reply.message))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that checks the file has ended without a word')))
  })
  // Whoever gives the check up does not wait for it.
  problems.catch(() => undefined)
  return {
    problems,
    async close() {
      await worker.terminate()
    }
  }
}
