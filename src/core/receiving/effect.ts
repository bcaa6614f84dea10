import type { Day } from '../clock.ts'
import type { OrderId, OrderLineId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/** What receiving asks to be written. */
export type ReceivingEffect =
  { readonly kind: 'receive'; readonly line: LineToReceive } | { readonly kind: 'close'; readonly order: OrderId }

/** A line as the clerk has said it: decided, not yet written. */
export interface LineToReceive {
  readonly order: OrderId
  readonly orderLine: OrderLineId
  readonly quantity: Quantity
  /** The captured serials, or none where numbers are generated. */
  readonly serials: readonly string[]
  /** How many serials to take from the part's pattern. */
  readonly generateSerials: number
  /** Our lot number; null where none is wanted or where it is generated. */
  readonly lot: string | null
  readonly generateLot: boolean
  readonly supplierLot: string | null
  readonly expiry: Day | null
  readonly location: string | null
}
