import { openDatabase } from '../../src/main/commands/open.ts'
import type { OperatorId } from '../../src/core/ids.ts'
import type { Role } from '../../src/core/operators/operator.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { transaction } from '../../src/main/store/database.ts'
import { putPart } from '../../src/main/store/part.ts'
import { PLAIN_PART } from './store.ts'
import { addOperator } from '../../src/main/services/operators/staff.ts'

/** Ada the admin, Lea the lead, Kim the clerk and Quin of quality, with the badges `B-ADA` and so on. */
export function withOperators(station: StationContext): Readonly<Record<'ada' | 'lea' | 'kim' | 'quin', OperatorId>> {
  const add = (name: string, role: Role): OperatorId => {
    const outcome = addOperator(station, { badge: `B-${name.toUpperCase()}`, name, role })
    if (outcome.kind === 'refused') throw new Error(outcome.message)
    return outcome.operator
  }
  return { ada: add('Ada', 'admin'), lea: add('Lea', 'lead'), kim: add('Kim', 'clerk'), quin: add('Quin', 'quality') }
}

/** A data folder that knows one untracked part, before its station runs. */
export function storePlainPart(dataFolder: string, partNumber: string): void {
  const db = openDatabase(dataFolder)
  transaction(db, () => putPart(db, { ...PLAIN_PART, partNumber }))
  db.close()
}
