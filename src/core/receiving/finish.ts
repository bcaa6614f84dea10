import { assertNever } from '../assert.ts'
import type { OperatorDirectory } from '../operators/approval.ts'
import { quantityOf, wholeUnits, withUnit, ZERO, type Quantity } from '../quantity.ts'
import type { LineToReceive } from './effect.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { ReceivingLine } from './directory.ts'
import type { AtLine } from './line-steps.ts'
import { allowanceOf } from './over-receipt.ts'
import { openQuantity } from './progress.ts'
import { captureModeOf, captureOf, type Capture } from './capture.ts'
import type { Session } from '../session/session.ts'

/** DONE on an open line: everything that was captured becomes one receipt line, or the line stays as it is. */
export function finishLine(session: Session, at: AtLine, line: ReceivingLine, operators: OperatorDirectory): Answer {
  const capture = captureOf(at.steps)
  const quantity = quantityToReceive(line, capture)
  if (typeof quantity !== 'number') return quantity
  const allowance = allowanceOf(line, capture, quantity, operators)
  if (allowance.kind === 'refused') return allowance.answer
  const mode = captureModeOf(line.part)
  const generateLot =
    mode === 'lot' && (capture.generateLot || (capture.lot === null && line.part.lotSource === 'generated'))
  if (mode === 'lot' && !generateLot && capture.lot === null) {
    return refused('lot-missing', 'Lot is missing', `${line.part.partNumber} is tracked by lot. Scan the lot first.`)
  }
  const toReceive: LineToReceive = {
    order: at.order,
    orderLine: line.id,
    quantity,
    serials: capture.serials,
    generateSerials: mode === 'serial-generated' ? (wholeUnits(quantity) ?? 0) : 0,
    lot: generateLot ? null : capture.lot,
    generateLot,
    supplierLot: capture.supplierLot,
    expiry: capture.expiry,
    location: session.location ?? line.location
  }
  const complete = quantity >= openQuantity(line)
  return accepted(
    { ...session, at: { kind: 'receipt', order: at.order } },
    `${withUnit(quantity, line.part)} received`,
    complete
      ? `${line.part.partNumber} is complete. Scan the next part, or DS:DONE to close.`
      : `${line.part.partNumber} stays open. Scan the next part, or DS:DONE to close.`,
    { sound: 'line-complete', effect: { kind: 'receive', line: toReceive } }
  )
}

function quantityToReceive(line: ReceivingLine, capture: Capture): Quantity | Answer {
  const mode = captureModeOf(line.part)
  switch (mode) {
    case 'serial-captured':
      return capture.serials.length > 0
        ? quantityOf(capture.serials.length)
        : refused(
            'serials-missing',
            'No unit scanned',
            'Scan the serial of each unit first, or leave the line with DS:CANCEL.'
          )
    case 'serial-generated': {
      const open = openQuantity(line)
      return capture.quantity ?? (open > ZERO ? open : quantityMissing(line))
    }
    case 'lot':
    case 'untracked':
      return capture.quantity ?? quantityMissing(line)
    default:
      return assertNever(mode)
  }
}

function quantityMissing(line: ReceivingLine): Answer {
  return refused(
    'quantity-missing',
    'How many?',
    `Nobody has said how many ${line.part.unit} came. Scan DS:QTY with the quantity, then DS:DONE.`
  )
}
