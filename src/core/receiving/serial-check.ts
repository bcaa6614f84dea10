import type { LocalTime } from '../clock.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'
import { maskMismatch } from '../numbering/mask.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { shown } from '../words.ts'
import type { ReceivingLine, SerialHolder } from './directory.ts'

/** The refusal of a serial that cannot be a new unit of this line's part; absent when it can. */
export function serialRefusal(
  directory: StationDirectory,
  line: ReceivingLine,
  captured: readonly string[],
  serial: string
): RefusedAnswer | undefined {
  const problem = codeProblem(serial)
  if (problem) {
    return refused(
      'bad-code',
      'Not a serial',
      `${shown(serial)} cannot be a serial: ${describeCodeProblem(problem)}. Scan the unit's serial.`
    )
  }
  if (captured.includes(serial)) {
    return refused(
      'duplicate',
      'Already scanned',
      `${serial} is on this line already. Go on with the next unit.`,
      'duplicate'
    )
  }
  const holder = directory.serial(serial)
  if (holder) return refused('duplicate', 'Duplicate serial', describeHolder(holder, directory.local), 'duplicate')
  if (directory.partsNamed(serial).length > 0) {
    return refused(
      'part-number',
      'That is a part number',
      `${serial} names a part, not a unit. Scan the unit's serial.`
    )
  }
  if (directory.people.withBadge(serial)) return isBadge('serial')
  const mismatch = line.part.serialMask === null ? undefined : maskMismatch(line.part.serialMask, serial)
  if (mismatch !== undefined) {
    return refused(
      'mask',
      'Not a serial of this part',
      `${serial} does not fit ${line.part.serialMask}: ${mismatch}. Scan the unit's serial.`
    )
  }
  return undefined
}

/** A code on a label that could never be scanned by itself: it would sign somebody in. It is not said which code. */
export function isBadge(what: 'lot' | 'serial'): RefusedAnswer {
  return refused(
    'badge',
    'That is a badge',
    `The ${what} on this label is the badge of an operator, who would be signed in wherever it is scanned. Put it aside, and have an admin give that operator another badge.`
  )
}

/** Says which unit has a serial already: its part, order, day, operator and place. */
export function describeHolder(holder: SerialHolder, local: LocalTime): string {
  const received =
    holder.receivedAt === null
      ? ''
      : `, received ${local.dayOf(holder.receivedAt)}${holder.operator === null ? '' : ` by ${holder.operator}`}`
  const order = holder.order === null ? '' : ` on order ${holder.order}`
  return `${holder.serial} is a ${holder.partNumber}${received}${order}, at ${holder.location}. A serial is used once only: put this unit aside.`
}
