import { may, type Action } from '../../../core/operators/operator.ts'
import { lockedUntil } from '../../../core/operators/pin-lock.ts'
import type { Asking } from '../../../core/operators/asking.ts'
import { factsOfReading } from '../../../core/session/choice.ts'
import type { OperatorsApi } from '../../../ipc/operators-api.ts'
import type { AskingView, OperatorView, PresenceView, StaffAnswer } from '../../../ipc/operators-views.ts'
import type { ScanAnswer } from '../../../ipc/views.ts'
import { allOperators, anyOperator } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { readSession } from '../session-store.ts'
import { signedIn, signInNow } from './people.ts'
import { signOutNow } from './sign-out.ts'
import { addOperator, changeActive, changeBadge, changePin, changeRole, type StaffOutcome } from './staff.ts'

export interface OperatorsParts {
  readonly context: StationContext
  /** Does the work, or throws while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  readonly enterPin: (pin: string) => Promise<ScanAnswer>
  readonly changed: () => void
}

/** The window's requests about people. */
export function createOperatorsApi({ context, writable, enterPin, changed }: OperatorsParts): OperatorsApi {
  const answered = (outcome: StaffOutcome): StaffAnswer => {
    if (outcome.kind === 'refused') return outcome
    changed()
    return { kind: 'done' }
  }
  return {
    presence: async () => presence(context),
    list: async () => operatorViews(context),
    add: async (operator) => answered(writable(() => addOperator(context, operator))),
    setRole: async ({ operator, role }) => answered(writable(() => changeRole(context, operator, role))),
    setBadge: async ({ operator, badge }) => answered(writable(() => changeBadge(context, operator, badge))),
    setPin: async ({ operator, pin }) => answered(await writable(() => changePin(context, operator, pin))),
    setActive: async ({ operator, active }) => answered(writable(() => changeActive(context, operator, active))),
    enterPin: async ({ pin }) => await writable(() => enterPin(pin)),
    async signOut() {
      writable(() => signOutNow(context))
      changed()
    }
  }
}

function presence({ db, signIn }: StationContext): PresenceView {
  const operator = signedIn(db)
  const any = anyOperator(db)
  const { asking } = readSession(db)
  return {
    signedIn: operator && { id: operator.id, name: operator.name, role: operator.role },
    signIn: signInNow(db, signIn),
    wished: signIn,
    anyOperator: any,
    asking: askingView(asking),
    may: ACTIONS.filter((action) => (operator ? may(operator.role, action) : !any || action === 'work'))
  }
}

const ACTIONS: readonly Action[] = ['work', 'approve', 'decide-quality', 'set-up']

function askingView(asking: Asking | null): AskingView | null {
  switch (asking?.kind) {
    case 'lead':
      return { kind: 'lead', need: asking.need, what: asking.what }
    case 'pin':
      return { kind: 'pin', name: asking.name, approves: asking.approves?.what ?? null }
    case 'choice':
      return { kind: 'choice', options: asking.options.map(({ reading }) => factsOfReading(reading)) }
    default:
      return null
  }
}

function operatorViews({ db, clock }: StationContext): readonly OperatorView[] {
  const at = signedIn(db)
  const seesBadges = at === null ? !anyOperator(db) : may(at.role, 'set-up')
  return allOperators(db).map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    badge: seesBadges ? row.badge : null,
    hasPin: row.hasPin === 1,
    isLocked: lockedUntil(row, clock.now()) !== null,
    isActive: row.active === 1,
    isSignedIn: row.id === at?.id
  }))
}
