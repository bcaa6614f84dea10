import { gone } from '../inventory/what-became.ts'
import { add, formatQuantity, ONE } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import { capitalised } from '../words.ts'
import type { BuildLine, ComponentRow, KnownBuild } from './directory.ts'
import { allowsRevision, lineFor } from './lines.ts'
import { acceptedOnRun, isLineOpen, nameOfBuild, type OnBuild, type OnRun } from './on-run.ts'
import { atRun } from './place.ts'
import { nextOnBuild } from './prompt.ts'
import {
  alreadyInstalled,
  everythingBuilt,
  expired,
  moreThanNeeded,
  notOnBom,
  onHold,
  otherRevision,
  partOfItself,
  scannedTwice
} from './refusals.ts'

/** A unit was scanned: one that this run builds is taken in hand, any other is installed. */
export function takeUnit(on: OnRun, row: ComponentRow): Answer {
  const { assembly } = on.directory
  const own = assembly.buildOfUnit(row.id)
  if (own?.runId === on.run.id) {
    const choice = chooseUnit(on, own, row)
    if (choice) return choice
  }
  if (!on.build) return everythingBuilt()
  return installUnit({ ...on, build: on.build, lines: assembly.lines(on.build) }, row)
}

/** Absent where the unit was built by this run and is a component by now: a child that is in no parent. */
function chooseUnit(on: OnRun, own: KnownBuild, row: ComponentRow): Answer | undefined {
  const { assembly } = on.directory
  const isIncomplete = assembly.lines(own).some(isLineOpen)
  if (!own.isCompleted) return takeInHand(on, own)
  if (own.parentId !== null && assembly.installedIn(row.id) === undefined) return undefined
  if (isIncomplete && isThere(row)) return takeInHand(on, own)
  if (own.parentId !== null) return undefined
  return refused(
    'built-already',
    'Completed',
    isThere(row)
      ? `${capitalised(nameOfBuild(own))} is completed, and nothing is missing in it. To take something out of it, press it in the list of units.`
      : `${capitalised(nameOfBuild(own))} is completed and was ${row.status}. Scan a unit that is not complete.`,
    'duplicate'
  )
}

/** Whether a unit is in stock or in something that is: what has left is not worked on again. */
export function isThere({ quantity, status }: ComponentRow): boolean {
  return quantity > 0 || status === 'installed'
}

/** Scans go to this build from now on. What is in the others stays in them. */
export function takeInHand(on: OnRun, build: KnownBuild): Answer {
  const lines = on.directory.assembly.lines(build)
  const rework = build.isCompleted ? ` It is completed, and ${reworkWords(lines)}.` : ''
  return acceptedOnRun(
    on,
    atRun(on.run.id, build),
    capitalised(nameOfBuild(build)),
    `Scans go to it now.${rework} ${nextOnBuild(build, lines)}`
  )
}

function reworkWords(lines: readonly BuildLine[]): string {
  return lines.some(isLineOpen)
    ? 'what was taken out of it can be installed again'
    : 'what is taken out of it can be replaced'
}

function installUnit(on: OnBuild, row: ComponentRow): Answer {
  const { build, lines } = on
  const line = lineFor(lines, row.partId)
  const refusal = unitRefusal(on, row)
  if (refusal) return refusal
  if (!line) return notOnBom(unitName(row), on, [row.partId])
  if (on.at.quantity !== null && on.at.quantity !== ONE) {
    return refused(
      'quantity-wrong',
      'A unit is one',
      `${formatQuantity(on.at.quantity)} were said, and ${unitName(row)} is one unit. DS:CANCEL takes the quantity back; then scan each unit by itself.`
    )
  }
  const after = lines.map((each) => (each === line ? { ...each, installed: add(each.installed, ONE) } : each))
  return acceptedOnRun(
    on,
    atRun(on.run.id, build),
    `${row.serial ?? ''} installed`,
    `${row.partNumber} in ${nameOfBuild(build)}. ${nextOnBuild(build, after)}`,
    {
      sound: after.some(isLineOpen) ? 'accepted' : 'line-complete',
      effect: {
        kind: 'install',
        component: { build: build.id, line: line.id, parts: [{ row: row.id, quantity: ONE }] }
      }
    }
  )
}

/** Why a unit cannot go into a build; absent when it can. */
function unitRefusal(on: OnBuild, row: ComponentRow): Answer | undefined {
  const { build, lines, directory } = on
  const { assembly, quality, stock, local } = directory
  const name = unitName(row)
  if (assembly.rowsAbove(build.id).includes(row.id)) return partOfItself(name, build)
  const where = assembly.installedIn(row.id)
  if (where) {
    const isLast = where.build === build.id && assembly.lastInstalled(build.id)?.rowId === row.id
    return isLast ? scannedTwice(name, build) : alreadyInstalled(name, where, local)
  }
  const line = lineFor(lines, row.partId)
  if (!line) return notOnBom(name, on, [row.partId])
  if (row.quantity === 0) return gone(name, row, row.status, stock.lastChange(row.id), local)
  if (row.status === 'on hold') return onHold(name, quality.holdsOnRow(row.id))
  if (row.expiry !== null && row.expiry < assembly.today) return expired(name, row)
  if (!allowsRevision(line, row.partId, row.revision)) return otherRevision(name, [row], line)
  return add(line.installed, ONE) > line.needed ? moreThanNeeded(line, build, null) : undefined
}

function unitName({ serial, partNumber }: ComponentRow): string {
  return `${serial ?? ''} (${partNumber})`
}
