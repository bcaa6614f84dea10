import type { OperatorId } from '../core/ids.ts'
import type { Role } from '../core/operators/operator.ts'
import type { OperatorView, PresenceView, StaffAnswer } from './operators-views.ts'
import type { ScanAnswer } from './views.ts'

/** What the window may ask about people. Badges are scanned; a typed one goes through `scanning.submit`. */
export interface OperatorsApi {
  presence(input: Record<string, never>): Promise<PresenceView>
  list(input: Record<string, never>): Promise<readonly OperatorView[]>
  add(input: { badge: string; name: string; role: Role }): Promise<StaffAnswer>
  setRole(input: { operator: OperatorId; role: Role }): Promise<StaffAnswer>
  setBadge(input: { operator: OperatorId; badge: string }): Promise<StaffAnswer>
  /** Null takes the PIN away. */
  setPin(input: { operator: OperatorId; pin: string | null }): Promise<StaffAnswer>
  /** Somebody leaves or comes back. */
  setActive(input: { operator: OperatorId; active: boolean }): Promise<StaffAnswer>
  /** The PIN of the badge that was scanned. It is in no journal. */
  enterPin(input: { pin: string }): Promise<ScanAnswer>
  signOut(input: Record<string, never>): Promise<void>
}

/** The names that exist at run time. */
export const OPERATORS_METHODS = {
  presence: true,
  list: true,
  add: true,
  setRole: true,
  setBadge: true,
  setPin: true,
  setActive: true,
  enterPin: true,
  signOut: true
} as const satisfies { readonly [M in keyof OperatorsApi]: true }
