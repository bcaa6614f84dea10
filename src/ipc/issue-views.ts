import type { Instant } from '../core/clock.ts'
import type { LotId, RowId } from '../core/ids.ts'
import type { Quantity } from '../core/quantity.ts'
import type { IssueSubjectKind, Severity } from '../core/quality/issue.ts'
import type { InventoryRowView } from './views.ts'

export interface IssueView {
  /** `Q-2026-00001` */
  readonly number: string
  readonly title: string
  readonly severity: Severity
  readonly isOpen: boolean
  readonly holds: boolean
  readonly subject: IssueSubjectKind
  readonly partNumber: string
  /** The serial, the lot or, for untracked stock, the part number. */
  readonly code: string
  /** Where the unit is, or the untracked stock was; null for a lot. */
  readonly location: string | null
  readonly raisedAt: Instant
  readonly raisedBy: string
  readonly closedAt: Instant | null
}

export interface IssuePage {
  readonly rows: readonly IssueView[]
  readonly total: number
}

/** Which issues are listed. */
export type IssueShow = 'open' | 'holding' | 'closed' | 'all'

export interface IssueDetailView extends IssueView {
  readonly description: string
  readonly closedBy: string | null
  /** Why it was closed. */
  readonly closedFor: string | null
  /** What it concerns, first what is in stock; at most as many as fit a screen. */
  readonly rows: readonly InventoryRowView[]
  readonly rowCount: number
  readonly unit: string
  /** How much there is to decide on, how much of it was let through, and how much nobody has decided on. */
  readonly there: Quantity
  readonly released: Quantity
  readonly undecided: Quantity
  /** How much was scrapped or returned. */
  readonly takenOut: Quantity
  /** Whether it is one unit, which has no quantity of its own. */
  readonly isUnit: boolean
  /** Whether who is at the station may let go, decide and close. */
  readonly mayDecide: boolean
  /** Who may, in words: `quality or admin`. */
  readonly deciders: string
  /** The oldest first. */
  readonly history: readonly IssueEntry[]
}

export interface IssueEntry {
  readonly seq: number
  readonly at: Instant
  readonly event: string
  readonly operator: string
  readonly station: string
  readonly words: string
  /** A comment in its own words; empty for anything else. */
  readonly text: string
  readonly attachment: AttachmentView | null
}

export interface AttachmentView {
  readonly id: number
  readonly name: string
  readonly sizeBytes: number
  /** Whether the window can show it. */
  readonly isImage: boolean
}

/** Something that an issue can be attached to. Either the row or the lot is set. */
export interface SubjectView {
  readonly kind: IssueSubjectKind
  readonly row: RowId | null
  readonly lot: LotId | null
  readonly partNumber: string
  readonly code: string
  readonly description: string
  /** Where it is and how much of it. */
  readonly words: string
  readonly status: string
  /** What holds it already: `On hold: Q-2026-00001 Cracked housing`; empty where nothing does. */
  readonly held: string
}

export type SubjectsAnswer =
  | { readonly kind: 'found'; readonly subjects: readonly SubjectView[] }
  | { readonly kind: 'unknown'; readonly message: string }

/** What became of a change: done, or refused with what to do instead. */
export type IssueAnswer =
  | { readonly kind: 'done'; readonly issue: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly message: string }
