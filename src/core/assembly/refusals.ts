import type { LocalTime } from '../clock.ts'
import type { PartId } from '../ids.ts'
import { formatQuantity, ONE, withUnit, type Quantity } from '../quantity.ts'
import { holdSentence, type Hold } from '../quality/hold.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import { capitalised } from '../words.ts'
import type { BuildLine, ComponentRow, KnownBuild, KnownInstallation } from './directory.ts'
import { takes } from './lines.ts'
import { nameOfBuild, openOf, type OnBuild } from './on-run.ts'

/** It is on another bill, or on one of the same run that is not in hand: then that is said. */
export function notOnBom(name: string, on: OnBuild, parts: readonly PartId[]): RefusedAnswer {
  const { build } = on
  const what = `${name} is not on the bill of ${build.partNumber}${build.revision === '' ? '' : ` ${build.revision}`}, and is no substitute there.`
  const next = whereElse(on, parts) ?? 'Put it back, and scan what the screen asks for.'
  return refused('not-on-bom', 'Not on the BOM', `${what} ${next}`)
}

/** What to scan before the part goes into a child of what is in hand, its parent, or another child of that. */
function whereElse({ build, directory: { assembly } }: OnBuild, parts: readonly PartId[]): string | undefined {
  const [child] = parts.flatMap((part) => assembly.childTaking(build, part) ?? [])
  if (child !== undefined) return `It goes into ${child}, which is made here: scan ${child} first.`
  const parent = build.parentId === null ? undefined : assembly.build(build.parentId)
  if (!parent || parent.isCompleted) return undefined
  const isForParent = assembly.lines(parent).some((line) => parts.some((part) => takes(line, part)))
  if (isForParent) {
    return `It goes into ${nameOfBuild(parent)}: DS:DONE completes ${nameOfBuild(build)} first, DS:CANCEL leaves it for later.`
  }
  const [sibling] = parts.flatMap((part) => assembly.childTaking(parent, part) ?? [])
  return sibling && `It goes into ${sibling}: DS:CANCEL leaves ${nameOfBuild(build)} for later, then scan ${sibling}.`
}

/** It is in another product, or in this one, with the place where it is. */
export function alreadyInstalled(name: string, where: KnownInstallation, local: LocalTime): RefusedAnswer {
  return refused(
    'already-installed',
    'Already installed',
    `${name} is in ${whereOf(where)}, installed ${local.dayOf(where.at)} by ${where.operator}. Take another, or have it removed there first.`,
    'duplicate'
  )
}

export function scannedTwice(name: string, build: KnownBuild): RefusedAnswer {
  return refused(
    'duplicate',
    'Already scanned',
    `${name} was installed in ${nameOfBuild(build)} just now. Go on with the next component.`,
    'duplicate'
  )
}

export function partOfItself(name: string, build: KnownBuild): RefusedAnswer {
  return refused(
    'part-of-itself',
    'Part of itself',
    `${capitalised(nameOfBuild(build))} is ${name}, or is inside it: nothing goes into itself. Scan a component.`
  )
}

export function onHold(name: string, holds: readonly Hold[]): RefusedAnswer {
  return refused(
    'on-hold',
    'On hold',
    `${holdSentence(holds)}${capitalised(name)} goes into nothing until quality lets it go. Put it aside.`
  )
}

export function expired(name: string, { expiry }: ComponentRow): RefusedAnswer {
  return refused(
    'expired',
    'Expired',
    `${capitalised(name)} expired ${expiry ?? ''}. Put it aside for quality, and take another.`
  )
}

export function otherRevision(name: string, rows: readonly ComponentRow[], line: BuildLine): RefusedAnswer {
  const found = [...new Set(rows.map(({ revision }) => revision || '(none)'))].join(' and ')
  return refused(
    'revision',
    'Another revision',
    `${capitalised(name)} is revision ${found}; the bill allows ${line.componentRevision || 'none'} of ${line.component} only. Take one of that revision.`
  )
}

/** The line has all that it needs, or less is open than was said. */
export function moreThanNeeded(line: BuildLine, build: KnownBuild, said: Quantity | null): RefusedAnswer {
  const open = openOf(line)
  const name = capitalised(nameOfBuild(build))
  return open === 0
    ? refused(
        'more-than-needed',
        'More than needed',
        `${name} has all ${withUnit(line.needed, line)} of ${line.component} that it needs. Put it back.`
      )
    : refused(
        'more-than-needed',
        'More than needed',
        `${name} needs ${withUnit(open, line)} more of ${line.component}${said === null ? '' : `, and ${formatQuantity(said)} were said`}. Say at most so many with DS:QTY.`
      )
}

export function moreThanThere(name: string, said: Quantity, there: Quantity, row: ComponentRow): RefusedAnswer {
  return refused(
    'more-than-there',
    'More than there is',
    `${withUnit(there, row)} of ${name} ${there === ONE ? 'is' : 'are'} at ${row.location}, and ${formatQuantity(said)} would be taken. Say with DS:QTY how many there really were, or scan another place.`
  )
}

export function everythingBuilt(): RefusedAnswer {
  return refused(
    'run-complete',
    'Everything is built',
    'This run has nothing left to build. DS:HOME leaves it; DS:RUN opens another.'
  )
}

export function finishPending(name: string): RefusedAnswer {
  return refused(
    'finish-first',
    'Finish first',
    `DS:DONE installs ${name}, DS:CANCEL leaves it where it is. Then scan the next.`
  )
}

/** Tells a refusal from what was looked for. */
export function isRefused<T extends object>(value: T | RefusedAnswer): value is RefusedAnswer {
  return 'kind' in value && value.kind === 'refused'
}

/** `SN-1 (GEARBOX), run R-7`. */
function whereOf({ serial, lot, partNumber, run }: KnownInstallation): string {
  const name = serial !== null ? `${serial} (${partNumber})` : lot !== null ? `lot ${lot} of ${partNumber}` : partNumber
  return `${name}, run ${run}`
}
