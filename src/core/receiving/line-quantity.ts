import { wholeUnits, type Quantity } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import { captureModeOf } from './capture.ts'
import type { ReceivingLine } from './directory.ts'
import { addStep, type OpenLine } from './line-steps.ts'
import { openQuantity, withUnit } from './progress.ts'

/** Says how many of the line's part are taken. */
export function setQuantity(open: OpenLine, quantity: Quantity): Answer {
  const mode = captureModeOf(open.line.part)
  if (mode === 'serial-captured') {
    return refused(
      'wrong-kind',
      'Units are scanned',
      `Each unit of ${open.line.part.partNumber} is counted by scanning its serial.`
    )
  }
  const problem = quantityRefusal(open.line, quantity)
  if (problem) return problem
  return addStep(open, { quantity }, withUnit(quantity, open.line))
}

/** Why a quantity cannot be received on a line; absent when it can. */
export function quantityRefusal(line: ReceivingLine, quantity: Quantity): Answer | undefined {
  if (line.part.tracking === 'serial' && wholeUnits(quantity) === undefined) {
    return refused(
      'quantity-wrong',
      'Whole units only',
      `${line.part.partNumber} comes in whole units. Scan DS:QTY with a whole number.`
    )
  }
  if (quantity > openQuantity(line)) {
    return refused(
      'over-receipt',
      'More than ordered',
      `${withUnit(quantity, line)} were said, and ${withUnit(openQuantity(line), line)} are open. More than was ordered needs a lead.`
    )
  }
  return undefined
}
