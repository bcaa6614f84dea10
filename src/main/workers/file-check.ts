import { StationError } from '../../core/errors.ts'
import type { Problem } from '../store/verify/rule.ts'
import { askThread } from './ask-thread.ts'
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
  const thread = askThread<CheckFileReply>(workerFile, request, 'checks the file')
  const problems = thread.reply.then((reply) => {
    if (reply.kind === 'checked') return reply.problems
    throw new StationError(reply.code, reply.message)
  })
  problems.catch(() => undefined)
  return { problems, close: () => thread.close() }
}
