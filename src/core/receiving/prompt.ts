import { assertNever } from '../assert.ts'
import { quantityOf, withUnit, ZERO } from '../quantity.ts'
import type { ReceivingLine } from './directory.ts'
import { openQuantity, roomOf } from './progress.ts'
import { captureModeOf, type Capture } from './capture.ts'

/** What to scan next on an open line, in a sentence. */
export function nextScan(line: ReceivingLine, capture: Capture): string {
  const open = openQuantity(line)
  const mode = captureModeOf(line.part)
  switch (mode) {
    case 'serial-captured': {
      const scanned = quantityOf(capture.serials.length)
      if (scanned > open) return `${capture.serials.length} are scanned, more than ordered. Scan DS:DONE.`
      if (open === ZERO) return 'Scan the serial of each unit.'
      if (scanned === open) return `All ${withUnit(open, line.part)} are scanned: scan DS:DONE.`
      return capture.serials.length === 0
        ? `Scan the serial of each unit: ${withUnit(open, line.part)} are open.`
        : `${capture.serials.length} of ${withUnit(open, line.part)}. Scan the next serial, or DS:DONE.`
    }
    case 'serial-generated':
      if (capture.quantity === null && open === ZERO) return 'Scan DS:QTY with the quantity.'
      return capture.quantity === null
        ? `Scan DS:DONE for all ${withUnit(open, line.part)}, or DS:QTY for fewer.`
        : `Scan DS:DONE to number and label ${withUnit(capture.quantity, line.part)}.`
    case 'lot':
      if (capture.lot === null && !capture.generateLot && line.part.lotSource !== 'generated') return 'Scan the lot.'
      return capture.quantity === null ? 'Scan DS:QTY with the quantity of this lot.' : 'Scan DS:DONE.'
    case 'untracked':
      return capture.quantity === null ? 'Count, then scan DS:QTY with the quantity.' : 'Scan DS:DONE.'
    default:
      return assertNever(mode)
  }
}

/** What is said on a line that was opened although all that was ordered has come. */
export function allHasCome(line: ReceivingLine): string {
  const room = roomOf(line)
  return `All ${withUnit(line.ordered, line.part)} have come. ${room > ZERO ? `${withUnit(room, line.part)} more are tolerated.` : 'More needs a lead.'}`
}
