import { isApproved } from '../operators/approval.ts'
import { formatQuantity, subtract, withUnit, ZERO, type Quantity } from '../quantity.ts'
import { needsLead, refused, type Answer, type RefusedAnswer } from '../session/answer.ts'
import { capitalised } from '../words.ts'
import type { AssemblyDirectory, BuildLine, KnownBuild } from './directory.ts'
import type { Completion, OpenLine } from './effect.ts'
import { neededFor } from './need.ts'
import { acceptedOnRun, nameOfBuild, openOf, putAwayPlaceOf, type OnBuild } from './on-run.ts'
import { nextInRun } from './open-run.ts'
import { atRun } from './place.ts'

/** `DS:DONE` with nothing pending: what is in hand is completed, or so much of it as was said before. */
export function completeInHand(on: OnBuild): Answer {
  const { build, at, directory, lines } = on
  if (build.isCompleted) return leaveRework(on)
  const refusal = quantityRefusal(build, at.quantity)
  if (refusal) return refusal
  const quantity = at.quantity ?? build.quantity
  const openLines = openLinesOf(lines, quantity)
  if (openLines.length > 0 && !isApproved(directory.operators, 'open-lines')) {
    return needsLead(
      'open-lines',
      'open-lines',
      'Lines are open',
      `${capitalised(nameOfBuild({ ...build, quantity }))} lacks ${openLines.map(openLineWords).join(', ')}. Install what is missing; ${
        directory.operators.any
          ? 'a lead’s badge completes it as it is.'
          : 'to complete it as it is takes a lead’s badge, and this station has no operators yet.'
      }`
    )
  }
  const lead = directory.operators.approval?.by.name
  return acceptedOnRun(on, atRun(on.run.id, build), `${capitalised(nameOfBuild(build))} completed`, '', {
    sound: 'line-complete',
    effect: {
      kind: 'complete',
      completion: {
        build: build.id,
        quantity,
        location: putAwayPlaceOf(on),
        intoParent: goesIntoParent(build, quantity, directory.assembly),
        openLines,
        reason: openLines.length === 0 ? null : `approved by ${lead ?? 'a lead'}`
      } satisfies Completion
    }
  })
}

/** Why so much cannot be completed of a build; absent when it can. A quantity of null is all of it. */
export function quantityRefusal(build: KnownBuild, quantity: Quantity | null): RefusedAnswer | undefined {
  if (quantity === null) return undefined
  if (build.tracking === 'serial') {
    return refused(
      'quantity-wrong',
      'A unit is one',
      `${nameOfBuild(build)} is one unit, and ${formatQuantity(quantity)} were said. Scan the component that they are of, or DS:CANCEL.`
    )
  }
  if (quantity <= build.quantity) return undefined
  return refused(
    'more-than-needed',
    'More than is built',
    `${withUnit(build.quantity, build)} of ${build.partNumber} are open in run ${build.run}, and ${formatQuantity(quantity)} were said. Say with DS:QTY how many are done.`
  )
}

/** What so much of a build would lack. */
export function openLinesOf(lines: readonly BuildLine[], quantity: Quantity): readonly OpenLine[] {
  return lines.flatMap((line) => {
    const needed = neededFor(line.quantity, quantity, line.tracking) ?? line.needed
    return line.installed < needed
      ? [{ component: line.component, missing: subtract(needed, line.installed), unit: line.unit }]
      : []
  })
}

/** A child goes into its parent, unless the parent has got what it needs from elsewhere meanwhile. */
export function goesIntoParent(build: KnownBuild, quantity: Quantity, assembly: AssemblyDirectory): boolean {
  const parent = build.parentId === null ? undefined : assembly.build(build.parentId)
  const line = parent && assembly.lines(parent).find(({ id }) => id === build.runLineId)
  return line !== undefined && openOf(line) !== ZERO && quantity <= openOf(line)
}

export function openLineWords({ missing, unit, component }: OpenLine): string {
  return `${formatQuantity(missing)} ${unit} ${component}`
}

/** A completed build that was reworked stays completed: the run goes on. */
function leaveRework(on: OnBuild): Answer {
  const { build, lines, run, directory } = on
  const missing = openLinesOf(lines, build.quantity)
  const { at, message } = nextInRun(run, directory)
  const state = missing.length === 0 ? 'is complete' : `still lacks ${missing.map(openLineWords).join(', ')}`
  return acceptedOnRun(on, at, 'Rework ended', `${capitalised(nameOfBuild(build))} ${state}. ${message}`, {
    sound: missing.length === 0 ? 'line-complete' : 'attention'
  })
}
