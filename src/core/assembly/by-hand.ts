import { saysWhy } from '../reason.ts'
import { describeQuantityProblem, formatQuantity, parsePositiveQuantity, withUnit, type Quantity } from '../quantity.ts'
import type { BuildLine, KnownBuild } from './directory.ts'
import type { OpenLine } from './effect.ts'
import { openLinesOf, openLineWords, quantityRefusal } from './complete.ts'
import { nameOfBuild } from './on-run.ts'

/** Something that a person asked for in the window and that cannot be. */
export interface RefusedByHand {
  readonly kind: 'refused'
  readonly reason: 'built-already' | 'more-than-needed' | 'quantity-wrong' | 'reason-missing' | 'unknown-place' | 'gone'
  readonly message: string
}

/** What is installed and is to be taken out. */
export interface InstalledThing {
  /** `SN-1 (MOTOR)`, `lot L1 of PAINT`, `SCREW`. */
  readonly name: string
  readonly isUnit: boolean
  readonly quantity: Quantity
  readonly unit: string
}

/** Whether so much of what is installed may be taken out and put at a place, and for this reason. */
export function decideTakingOut(
  thing: InstalledThing,
  place: { readonly code: string; readonly exists: boolean },
  request: { readonly quantity: string | null; readonly reason: string }
): { readonly kind: 'allowed'; readonly quantity: Quantity } | RefusedByHand {
  if (thing.quantity === 0) return refusal('gone', `${thing.name} was taken out already. Look at the run again.`)
  if (!place.exists) {
    return refusal(
      'unknown-place',
      place.code === ''
        ? `Say where ${thing.name} goes back to.`
        : `There is no place ${place.code}. Name one that exists, or have it added.`
    )
  }
  if (!saysWhy(request.reason)) {
    return refusal('reason-missing', `Say why ${thing.name} is taken out: the reason is kept with it.`)
  }
  if (request.quantity === null) return { kind: 'allowed', quantity: thing.quantity }
  const quantity = readQuantity(request.quantity)
  if (typeof quantity === 'object') return quantity
  if (thing.isUnit && quantity !== thing.quantity) {
    return refusal('quantity-wrong', `${thing.name} is one unit: its quantity is 1 and cannot be another.`)
  }
  if (quantity > thing.quantity) {
    return refusal(
      'quantity-wrong',
      `${withUnit(thing.quantity, thing)} of ${thing.name} are installed, and ${formatQuantity(quantity)} is more.`
    )
  }
  return { kind: 'allowed', quantity }
}

/** Whether so much of a build may be completed, and what it would lack. A lead is not asked for here. */
export function decideCompletion(
  build: KnownBuild,
  lines: readonly BuildLine[],
  request: { readonly quantity: string | null; readonly reason: string }
): { readonly kind: 'allowed'; readonly quantity: Quantity; readonly openLines: readonly OpenLine[] } | RefusedByHand {
  if (build.isCompleted) return refusal('built-already', `${nameOfBuild(build)} is completed already.`)
  const said = request.quantity === null ? null : readQuantity(request.quantity)
  if (said !== null && typeof said === 'object') return said
  const tooMuch = quantityRefusal(build, said)
  if (tooMuch) {
    return refusal(tooMuch.reason === 'quantity-wrong' ? 'quantity-wrong' : 'more-than-needed', tooMuch.message)
  }
  const quantity = said ?? build.quantity
  const openLines = openLinesOf(lines, quantity)
  if (openLines.length > 0 && !saysWhy(request.reason)) {
    return refusal(
      'reason-missing',
      `${nameOfBuild(build)} lacks ${openLines.map(openLineWords).join(', ')}. Say why it is completed without: the reason is kept with it.`
    )
  }
  return { kind: 'allowed', quantity, openLines }
}

function readQuantity(text: string): Quantity | RefusedByHand {
  const reading = parsePositiveQuantity(text)
  return reading.ok
    ? reading.quantity
    : refusal('quantity-wrong', `${JSON.stringify(text)} cannot be: ${describeQuantityProblem(reading.problem)}.`)
}

function refusal(reason: RefusedByHand['reason'], message: string): RefusedByHand {
  return { kind: 'refused', reason, message: message.charAt(0).toUpperCase() + message.slice(1) }
}
