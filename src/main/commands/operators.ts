import { ROLES, type Role } from '../../core/operators/operator.ts'
import { StationError } from '../../core/errors.ts'
import { usableConfig } from '../config-file.ts'
import { addOperator } from '../services/operators/staff.ts'
import { allOperators } from '../store/operator.ts'
import { systemClock } from '../system-clock.ts'
import { reading, systemOperator, writing } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

/** Names and roles. Badges are left out: one that can be read can be typed. */
export async function listOperators(dataFolder: string): Promise<CommandResult> {
  const rows = await reading(dataFolder, (db) =>
    allOperators(db).map(({ name, role, active, hasPin }) => ({
      name,
      role,
      active: active === 1,
      pin: hasPin === 1
    }))
  )
  return done(rows, textTable(rows, ['name', 'role', 'active', 'pin'], 'No operators.'))
}

/**
 * Adds an operator as the computer's user: to set a station up without its window, and where no admin can come.
 *
 * Nobody is asked for a badge: who may write to the data folder may do anything with it.
 */
export async function addOperatorByHand(
  dataFolder: string,
  badge: string,
  name: string,
  role: string
): Promise<CommandResult> {
  if (!isRole(role)) throw new StationError('usage', `${role} is no role. Choose one of ${ROLES.join(', ')}.`)
  const { station, labels } = usableConfig(dataFolder)
  const outcome = await writing(dataFolder, 'a new operator', (db) =>
    addOperator(
      {
        db,
        clock: systemClock,
        operator: systemOperator(),
        station,
        signIn: station.signIn,
        printerFor: labels
      },
      { badge, name, role }
    )
  )
  if (outcome.kind === 'refused') {
    const { reason, message } = outcome
    return refusedCommand({ ok: false, name, role, reason, message }, visible(message))
  }
  return done({ ok: true, name, role }, visible(`${name} is added as ${role}.`))
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
