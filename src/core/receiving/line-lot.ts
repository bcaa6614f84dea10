import { codeProblem, describeCodeProblem } from '../code.ts'
import { refused, type Answer } from '../session/answer.ts'
import { shown } from '../words.ts'
import { captureOf, type Capture, type CaptureStep } from './capture.ts'
import type { ReceivingLine } from './directory.ts'
import { addStep, type OpenLine } from './line-steps.ts'
import { nextScan } from './prompt.ts'

/** Asks for the next own lot number, whatever the part does by itself. */
export function generateLot(open: OpenLine): Answer {
  const { line, directory, at } = open
  if (line.part.tracking !== 'lot') {
    return refused(
      'wrong-kind',
      'No lot here',
      `${line.part.partNumber} is not tracked by lot. ${nextScan(line, captureOf(at.steps))}`
    )
  }
  const next = directory.nextLot(line.part, directory.orderAt(at.order)?.order ?? '')
  if (!next.ok) return refused('no-number', 'No lot number', next.reason)
  return addStep(open, { generateLot: true }, `Lot ${next.first}`)
}

/** A scanned text is the line's lot. */
export function setLot(open: OpenLine, lot: string): Answer {
  const { line, directory, at } = open
  const problem = codeProblem(lot)
  if (problem)
    return refused('bad-code', 'Not a lot', `${shown(lot)} cannot be a lot: ${describeCodeProblem(problem)}.`)
  if (directory.partsNamed(lot).length > 0) {
    return refused(
      'part-number',
      'That is a part number',
      `${lot} names a part, not a lot. ${nextScan(line, captureOf(at.steps))}`
    )
  }
  const holder = directory.serial(lot)
  if (holder)
    return refused('wrong-kind', 'That is a serial', `${lot} is the serial of a ${holder.partNumber}. Scan the lot.`)
  const capture = captureOf(at.steps)
  const held = capture.lot ?? capture.supplierLot
  if (held === lot)
    return refused('duplicate', 'Already scanned', `Lot ${lot} is on the line. ${nextScan(line, capture)}`, 'duplicate')
  if (held !== null) {
    return refused(
      'lot-taken',
      'Another lot',
      `The line has lot ${held}. Finish it with DS:DONE first, or take it back with DS:UNDO.`
    )
  }
  return addStep(open, lotStep(line, capture, lot), `Lot ${lot}`)
}

/**
 * A scanned lot is the lot, as the supplier numbered it; where we number the lots, or an own number was asked for, it
 * stands beside ours. A serial unit carries it too, so that a recall of the lot finds the unit.
 */
export function lotStep(line: ReceivingLine, capture: Pick<Capture, 'generateLot'>, lot: string): CaptureStep {
  return capture.generateLot || line.part.lotSource === 'generated' ? { supplierLot: lot } : { lot, supplierLot: lot }
}
