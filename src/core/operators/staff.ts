import { readCommand } from '../barcode/commands.ts'
import { interpretScan } from '../barcode/interpret.ts'
import { readingsOf } from '../barcode/reading.ts'
import type { Day } from '../clock.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'
import type { OperatorId } from '../ids.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Role } from './operator.ts'

/** Why something about the operators cannot be changed; stable, for tests and screens. */
export type StaffRefusal =
  | 'badge-taken'
  | 'badge-unusable'
  | 'first-is-admin'
  | 'last-admin'
  | 'left'
  | 'name-taken'
  | 'name-unusable'
  | 'pin-unusable'

export interface StaffProblem {
  readonly kind: 'refused'
  readonly reason: StaffRefusal
  readonly message: string
}

export function staffProblem(reason: StaffRefusal, message: string): StaffProblem {
  return { kind: 'refused', reason, message }
}

const MAX_NAME_LENGTH = 60

/** Why a text cannot be a person's name; absent when it can. Who else is called so is for the store to say. */
export function nameProblem(name: string): StaffProblem | undefined {
  const wrong = (why: string) => staffProblem('name-unusable', `The name cannot be kept: ${why}.`)
  if (name.trim() === '') return wrong('it is empty')
  if (name !== name.trim()) return wrong('it begins or ends with a blank')
  if (name.length > MAX_NAME_LENGTH) return wrong(`it is longer than ${MAX_NAME_LENGTH} characters`)
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name)) return wrong('it holds a character that cannot be seen')
  return undefined
}

/**
 * Why a text cannot be a badge; absent when it can.
 *
 * A badge is a badge in every state: what is a command, a label, an order, a part, a place, a serial, a lot, an
 * issue or an open count already could never be scanned as that again.
 */
export function badgeProblem(badge: string, directory: StationDirectory, today: Day): StaffProblem | undefined {
  const wrong = (why: string) => staffProblem('badge-unusable', `This cannot be a badge: ${why}.`)
  const problem = codeProblem(badge)
  if (problem) return wrong(describeCodeProblem(problem))
  if (readCommand(badge)) return wrong('it begins as a command of the station does')
  const readings = readingsOf(interpretScan({ text: badge, aim: null, source: 'other' }, { today }))
  if (readings.some(({ kind }) => kind !== 'text' && kind !== 'gtin'))
    return wrong('it reads as the label of some goods')
  const taken = meaningOf(badge, directory)
  if (taken === undefined) return undefined
  return staffProblem('badge-taken', `${badge} is ${taken} already. Give the badge another code.`)
}

function meaningOf(text: string, directory: StationDirectory): string | undefined {
  if (directory.order(text)) return 'the number of an order'
  if (directory.partsNamed(text).length > 0) return 'the number of a part'
  if (directory.location(text)) return 'a place'
  if (directory.serial(text)) return 'a serial'
  if (directory.lotsNamed(text).length > 0) return 'a lot'
  if (directory.quality.issueNumbered(text) !== undefined) return 'the number of an issue'
  if (directory.counts.numbered(text)) return 'the number of a count'
  return undefined
}

/** The people as they stand, for what must hold of all of them together. */
export interface StaffMember {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
}

/** Where nobody could change settings and operators any more, nobody is changed. */
export function adminProblem(
  here: readonly StaffMember[],
  change: { readonly id: OperatorId | null; readonly role: Role | null }
): StaffProblem | undefined {
  const others = here.filter(({ id, role }) => role === 'admin' && id !== change.id)
  if (change.role === 'admin' || others.length > 0) return undefined
  return here.length === 0 || change.id === null
    ? staffProblem('first-is-admin', 'The first operator is an admin: nobody else could set up the others.')
    : staffProblem(
        'last-admin',
        'This is the last admin, and somebody has to look after settings and operators. Make another admin first.'
      )
}
