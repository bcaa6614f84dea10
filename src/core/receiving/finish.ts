import { assertNever } from '../assert.ts'
import type { Day } from '../clock.ts'
import { isApproved } from '../operators/approval.ts'
import { quantityOf, wholeUnits, withUnit, ZERO, type Quantity } from '../quantity.ts'
import type { LineToReceive } from './effect.ts'
import { accepted, needsLead, refused, type Answer } from '../session/answer.ts'
import type { ReceivingLine } from './directory.ts'
import { notCome, notComeWords } from './announced.ts'
import { expiredOn } from './expired.ts'
import type { OpenLine } from './line-steps.ts'
import { allowanceOf } from './over-receipt.ts'
import { openQuantity } from './progress.ts'
import { captureModeOf, captureOf, type Capture } from './capture.ts'

/** DONE on an open line: everything that was captured becomes one receipt line, or the line stays as it is. */
export function finishLine(open: OpenLine): Answer {
  const { session, at, line, directory } = open
  const capture = captureOf(at.steps)
  const quantity = quantityToReceive(line, capture)
  if (typeof quantity !== 'number') return quantity
  const allowance = allowanceOf(line, capture, quantity, directory.operators)
  const expired = expiredOn(directory, line, capture)
  if (allowance.kind === 'refused') {
    const { answer } = allowance
    return expired === undefined ? answer : { ...answer, message: `${answer.message} It expired on ${expired}, too.` }
  }
  const mode = captureModeOf(line.part)
  const generateLot =
    mode === 'lot' && (capture.generateLot || (capture.lot === null && line.part.lotSource === 'generated'))
  if (mode === 'lot' && !generateLot && capture.lot === null) {
    return refused('lot-missing', 'Lot is missing', `${line.part.partNumber} is tracked by lot. Scan the lot first.`)
  }
  const question = expired === undefined ? undefined : askAboutExpired(open, capture, expired, quantity)
  if (question) return question
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
  const missing = mode === 'serial-captured' ? notCome(directory, line, capture.serials) : []
  const isAsExpected = expired === undefined && !(complete && missing.length > 0)
  const aside = expired === undefined ? '' : `Expired on ${expired}: put it aside for quality. `
  return accepted(
    { ...session, at: { kind: 'receipt', order: at.order } },
    `${withUnit(quantity, line.part)} received`,
    `${aside}${notComeWords(missing)}${line.part.partNumber} ${complete ? 'is complete' : 'stays open'}. Scan the next part, or DS:DONE to close.`,
    { sound: isAsExpected ? 'line-complete' : 'attention', effect: { kind: 'receive', line: toReceive } }
  )
}

/**
 * What DONE does on goods that are expired, of which nothing may be built: a lead is asked for. Where nobody could be
 * asked the clerk is told, and a second DONE receives them. Absent where that was said already, with more than was
 * ordered too.
 */
function askAboutExpired(open: OpenLine, capture: Capture, expired: Day, quantity: Quantity): Answer | undefined {
  const { session, at, line, directory } = open
  const { operators } = directory
  if (isApproved(operators, 'receive-expired') || isApproved(operators, 'over-receipt')) return undefined
  const what = `${withUnit(quantity, line.part)} of ${line.part.partNumber} expired on ${expired}: nothing may be built of that.`
  if (operators.any) {
    return needsLead('receive-expired', 'expired', 'Expired', `${what} To receive it all the same needs a lead.`)
  }
  if (capture.expiredSeen === expired) return undefined
  return accepted(
    { ...session, at: { ...at, kind: 'line', steps: [...at.steps, { expiredSeen: expired }] } },
    'Expired',
    `${what} DS:DONE once more receives it all the same; DS:CANCEL leaves it.`,
    { sound: 'attention' }
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
