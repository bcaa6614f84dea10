import { instantOf, todayOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { OperatorId } from '../../../core/ids.ts'
import type { Role } from '../../../core/operators/operator.ts'
import { pinProblem } from '../../../core/operators/pin.ts'
import {
  adminProblem,
  badgeProblem,
  nameProblem,
  staffProblem,
  type StaffProblem
} from '../../../core/operators/staff.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import {
  allOperators,
  insertOperator,
  operatorAt,
  operatorNamed,
  operatorWithBadge,
  setActive,
  setBadge,
  setPin,
  setRole,
  type OperatorRow
} from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { readSession, writeSession } from '../session-store.ts'
import { writeSignOut } from './carry-out.ts'
import { hashPin } from './pin-hash.ts'

/** A change of the operators: done, or why it cannot be. */
export type StaffOutcome = { readonly kind: 'done'; readonly operator: OperatorId } | StaffProblem

export interface NewOperator {
  readonly badge: string
  readonly name: string
  readonly role: Role
}

/** Adds a person. One transaction, as are the others here; each is an event with the operator as its subject. */
export function addOperator(context: StationContext, { badge, name, role }: NewOperator): StaffOutcome {
  const { db } = context
  return transaction(db, () => {
    const problem =
      nameProblem(name) ??
      nameTaken(context, name) ??
      badgeRefusal(context, badge, null) ??
      adminProblem(here(context), { id: null, role })
    if (problem) return problem
    const id = insertOperator(db, { badge, name, role })
    return changed(context, 'operator-added', id, { name, role })
  })
}

export function changeRole(context: StationContext, id: OperatorId, role: Role): StaffOutcome {
  return change(context, id, (row) => {
    const problem = adminProblem(here(context), { id, role })
    if (problem) return problem
    if (row.role === role) return { kind: 'done', operator: id }
    setRole(context.db, id, role)
    return changed(context, 'operator-role-changed', id, { name: row.name, from: row.role, to: role })
  })
}

/** A new badge in place of the one that is lost or worn: the old code opens nothing any more. */
export function changeBadge(context: StationContext, id: OperatorId, badge: string): StaffOutcome {
  return change(context, id, (row) => {
    if (row.badge === badge) return { kind: 'done', operator: id }
    const problem = badgeRefusal(context, badge, id)
    if (problem) return problem
    setBadge(context.db, id, badge)
    return changed(context, 'operator-badge-changed', id, { name: row.name })
  })
}

/** Somebody leaves, or comes back. Who leaves is signed out; name and badge stay theirs. */
export function changeActive(context: StationContext, id: OperatorId, active: boolean): StaffOutcome {
  const { db } = context
  return transaction(db, () => {
    const row = known(context, id)
    if ((row.active === 1) === active) return { kind: 'done', operator: id }
    const problem =
      adminProblem(here(context), { id, role: active ? row.role : null }) ??
      (active ? badgeRefusal(context, row.badge, id) : undefined)
    if (problem) return problem
    const session = readSession(db)
    if (!active && session.operator === id) {
      writeSignOut(context, id)
      writeSession(db, { ...session, operator: null })
    }
    setActive(db, id, active)
    return changed(context, active ? 'operator-returned' : 'operator-left', id, { name: row.name })
  })
}

/** Gives a PIN in place of any before it, or takes it away. A new PIN ends the lock that wrong tries set. */
export async function changePin(context: StationContext, id: OperatorId, pin: string | null): Promise<StaffOutcome> {
  const problem = pin === null ? undefined : pinProblem(pin)
  if (problem !== undefined) return staffProblem('pin-unusable', problem)
  const stored = pin === null ? null : await hashPin(pin)
  return change(context, id, (row) => {
    setPin(context.db, id, stored)
    return changed(context, stored === null ? 'operator-pin-cleared' : 'operator-pin-set', id, { name: row.name })
  })
}

function change(context: StationContext, id: OperatorId, work: (row: OperatorRow) => StaffOutcome): StaffOutcome {
  return transaction(context.db, () => {
    const row = known(context, id)
    if (row.active === 0) {
      return staffProblem('left', `${row.name} has left. Let them come back first, then change what is to change.`)
    }
    return work(row)
  })
}

function known({ db }: StationContext, id: OperatorId): OperatorRow {
  const row = operatorAt(db, id)
  if (!row) throw new StationError('not-found', 'There is no such operator. Look them up again.')
  return row
}

function here({ db }: StationContext): readonly OperatorRow[] {
  return allOperators(db).filter(({ active }) => active === 1)
}

function nameTaken({ db }: StationContext, name: string): StaffProblem | undefined {
  const other = operatorNamed(db, name)
  if (!other) return undefined
  return staffProblem(
    'name-taken',
    other.active === 1
      ? `There is an operator ${other.name} already. Give each person a name of their own.`
      : `${other.name} was an operator before, and the history is theirs. Let them come back, or choose another name.`
  )
}

function badgeRefusal(context: StationContext, badge: string, id: OperatorId | null): StaffProblem | undefined {
  const other = operatorWithBadge(context.db, badge)
  if (other && other.id !== id) {
    return staffProblem(
      'badge-taken',
      `This is the badge of ${other.name} already. Every person has a badge of their own.`
    )
  }
  return badgeProblem(badge, createDirectory(context), todayOf(context.clock))
}

function changed(
  { db, clock, operator, station }: StationContext,
  kind: string,
  id: OperatorId,
  data: { readonly [key: string]: string }
): StaffOutcome {
  appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [{ kind: 'operator', id }],
    data
  })
  return { kind: 'done', operator: id }
}
