import { formatQuantity, subtract, ZERO, type Quantity } from '../quantity.ts'
import type { ReceivingLine } from './directory.ts'

/** What may still be received on a line without a lead's word. */
export function openQuantity(line: ReceivingLine): Quantity {
  return line.received >= line.ordered ? ZERO : subtract(line.ordered, line.received)
}

export function isOpen(line: ReceivingLine): boolean {
  return line.received < line.ordered
}

/** A quantity with its unit, `12 pcs`. */
export function withUnit(quantity: Quantity, line: ReceivingLine): string {
  return `${formatQuantity(quantity)} ${line.part.unit}`
}
