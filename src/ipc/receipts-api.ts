import type { Instant } from '../core/clock.ts'
import type { ReceiptLineId } from '../core/ids.ts'
import type { Quantity } from '../core/quantity.ts'
import type { ReversalRefusal } from '../core/receiving/reverse.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'

/** One line of a receipt: what came in with one `DS:DONE`. */
export interface ReceivedLineView {
  readonly id: ReceiptLineId
  readonly receipt: string
  readonly order: string
  readonly line: string
  readonly partNumber: string
  readonly description: string
  readonly tracking: TrackingType
  readonly quantity: Quantity
  readonly unit: string
  readonly lot: string | null
  /** The first and the last of its serials; null where its units have none. */
  readonly serials: { readonly first: string; readonly last: string } | null
  readonly location: string
  readonly operator: string
  readonly at: Instant
  /** Set once it was taken back. */
  readonly reversed: { readonly at: Instant; readonly operator: string; readonly reason: string } | null
}

export interface ReceivedPage {
  readonly rows: readonly ReceivedLineView[]
  readonly total: number
}

/** What became of taking a line back. `rows` name what stands in the way: the first of them, of `total`. */
export type ReversalAnswer =
  | { readonly kind: 'reversed'; readonly message: string }
  | {
      readonly kind: 'refused'
      readonly reason: ReversalRefusal
      readonly message: string
      readonly rows: readonly { readonly code: string; readonly words: string }[]
      readonly total: number
    }

/** What the window may ask about what was received. */
export interface ReceiptsApi {
  /** The newest first. The text is an order, a receipt, a part, a lot or a serial, or the beginning of one. */
  list(input: { search: string; offset: number; limit: number }): Promise<ReceivedPage>
  /** Takes a line back, with a reason. Waits for a lead's badge where one is needed. */
  reverse(input: { line: ReceiptLineId; reason: string }): Promise<ReversalAnswer>
}

/** The names that exist at run time. */
export const RECEIPTS_METHODS = { list: true, reverse: true } as const satisfies {
  readonly [M in keyof ReceiptsApi]: true
}
