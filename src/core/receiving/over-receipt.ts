import { isApproved, type OperatorDirectory } from '../operators/approval.ts'
import { add, formatQuantity, subtract, withUnit, ZERO, type Quantity } from '../quantity.ts'
import { needsLead, type RefusedAnswer } from '../session/answer.ts'
import type { Capture } from './capture.ts'
import type { ReceivingLine } from './directory.ts'
import { limitOf, openQuantity, roomOf, toleranceOf } from './progress.ts'

/** How so much of a line stands to what may be received: within it, or by a lead's word. */
export type Allowance =
  | { readonly kind: 'within' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'refused'; readonly answer: RefusedAnswer }

/**
 * Whether so much may be received on a line with what is captured: what is open, what the line tolerates, and what a
 * lead has approved, now or before.
 */
export function allowanceOf(
  line: ReceivingLine,
  capture: Pick<Capture, 'approved'>,
  quantity: Quantity,
  operators: OperatorDirectory
): Allowance {
  if (quantity <= limitOf(line, capture)) return { kind: 'within' }
  if (isApproved(operators, 'over-receipt')) return { kind: 'approved' }
  return { kind: 'refused', answer: overReceipt(line, quantity) }
}

function overReceipt(line: ReceivingLine, quantity: Quantity): RefusedAnswer {
  const { ordered, received } = line
  const total = add(received, quantity)
  const before =
    received > ZERO ? `, with the ${formatQuantity(received)} received before ${withUnit(total, line.part)}` : ''
  const refusal = needsLead(
    'over-receipt',
    'over-receipt',
    'More than ordered',
    `${withUnit(quantity, line.part)} of ${line.part.partNumber}${before}: ${withUnit(ordered, line.part)} were ordered${tolerated(line)}. More needs a lead.`
  )
  // Where there is nobody to be asked it is a refusal like any other; a question has a sound of its own.
  return { ...refusal, sound: 'refused' }
}

function tolerated(line: ReceivingLine): string {
  const tolerance = toleranceOf(line)
  return tolerance > ZERO ? `, and ${withUnit(tolerance, line.part)} more are tolerated` : ''
}

/** What the clerk is told of a quantity beyond what was ordered that is allowed all the same; empty within the order. */
export function beyondOrder(line: ReceivingLine, quantity: Quantity): string {
  const open = openQuantity(line)
  if (quantity <= open) return ''
  const more = withUnit(subtract(quantity, open), line.part)
  return quantity <= roomOf(line)
    ? `${more} more than ordered, which the line tolerates.`
    : `${more} more than ordered.`
}
