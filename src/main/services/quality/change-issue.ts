import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { Json } from '../../../core/event.ts'
import type { EventSeq } from '../../../core/ids.ts'
import {
  decideClose,
  decideComment,
  decideHold,
  decideRelease,
  type IssueDecision,
  type IssueState
} from '../../../core/quality/issue-decision.ts'
import { cleanText } from '../../../core/quality/issue.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { closeIssue as closeRow, insertComment, issueNumbered, setHold, type Issue } from '../../store/issue.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { issueFacts, subjectsOfIssue } from './facts.ts'

export function commentIssue(context: StationContext, number: string, text: string): IssueDecision {
  return change(context, number, (issue) => {
    const decision = decideComment(stateOf(issue), text)
    if (decision.kind === 'refused') return decision
    const seq = appendIssueEvent(context, issue, 'issue-commented', { text: cleanText(text) })
    insertComment(context.db, issue.id, seq, cleanText(text))
    return decision
  })
}

export function holdIssue(context: StationContext, number: string, reason: string): IssueDecision {
  return change(context, number, (issue) => {
    const decision = decideHold(stateOf(issue), reason)
    if (decision.kind === 'refused') return decision
    appendIssueEvent(context, issue, 'issue-held', { reason: cleanText(reason) })
    setHold(context.db, issue.id, true)
    return decision
  })
}

export function releaseIssue(context: StationContext, number: string, reason: string): IssueDecision {
  return change(context, number, (issue) => {
    const decision = decideRelease(stateOf(issue), reason, createDirectory(context).operators)
    if (decision.kind === 'refused') return decision
    appendIssueEvent(context, issue, 'issue-released', { reason: cleanText(reason) })
    setHold(context.db, issue.id, false)
    return decision
  })
}

export function closeIssue(context: StationContext, number: string, reason: string): IssueDecision {
  return change(context, number, (issue) => {
    const decision = decideClose(stateOf(issue), reason, createDirectory(context).operators)
    if (decision.kind === 'refused') return decision
    const seq = appendIssueEvent(context, issue, 'issue-closed', { reason: cleanText(reason) })
    closeRow(context.db, issue.id, seq)
    return decision
  })
}

/** One transaction around what is decided of an issue as it stands. */
export function change<T>({ db }: StationContext, number: string, decide: (issue: Issue) => T): T {
  return transaction(db, () => decide(knownIssue(db, number)))
}

export function knownIssue(db: StationContext['db'], number: string): Issue {
  const issue = issueNumbered(db, number)
  if (!issue) throw new StationError('not-found', `There is no issue ${number} on this station. Look it up again.`)
  return issue
}

export function stateOf({ number, closedAt, holds }: Issue): IssueState {
  return { number, isOpen: closedAt === null, holds: holds === 1 }
}

export function appendIssueEvent(
  { db, clock, operator, station }: StationContext,
  issue: Issue,
  kind: string,
  data: { readonly [key: string]: Json }
): EventSeq {
  return appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: subjectsOfIssue(issue.id, issue),
    data: { ...issueFacts(issue), ...data }
  })
}
