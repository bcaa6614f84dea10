import type { EventSeq, IssueId } from '../../core/ids.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A file of an issue. Its bytes are in the data folder, under the hash. */
export interface Attachment {
  readonly id: number
  readonly issue: IssueId
  readonly seq: EventSeq
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
}

const SELECT_ATTACHMENT = `SELECT id, issue_id AS issue, seq, name, media_type AS mediaType, sha256, size_bytes AS sizeBytes
  FROM issue_attachment`

export function insertAttachment(db: WritableDb, attachment: Omit<Attachment, 'id'>): void {
  const { issue, seq, name, mediaType, sha256, sizeBytes } = attachment
  statement(
    db,
    'INSERT INTO issue_attachment (issue_id, seq, name, media_type, sha256, size_bytes) VALUES (?, ?, ?, ?, ?, ?)'
  ).run(issue, seq, name, mediaType, sha256, sizeBytes)
}

export function attachmentAt(db: ReadableDb, id: number): Attachment | undefined {
  return one<Attachment>(db, `${SELECT_ATTACHMENT} WHERE id = ?`, id)
}

export function attachmentsOf(db: ReadableDb, issue: IssueId): readonly Attachment[] {
  return all<Attachment>(db, `${SELECT_ATTACHMENT} WHERE issue_id = ? ORDER BY id`, issue)
}

/** The hash of each file that any issue has, with one issue that names it. */
export function keptFiles(db: ReadableDb): readonly { readonly sha256: string; readonly issue: string }[] {
  return all(
    db,
    'SELECT sha256, min(issue_no) AS issue FROM issue_attachment JOIN issue ON issue.id = issue_id GROUP BY sha256'
  )
}
