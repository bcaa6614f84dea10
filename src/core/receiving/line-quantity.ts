import { wholeUnits, withUnit, type Quantity } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import { captureModeOf, captureOf } from './capture.ts'
import type { ReceivingLine } from './directory.ts'
import { addStep, type OpenLine } from './line-steps.ts'
import { allowanceOf, beyondOrder } from './over-receipt.ts'

/** Says how many of the line's part are taken. */
export function setQuantity(open: OpenLine, quantity: Quantity): Answer {
  const { line, at, directory } = open
  if (captureModeOf(line.part) === 'serial-captured') {
    return refused(
      'wrong-kind',
      'Units are scanned',
      `Each unit of ${line.part.partNumber} is counted by scanning its serial.`
    )
  }
  const problem = notWhole(line, quantity)
  if (problem) return problem
  const allowance = allowanceOf(line, captureOf(at.steps), quantity, directory.operators)
  if (allowance.kind === 'refused') return allowance.answer
  const step = allowance.kind === 'approved' ? { quantity, approved: quantity } : { quantity }
  return addStep(open, step, withUnit(quantity, line.part), beyondOrder(line, quantity))
}

/** Why a quantity cannot be one of the line's part; absent when it can. */
export function notWhole(line: ReceivingLine, quantity: Quantity): Answer | undefined {
  if (line.part.tracking !== 'serial' || wholeUnits(quantity) !== undefined) return undefined
  return refused(
    'quantity-wrong',
    'Whole units only',
    `${line.part.partNumber} comes in whole units. Scan DS:QTY with a whole number.`
  )
}
