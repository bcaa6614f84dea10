import type { LotId, PartId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/**
 * Stock is being counted. Which count it is follows from the place: a place is in one open count only. Without a place
 * the next scan says where counting begins, or goes on.
 */
export interface CountPlace {
  readonly kind: 'count'
  readonly location: string | null
  /** The count that is gone on with at the next place; null begins another. Says nothing while a place is set. */
  readonly joined: string | null
  /** A lot or an untracked part that was scanned, and whose quantity is not counted yet. */
  readonly pending: PendingCount | null
  /** Whether the variance is shown: the next DS:DONE posts it. */
  readonly review: boolean
}

export interface PendingCount {
  readonly goods: PiledGoods
  /** `lot L1 of PART-1`. */
  readonly name: string
  readonly unit: string
  /** Null until one of `revisions` is chosen. */
  readonly revision: string | null
  readonly revisions: readonly string[]
  readonly quantity: Quantity | null
}

/** What is counted by the pile. */
export type PiledGoods =
  | { readonly kind: 'lot'; readonly part: PartId; readonly lot: LotId }
  | { readonly kind: 'untracked'; readonly part: PartId }
