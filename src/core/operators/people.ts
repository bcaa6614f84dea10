import type { Instant } from '../clock.ts'
import type { OperatorId } from '../ids.ts'
import type { Operator } from './operator.ts'

/** What a station asks for before it answers: nothing, a badge, or a badge and its PIN. */
export type SignIn = 'open' | 'badge' | 'badge-and-pin'

/** A person whose badge opens something today. */
export interface Member extends Operator {
  readonly hasPin: boolean
  /** Set while too many wrong PINs keep the badge from being believed. */
  readonly lockedUntil: Instant | null
}

/** Who may come to a station, as the rules see it. Who has left is not among them. */
export interface People {
  /** What the station asks for now: never what would keep everybody out. */
  readonly signIn: SignIn
  withBadge(text: string): Member | undefined
  withId(id: OperatorId): Member | undefined
}

/**
 * What a station can ask for without keeping everybody out.
 *
 * Before there is an admin nobody could set anybody up; before an admin has a PIN nobody could give one to the others.
 */
export function signInPossible(wished: SignIn, admins: { readonly any: boolean; readonly withPin: boolean }): SignIn {
  if (!admins.any) return 'open'
  return wished === 'badge-and-pin' && !admins.withPin ? 'badge' : wished
}
