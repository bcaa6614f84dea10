import { mayApprove, type Operator } from './operator.ts'

/** What nobody does without a lead. */
export type ApprovalNeed =
  | 'over-receipt'
  | 'receive-expired'
  | 'open-lines'
  | 'post-count'
  | 'reprint-label'
  | 'lose-label'
  | 'reverse-receipt'
  | 'switch-tracking'
  | 'change-numbers'

/** A lead's word for one thing, given with a badge there and then. */
export interface Approval {
  readonly need: ApprovalNeed
  readonly by: Operator
}

/** A lead's word as it is kept: with what it was given for. */
export interface GivenApproval extends Approval {
  readonly what: string
}

/** Who is at the station, as the rules see it. */
export interface OperatorDirectory {
  /** Whether the station knows any operator. Where it knows none, nobody signs in and nobody can be asked. */
  readonly any: boolean
  /** Who is signed in; null where nobody is, and the computer's user stands for the operator. */
  readonly signedIn: Operator | null
  /** What was approved for the scan in hand; null but while an approved scan is decided again. */
  readonly approval: Approval | null
}

/** These ask for a badge there and then, even of a lead who is signed in: nobody does them in passing. */
const SECOND_LOOK: readonly ApprovalNeed[] = ['over-receipt', 'receive-expired', 'open-lines']

/**
 * Whether nothing stands in the way of what needs a lead: it was approved just now, or a lead is at the station and no
 * second look is asked for. Where no operator is set up, the person at the station does what needs a role, in their own
 * name, and what needs a second look stays refused.
 */
export function isApproved({ any, signedIn, approval }: OperatorDirectory, need: ApprovalNeed): boolean {
  if (approval?.need === need) return true
  if (SECOND_LOOK.includes(need)) return false
  return !any || (signedIn !== null && mayApprove(signedIn.role))
}
