import { add, ONE, quantityOf } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import { captureOf } from './capture.ts'
import type { OpenLine } from './line-steps.ts'
import { openQuantity, withUnit } from './progress.ts'
import { serialRefusal } from './serial-check.ts'

/** Why a serial cannot be one more unit of the line; absent when it can. */
export function unitRefusal(open: OpenLine, serial: string): Answer | undefined {
  const { line, at, directory } = open
  const { serials } = captureOf(at.steps)
  const refusal = serialRefusal(directory, line, serials, serial)
  if (refusal) return refusal
  if (add(quantityOf(serials.length), ONE) > openQuantity(line)) {
    return refused(
      'over-receipt',
      'More than ordered',
      `All ${withUnit(openQuantity(line), line)} that are open are scanned. Scan DS:DONE; more than was ordered needs a lead.`
    )
  }
  return undefined
}
