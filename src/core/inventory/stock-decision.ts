import { assertNever } from '../assert.ts'
import type { LocalTime } from '../clock.ts'
import { rolesFor } from '../operators/operator.ts'
import { holdSentence, type Hold } from '../quality/hold.ts'
import { describeQuantityProblem, formatQuantity, parsePositiveQuantity, withUnit, type Quantity } from '../quantity.ts'
import { saysWhy } from '../reason.ts'
import type { LastChange, StockRow } from './stock-directory.ts'
import { whatBecameOf } from './what-became.ts'

/** How stock goes for good, other than into a product. */
export type RemovalKind = 'consumed' | 'scrapped' | 'archived'

export interface RemovalRequest {
  readonly kind: RemovalKind
  /** As it was typed; null means all that the row holds. */
  readonly quantity: string | null
  readonly reason: string
}

/** A change of stock that a person asked for: how much it is about, or why it cannot be. */
export type StockDecision =
  | { readonly kind: 'allowed'; readonly quantity: Quantity }
  | { readonly kind: 'refused'; readonly reason: StockRefusal; readonly message: string }

export type StockRefusal =
  'already-there' | 'gone' | 'more-than-there' | 'on-hold' | 'quantity-wrong' | 'reason-missing' | 'unknown-place'

/** Whether so much of a row may be consumed, scrapped or archived, and for this reason. */
export function decideRemoval(
  row: StockRow,
  last: LastChange | undefined,
  local: LocalTime,
  request: RemovalRequest,
  holds: readonly Hold[] = []
): StockDecision {
  if (!saysWhy(request.reason)) {
    return refusal('reason-missing', `Say why it is ${request.kind}: the reason is kept with it.`)
  }
  if (row.quantity > 0 && row.status === 'on hold') {
    return refusal(
      'on-hold',
      `${nameOf(row)} is not ${request.kind} while it is held. ${holdSentence(holds)}What becomes of it is decided in the issue.`
    )
  }
  return decideQuantity(row, last, local, request.quantity)
}

/**
 * Whether so much of a row may go to another place. What is on hold goes nowhere but by the hand of quality, such as to
 * quarantine: it stays on hold there.
 */
export function decideMove(
  row: StockRow,
  last: LastChange | undefined,
  local: LocalTime,
  to: { readonly code: string; readonly exists: boolean },
  quantity: string | null,
  holds: readonly Hold[] = [],
  mayMoveHeld = false
): StockDecision {
  if (!to.exists)
    return refusal('unknown-place', `There is no place ${to.code}. Name one that exists, or have it added.`)
  if (row.quantity > 0 && to.code === row.location) {
    return refusal('already-there', `${nameOf(row)} is at ${to.code} already. Name another place.`)
  }
  if (row.quantity > 0 && row.status === 'on hold' && !mayMoveHeld) {
    return refusal(
      'on-hold',
      `${nameOf(row)} stays where it is. ${holdSentence(holds)}Nobody but ${rolesFor('decide-quality')} moves it while it is held.`
    )
  }
  return decideQuantity(row, last, local, quantity)
}

function decideQuantity(
  row: StockRow,
  last: LastChange | undefined,
  local: LocalTime,
  text: string | null
): StockDecision {
  if (row.quantity === 0) return refusal('gone', `${nameOf(row)} ${whatBecameOf(row, last, local)}`)
  if (text === null) return { kind: 'allowed', quantity: row.quantity }
  const reading = parsePositiveQuantity(text)
  if (!reading.ok) {
    return refusal('quantity-wrong', `${JSON.stringify(text)} cannot be: ${describeQuantityProblem(reading.problem)}.`)
  }
  if (row.tracking === 'serial' && reading.quantity !== row.quantity) {
    return refusal('quantity-wrong', `${nameOf(row)} is one unit: its quantity is 1 and cannot be another.`)
  }
  if (reading.quantity > row.quantity) {
    return refusal(
      'more-than-there',
      `${withUnit(row.quantity, row)} of ${nameOf(row)} is there, and ${formatQuantity(reading.quantity)} is more.`
    )
  }
  return { kind: 'allowed', quantity: reading.quantity }
}

function nameOf(row: StockRow): string {
  switch (row.tracking) {
    case 'serial':
      return `${row.serial ?? ''} (${row.partNumber})`
    case 'lot':
      return `lot ${row.lot ?? ''} of ${row.partNumber}`
    case 'untracked':
      return row.partNumber
    default:
      return assertNever(row.tracking)
  }
}

function refusal(reason: StockRefusal, message: string): StockDecision {
  return { kind: 'refused', reason, message: message.charAt(0).toUpperCase() + message.slice(1) }
}
