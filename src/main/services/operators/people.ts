import { StationError } from '../../../core/errors.ts'
import { mayApprove, rolesFor, type Operator } from '../../../core/operators/operator.ts'
import type { OperatorDirectory, Approval } from '../../../core/operators/approval.ts'
import { signInPossible, type Member, type People, type SignIn } from '../../../core/operators/people.ts'
import { lockedUntil } from '../../../core/operators/pin-lock.ts'
import type { ReadableDb } from '../../store/database.ts'
import { anyOperator, countAdmins, operatorAt, operatorWithBadge, type OperatorRow } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { readSession } from '../session-store.ts'

type PeopleContext = Pick<StationContext, 'db' | 'clock' | 'signIn'>

/** Who may come to the station, answered from the store. */
export function createPeople(context: PeopleContext): People {
  const { db } = context
  const member = (row: OperatorRow | undefined) => (row?.active === 1 ? memberOf(context, row) : undefined)
  return {
    signIn: signInNow(db, context.signIn),
    withBadge: (text) => member(operatorWithBadge(db, text)),
    withId: (id) => member(operatorAt(db, id))
  }
}

/** What the station asks for now: what it was set up to ask, unless that would keep everybody out. */
export function signInNow(db: ReadableDb, wished: SignIn): SignIn {
  if (wished === 'open') return 'open'
  const { admins, withPin } = countAdmins(db)
  return signInPossible(wished, { any: admins > 0, withPin: withPin > 0 })
}

/** Who is signed in; null where nobody is, or who was has left. */
export function signedIn(db: ReadableDb): OperatorRow | null {
  const { operator } = readSession(db)
  const row = operator === null ? undefined : operatorAt(db, operator)
  return row?.active === 1 ? row : null
}

/** Who is at the station, as the rules of all activities see it. */
export function createOperatorDirectory(
  { db }: Pick<StationContext, 'db'>,
  approval: Approval | null
): OperatorDirectory {
  const row = signedIn(db)
  return {
    any: anyOperator(db),
    signedIn: row && { id: row.id, name: row.name, role: row.role },
    approval
  }
}

/**
 * The lead whose badge this is.
 *
 * @throws StationError `refused` where it is nobody's, or of somebody who may not approve
 */
export function leadWithBadge(db: ReadableDb, badge: string): Operator {
  const row = operatorWithBadge(db, badge)
  if (row?.active !== 1) throw new StationError('refused', 'This is no badge of an operator of this station.')
  const { id, name, role } = row
  if (!mayApprove(role)) {
    throw new StationError('refused', `${name} is a ${role}; this takes the badge of a ${rolesFor('approve')}.`)
  }
  return { id, name, role }
}

function memberOf({ clock }: PeopleContext, row: OperatorRow): Member {
  const { id, name, role, hasPin } = row
  return { id, name, role, hasPin: hasPin === 1, lockedUntil: lockedUntil(row, clock.now()) }
}
