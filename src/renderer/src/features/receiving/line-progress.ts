import { quantityOf, subtract, ZERO } from '../../../../core/quantity.ts'
import type { Quantity } from '../../../../core/quantity.ts'
import type { OpenLineView, OrderLineView } from '../../../../ipc/views.ts'

/** What is still to come of a line: never less than nothing, also where more came than was ordered. */
export function openOf({ ordered, received }: Pick<OrderLineView, 'ordered' | 'received'>): Quantity {
  return received >= ordered ? ZERO : subtract(ordered, received)
}

/** The part of a line that has come, from 0 to 1. */
export function shareReceived({ ordered, received }: Pick<OrderLineView, 'ordered' | 'received'>): number {
  if (ordered <= 0) return 1
  return Math.min(1, Math.max(0, received / ordered))
}

/** How much the open line has captured so far; null where nothing was said yet. */
export function capturedOf(view: Pick<OpenLineView, 'mode' | 'serials' | 'quantity'>): Quantity | null {
  return view.mode === 'serial-captured' ? quantityOf(view.serials.length) : view.quantity
}

/** The share of what was open that the open line has captured, from 0 to 1. */
export function shareCaptured(view: Pick<OpenLineView, 'mode' | 'serials' | 'quantity' | 'open'>): number {
  if (view.open <= 0) return 1
  return Math.min(1, (capturedOf(view) ?? ZERO) / view.open)
}
