import type { LotId, RowId } from '../core/ids.ts'
import type { DispositionKind, Severity } from '../core/quality/issue.ts'
import type { IssueAnswer, IssueDetailView, IssuePage, IssueShow, IssueView, SubjectsAnswer } from './issue-views.ts'

/** Issues of units, lots and untracked stock. An issue is named by its number. */
export interface IssuesApi {
  /** Open ones first, the newest first. */
  list(input: {
    search: string
    show: IssueShow
    severity: Severity | null
    offset: number
    limit: number
  }): Promise<IssuePage>
  read(input: { issue: string }): Promise<IssueDetailView>
  /** The issues that concern a row, its own and its lot's: the open ones first. */
  ofRow(input: { row: RowId }): Promise<readonly IssueView[]>
  /** The issues of what a code names, as the trace names it. */
  ofCode(input: { code: string; part: string | null }): Promise<readonly IssueView[]>
  /** What an issue can be attached to, by a serial, a lot or a part number. */
  subjects(input: { code: string; part: string | null }): Promise<SubjectsAnswer>
  subjectOfRow(input: { row: RowId }): Promise<SubjectsAnswer>
  raise(input: {
    row: RowId | null
    lot: LotId | null
    title: string
    description: string
    severity: Severity
    holds: boolean
  }): Promise<IssueAnswer>
  /** Ends putting something on hold by scan, where that was begun: the form was left. */
  leave(input: Record<string, never>): Promise<Record<string, never>>
  comment(input: { issue: string; text: string }): Promise<IssueAnswer>
  hold(input: { issue: string; reason: string }): Promise<IssueAnswer>
  release(input: { issue: string; reason: string }): Promise<IssueAnswer>
  /** A quantity of null is all that is there; a row is named where stock is taken out and lies at several places. */
  dispose(input: {
    issue: string
    kind: DispositionKind
    quantity: string | null
    row: RowId | null
    reason: string
  }): Promise<IssueAnswer>
  close(input: { issue: string; reason: string }): Promise<IssueAnswer>
  attach(input: { issue: string; name: string; bytes: Uint8Array }): Promise<IssueAnswer>
  /** An image as a data URL; any other file is not shown. */
  picture(input: { attachment: number }): Promise<{ readonly image: string }>
  /** Writes a copy to the data folder's `exports`, for other programs, and says where. */
  saveCopy(input: { attachment: number }): Promise<{ readonly file: string }>
}

export const ISSUE_METHODS = {
  list: true,
  read: true,
  ofRow: true,
  ofCode: true,
  subjects: true,
  subjectOfRow: true,
  raise: true,
  leave: true,
  comment: true,
  hold: true,
  release: true,
  dispose: true,
  close: true,
  attach: true,
  picture: true,
  saveCopy: true
} as const
