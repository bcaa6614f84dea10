import { add, quantityOf, subtract, ZERO, type Quantity } from '../quantity.ts'
import type { Capture } from './capture.ts'
import type { ReceivingLine } from './directory.ts'

/** What is still to come of what was ordered. */
export function openQuantity(line: ReceivingLine): Quantity {
  return line.received >= line.ordered ? ZERO : subtract(line.ordered, line.received)
}

export function isOpen(line: ReceivingLine): boolean {
  return line.received < line.ordered
}

/** What may be received now without a lead's word: what is open, and what the line tolerates beyond it. */
export function roomOf(line: ReceivingLine): Quantity {
  const most = add(line.ordered, toleranceOf(line))
  return line.received >= most ? ZERO : subtract(most, line.received)
}

/** What may be received now, with what a lead has approved for what is captured. */
export function limitOf(line: ReceivingLine, { approved }: Pick<Capture, 'approved'>): Quantity {
  const room = roomOf(line)
  return approved !== null && approved > room ? approved : room
}

/** How much more than was ordered the line tolerates: rounded down, to whole units where units have serials. */
export function toleranceOf({ ordered, tolerancePercent, part }: ReceivingLine): Quantity {
  // Both are millionths: their product is beyond what a double holds exactly.
  const tolerated = Number((BigInt(ordered) * BigInt(tolerancePercent)) / BigInt(quantityOf(100))) as Quantity
  return part.tracking === 'serial' ? subtract(tolerated, (tolerated % quantityOf(1)) as Quantity) : tolerated
}
