import type { LotId, PartId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/** Goods are being put away: what is scanned moves to `location`. */
export interface PutAwayPlace {
  readonly kind: 'put-away'
  readonly location: string
  /** A lot or an untracked part that was scanned and is not moved yet; a unit moves at once. */
  readonly pending: PendingMove | null
}

export interface PendingMove {
  readonly goods: PendingGoods
  /** `lot L1 of PART-1`. */
  readonly name: string
  /** Null moves all that is there. */
  readonly quantity: Quantity | null
  /** Where it is taken from; null where nobody has said so, which is enough while it lies at one place. */
  readonly source: string | null
}

export type PendingGoods =
  { readonly kind: 'lot'; readonly lot: LotId } | { readonly kind: 'untracked'; readonly part: PartId }
