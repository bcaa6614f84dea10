import { instantOf } from '../../../core/clock.ts'
import type { OperatorId } from '../../../core/ids.ts'
import type { GivenApproval } from '../../../core/operators/approval.ts'
import { appendEvent } from '../../store/event.ts'
import { operatorAt } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { signedIn } from './people.ts'

/** Writes that somebody came. The event is theirs. */
export function writeSignIn(context: StationContext, operator: OperatorId): void {
  const before = signedIn(context.db)
  appendOperatorEvent(context, 'operator-signed-in', operator, before === null ? {} : { instead_of: before.name })
}

export function writeSignOut(context: StationContext, operator: OperatorId): void {
  appendOperatorEvent(context, 'operator-signed-out', operator, {})
}

function appendOperatorEvent(
  { db, clock, station }: StationContext,
  kind: string,
  operator: OperatorId,
  data: { readonly [key: string]: string }
): void {
  const row = operatorAt(db, operator)
  if (!row) throw new Error(`Operator ${operator} is not in the store`)
  appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator: row.name,
    station: station.id,
    subjects: [{ kind: 'operator', id: operator }],
    data: { name: row.name, role: row.role, ...data }
  })
}

/** Writes whose word something was done on, and for whom. The event is the lead's, in the transaction of what was done. */
export function writeApproval(
  {
    db,
    clock,
    station,
    operator
  }: Pick<StationContext, 'db' | 'clock' | 'operator'> & { readonly station: { readonly id: string } },
  approval: GivenApproval
): void {
  const { need, by, what } = approval
  const clerk = signedIn(db)
  appendEvent(db, {
    kind: 'approval-given',
    at: instantOf(clock.now()),
    operator: by.name,
    station: station.id,
    subjects: [
      { kind: 'operator', id: by.id },
      ...(clerk === null || clerk.id === by.id ? [] : [{ kind: 'operator' as const, id: clerk.id }])
    ],
    data: { need, lead: by.name, role: by.role, clerk: operator, what }
  })
}
