import { add, ONE, quantityOf } from '../quantity.ts'
import type { Answer } from '../session/answer.ts'
import { captureOf, type CaptureStep } from './capture.ts'
import type { OpenLine } from './line-steps.ts'
import { allowanceOf } from './over-receipt.ts'
import { serialRefusal } from './serial-check.ts'

export type UnitStep = { readonly kind: 'unit'; readonly step: CaptureStep } | Extract<Answer, { kind: 'refused' }>

/** A serial as one more unit of the line, or why it cannot be one. */
export function unitStep(open: OpenLine, serial: string): UnitStep {
  const { line, at, directory } = open
  const capture = captureOf(at.steps)
  const refusal = serialRefusal(directory, line, capture.serials, serial)
  if (refusal) return refusal
  const quantity = add(quantityOf(capture.serials.length), ONE)
  const allowance = allowanceOf(line, capture, quantity, directory.operators)
  if (allowance.kind === 'refused') return allowance.answer
  return { kind: 'unit', step: allowance.kind === 'approved' ? { serial, approved: quantity } : { serial } }
}
