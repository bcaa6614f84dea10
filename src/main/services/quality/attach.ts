import { join } from 'node:path'
import { StationError } from '../../../core/errors.ts'
import { cleanFileName, mediaTypeOf } from '../../../core/quality/attachment.ts'
import { decideAttachment, type IssueDecision } from '../../../core/quality/issue-decision.ts'
import { attachmentFolder, copyAttachment, keepAttachment, readAttachment } from '../../store/attachment-files.ts'
import { attachmentAt, insertAttachment, type Attachment } from '../../store/attachment.ts'
import type { ReadableDb } from '../../store/database.ts'
import { issueAt } from '../../store/issue.ts'
import type { StationContext } from '../context.ts'
import { appendIssueEvent, change, knownIssue, stateOf } from './change-issue.ts'

/**
 * Adds a file to an issue. Its bytes are on disk, under their hash, before the transaction that names them begins: a
 * power cut in between leaves a file that nobody names, never a name without its file.
 */
export function attachFile(
  context: StationContext,
  dataFolder: string,
  number: string,
  file: { readonly name: string; readonly bytes: Uint8Array }
): IssueDecision {
  const { db } = context
  const name = cleanFileName(file.name)
  const sizeBytes = file.bytes.byteLength
  const early = decideAttachment(stateOf(knownIssue(db, number)), name, sizeBytes)
  if (early.kind === 'refused') return early
  const sha256 = keepAttachment(attachmentFolder(dataFolder), file.bytes)
  const mediaType = mediaTypeOf(file.bytes)
  return change(context, number, (issue) => {
    const decision = decideAttachment(stateOf(issue), name, sizeBytes)
    if (decision.kind === 'refused') return decision
    const seq = appendIssueEvent(context, issue, 'issue-attached', {
      file: name,
      sha256,
      media_type: mediaType,
      size_bytes: sizeBytes
    })
    insertAttachment(db, { issue: issue.id, seq, name, mediaType, sha256, sizeBytes })
    return decision
  })
}

export function attachedFile(
  db: ReadableDb,
  dataFolder: string,
  id: number
): { readonly attachment: Attachment; readonly bytes: Uint8Array } {
  const attachment = knownAttachment(db, id)
  return { attachment, bytes: readAttachment(attachmentFolder(dataFolder), attachment.sha256) }
}

/** Writes a copy under the file's own name to where other programs find it, in a folder of its issue. */
export function saveCopy(db: ReadableDb, dataFolder: string, id: number): string {
  const { issue, sha256, name } = knownAttachment(db, id)
  const number = issueAt(db, issue)?.number ?? ''
  return copyAttachment(attachmentFolder(dataFolder), sha256, join(dataFolder, 'exports', number), name)
}

function knownAttachment(db: ReadableDb, id: number): Attachment {
  const attachment = attachmentAt(db, id)
  if (!attachment) throw new StationError('not-found', 'This file belongs to no issue here. Look it up again.')
  return attachment
}
