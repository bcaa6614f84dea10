import type { OperatorId } from '../core/ids.ts'
import type { ApprovalNeed } from '../core/operators/approval.ts'
import type { Action, Role } from '../core/operators/operator.ts'
import type { ReadingFact } from '../core/session/choice.ts'
import type { SignIn } from '../core/operators/people.ts'
import type { StaffRefusal } from '../core/operators/staff.ts'

/** Who is at the station, and what it waits for. */
export interface PresenceView {
  readonly signedIn: { readonly id: OperatorId; readonly name: string; readonly role: Role } | null
  /** What the station asks for before it takes anything: what it was set up to ask, unless that kept everybody out. */
  readonly signIn: SignIn
  /** What it was set up to ask. */
  readonly wished: SignIn
  /** Whether any operator is set up. */
  readonly anyOperator: boolean
  readonly asking: AskingView | null
  /** What whoever is at the window may do. */
  readonly may: readonly Action[]
}

export type AskingView =
  | { readonly kind: 'lead'; readonly need: ApprovalNeed; readonly what: string }
  /** `approves` is what the PIN would approve; null where it signs in. */
  | { readonly kind: 'pin'; readonly name: string; readonly approves: string | null }
  /** What the last scan can mean, the likeliest first. */
  | { readonly kind: 'choice'; readonly options: readonly (readonly ReadingFact[])[] }

export interface OperatorView {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
  /** Null for whoever may not change operators: a badge that can be read can be typed. */
  readonly badge: string | null
  readonly hasPin: boolean
  readonly isLocked: boolean
  readonly isActive: boolean
  readonly isSignedIn: boolean
}

/** What became of a change of the operators. */
export type StaffAnswer =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: StaffRefusal; readonly message: string }
