import type { OperatorId } from '../ids.ts'

/** What a person is at the station for. What each may do: {@link may}. */
export type Role = 'clerk' | 'lead' | 'quality' | 'admin'

export const ROLES: readonly Role[] = ['clerk', 'lead', 'quality', 'admin']

/** A person of the station. Events carry the name. */
export interface Operator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
}

/**
 * What needs a right of its own.
 *
 * `work` is everything by which goods come, move, are built, counted and labelled, and the raising of issues.
 * `approve` gives a lead's word. `decide-quality` says what becomes of what an issue holds, lets it go and closes the
 * issue. `set-up` changes the settings and who the operators are.
 */
export type Action = 'work' | 'approve' | 'decide-quality' | 'set-up'

const RIGHTS: Readonly<Record<Role, readonly Action[]>> = {
  clerk: ['work'],
  lead: ['work', 'approve'],
  quality: ['work', 'decide-quality'],
  admin: ['work', 'approve', 'decide-quality', 'set-up']
}

export function may(role: Role, action: Action): boolean {
  return RIGHTS[role].includes(action)
}

/** Whether a role decides what a clerk may not decide alone. */
export function mayApprove(role: Role): boolean {
  return may(role, 'approve')
}

const ACTION_WORDS: Readonly<Record<Action, string>> = {
  work: 'work at the station',
  approve: 'approve what needs a lead',
  'decide-quality': 'decide what becomes of what an issue holds',
  'set-up': 'change settings and operators'
}

/** What an action is, for a sentence that goes on behind `may`. */
export function describeAction(action: Action): string {
  return ACTION_WORDS[action]
}

/** The roles that may do something, `quality or admin`. */
export function rolesFor(action: Action): string {
  const roles = ROLES.filter((role) => may(role, action))
  return roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join(', ')} or ${roles.at(-1) ?? ''}`
}
