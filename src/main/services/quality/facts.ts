import type { EventSubject } from '../../../core/event.ts'
import type { IssueId } from '../../../core/ids.ts'
import type { Issue } from '../../store/issue.ts'

export function issueSubject(issue: IssueId): EventSubject {
  return { kind: 'issue', id: issue }
}

/** What an event of an issue concerns: the issue, and what it is attached to. */
export function subjectsOfIssue(id: IssueId, { row, lotId, partId }: Pick<Issue, 'row' | 'lotId' | 'partId'>) {
  return [
    issueSubject(id),
    { kind: 'part', id: partId },
    ...(row === null ? [] : [{ kind: 'row', id: row } as const]),
    ...(lotId === null ? [] : [{ kind: 'lot', id: lotId } as const])
  ] satisfies readonly EventSubject[]
}

/** What an event of an issue says of what it is attached to. */
export function issueFacts({
  number,
  partNumber,
  serial,
  lot,
  location
}: Pick<Issue, 'number' | 'partNumber' | 'serial' | 'lot' | 'location'>) {
  return { issue: number, part_number: partNumber, serial, lot, location }
}
