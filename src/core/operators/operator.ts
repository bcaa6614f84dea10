import type { OperatorId } from '../ids.ts'

/** What a person may do. Who may approve: {@link mayApprove}. */
export type Role = 'clerk' | 'lead' | 'quality' | 'admin'

export const ROLES: readonly Role[] = ['clerk', 'lead', 'quality', 'admin']

/** A person of the station. Events carry the name. */
export interface Operator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
}

/** Whether a role decides what a clerk may not decide alone. */
export function mayApprove(role: Role): boolean {
  return role === 'lead' || role === 'admin'
}
