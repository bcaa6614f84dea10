import type { ChainedEvent } from '../../../core/event.ts'
import { decidesQuality } from '../../../core/quality/authority.ts'
import { isShownAsImage } from '../../../core/quality/attachment.ts'
import { undecided } from '../../../core/quality/issue-decision.ts'
import { sum } from '../../../core/quantity.ts'
import { takesOut } from '../../../core/quality/issue.ts'
import { rolesFor } from '../../../core/operators/operator.ts'
import type { AttachmentView, IssueDetailView, IssueEntry, IssueView } from '../../../ipc/issue-views.ts'
import { attachmentsOf, type Attachment } from '../../store/attachment.ts'
import { snapshot } from '../../store/database.ts'
import { eventsOf } from '../../store/event.ts'
import { dispositionsOf, rowsOfIssue, type Issue } from '../../store/issue.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { eventInWords } from '../event-words.ts'
import { rowView } from '../inventory-view.ts'
import { knownIssue } from './change-issue.ts'
import { disposableOf } from './dispose.ts'

/** More rows than anybody goes through one by one; the search of the inventory finds the others. */
const MAX_ROWS_SHOWN = 200

export function issueView(issue: Issue): IssueView {
  const { number, title, severity, closedAt, holds, subject, partNumber, serial, lot, location } = issue
  return {
    number,
    title,
    severity,
    isOpen: closedAt === null,
    holds: holds === 1,
    subject,
    partNumber,
    code: serial ?? lot ?? partNumber,
    location,
    raisedAt: issue.raisedAt,
    raisedBy: issue.raisedBy,
    closedAt
  }
}

/** All that is known of one issue. */
export function issueDetail(context: StationContext, number: string): IssueDetailView {
  const { db } = context
  return snapshot(db, () => {
    const issue = knownIssue(db, number)
    const things = disposableOf(db, issue)
    const rows = rowsOfIssue(db, issue).toSorted((a, b) => Number(b.quantity > 0) - Number(a.quantity > 0))
    const attachments = new Map(attachmentsOf(db, issue.id).map((each) => [Number(each.seq), each]))
    return {
      ...issueView(issue),
      description: issue.description,
      closedBy: issue.closedBy,
      closedFor: issue.closedFor,
      rows: rows.slice(0, MAX_ROWS_SHOWN).map(rowView),
      rowCount: rows.length,
      unit: issue.unit,
      there: things.there,
      released: things.released,
      undecided: undecided(things),
      takenOut: sum(dispositionsOf(db, issue.id).flatMap(({ kind, quantity }) => (takesOut(kind) ? [quantity] : []))),
      isUnit: things.isUnit,
      mayDecide: decidesQuality(createDirectory(context).operators),
      deciders: rolesFor('decide-quality'),
      history: eventsOf(db, { kind: 'issue', id: issue.id }).map((event) => entry(event, attachments.get(event.seq)))
    }
  })
}

function entry(event: ChainedEvent, attachment: Attachment | undefined): IssueEntry {
  const { seq, at, kind, operator, station } = event
  return {
    seq,
    at,
    event: kind,
    operator,
    station,
    words: entryWords(event),
    text: writtenText(event),
    attachment: attachment ? attachmentView(attachment) : null
  }
}

/** A comment is told by its own words alone. */
function entryWords({ kind, data }: ChainedEvent): string {
  return kind === 'issue-commented' ? 'Comment' : eventInWords({ event: kind, data })
}

function writtenText({ kind, data }: ChainedEvent): string {
  const text = kind === 'issue-commented' ? data.text : ''
  return typeof text === 'string' ? text : ''
}

function attachmentView({ id, name, sizeBytes, mediaType }: Attachment): AttachmentView {
  return { id, name, sizeBytes, isImage: isShownAsImage(mediaType) }
}
