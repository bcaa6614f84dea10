import { assert } from '../../../core/assert.ts'
import { StationError } from '../../../core/errors.ts'
import type { LotId, RowId } from '../../../core/ids.ts'
import type { IssueSubject } from '../../../core/quality/effect.ts'
import { isShownAsImage } from '../../../core/quality/attachment.ts'
import type { IssueDecision } from '../../../core/quality/issue-decision.ts'
import type { IssuesApi } from '../../../ipc/issue-api.ts'
import type { IssueAnswer } from '../../../ipc/issue-views.ts'
import { snapshot } from '../../store/database.ts'
import { searchIssues } from '../../store/issue-search.ts'
import type { StationContext } from '../context.ts'
import { attachedFile, attachFile, saveCopy } from './attach.ts'
import { closeIssue, commentIssue, holdIssue, releaseIssue } from './change-issue.ts'
import { disposeIssue } from './dispose.ts'
import { issueDetail, issueView } from './issue-view.ts'
import { issuesAboutCode, issuesAboutRow } from './issues-about.ts'
import { leaveHoldByScan } from './leave-hold-by-scan.ts'
import { raiseIssue } from './raise-issue.ts'
import { subjectOfRow, subjectsOfCode } from './subject-view.ts'

export interface IssueParts {
  readonly context: StationContext
  readonly dataFolder: string
  /** Runs what writes, where the station may write. */
  readonly writable: <T>(work: () => T) => T
  /** Says that an issue, and with it what it holds, is not what it was. */
  readonly issuesChanged: () => void
}

/** The window's requests about issues. */
export function createIssuesApi({ context, dataFolder, writable, issuesChanged }: IssueParts): IssuesApi {
  const { db } = context
  return {
    async list({ search, show, severity, offset, limit }) {
      const { issues, total } = snapshot(db, () => searchIssues(db, { search, show, severity }, offset, limit))
      return { rows: issues.map(issueView), total }
    },
    read: async ({ issue }) => issueDetail(context, issue),
    ofRow: async ({ row }) => issuesAboutRow(db, row),
    ofCode: async ({ code, part }) => issuesAboutCode(db, code, part),
    subjects: async ({ code, part }) => subjectsOfCode(db, code, part),
    subjectOfRow: async ({ row }) => subjectOfRow(db, row),
    async raise({ row, lot, ...words }) {
      const outcome = writable(() => raiseIssue(context, { subject: subjectOf(row, lot), ...words }))
      if (outcome.kind === 'refused') return outcome
      leaveHoldByScan(context)
      issuesChanged()
      return { kind: 'done', issue: outcome.issue }
    },
    async leave() {
      writable(() => leaveHoldByScan(context))
      return {}
    },
    comment: async ({ issue, text }) =>
      answer(
        issue,
        writable(() => commentIssue(context, issue, text))
      ),
    hold: async ({ issue, reason }) =>
      answer(
        issue,
        writable(() => holdIssue(context, issue, reason))
      ),
    release: async ({ issue, reason }) =>
      answer(
        issue,
        writable(() => releaseIssue(context, issue, reason))
      ),
    async dispose({ issue, ...request }) {
      const decision = writable(() => disposeIssue(context, issue, request))
      return answer(issue, decision.kind === 'refused' ? decision : { kind: 'allowed' })
    },
    close: async ({ issue, reason }) =>
      answer(
        issue,
        writable(() => closeIssue(context, issue, reason))
      ),
    attach: async ({ issue, name, bytes }) =>
      answer(
        issue,
        writable(() => attachFile(context, dataFolder, issue, { name, bytes }))
      ),
    async picture({ attachment: id }) {
      const { attachment, bytes } = attachedFile(db, dataFolder, id)
      if (!isShownAsImage(attachment.mediaType)) {
        throw new StationError('refused', `${attachment.name} is no picture that the window shows. Save a copy of it.`)
      }
      return { image: `data:${attachment.mediaType};base64,${Buffer.from(bytes).toString('base64')}` }
    },
    saveCopy: async ({ attachment }) => ({ file: writable(() => saveCopy(db, dataFolder, attachment)) })
  }

  function answer(issue: string, decision: IssueDecision): IssueAnswer {
    if (decision.kind === 'refused') return decision
    issuesChanged()
    return { kind: 'done', issue }
  }
}

function subjectOf(row: RowId | null, lot: LotId | null): IssueSubject {
  if (lot !== null) return { kind: 'lot', lot }
  if (row === null) {
    throw new StationError('request-invalid', 'An issue is attached to a unit, a lot or stock at a place. Choose one.')
  }
  assert(row > 0, 'rows have keys from 1')
  return { kind: 'row', row }
}
