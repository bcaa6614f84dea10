import type { OrderId, OrderLineId } from '../ids.ts'
import type { CaptureStep } from './capture.ts'

/** Where a clerk is while receiving: an order is open, or one line of it. */
export type ReceivingPlace =
  | { readonly kind: 'receipt'; readonly order: OrderId }
  | {
      readonly kind: 'line'
      readonly order: OrderId
      readonly line: OrderLineId
      readonly steps: readonly CaptureStep[]
    }
