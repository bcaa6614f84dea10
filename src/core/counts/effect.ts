import type { CountEntryId, CountId, PartId, RowId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'
import type { PiledGoods } from './place.ts'
import type { VarianceLine } from './variance.ts'

/** What a scan of a count asks to be written, in this order. */
export interface CountEffect {
  readonly kind: 'count'
  readonly steps: readonly CountStep[]
}

export type CountStep =
  /** Another count begins, with its first place. */
  | { readonly kind: 'begin'; readonly location: string }
  /**
   * A place joins the count, or is gone on with. `looksAgain`: the variance was shown before, so that what is not
   * counted from now on is not there.
   */
  | { readonly kind: 'go-to'; readonly count: CountId; readonly location: string; readonly looksAgain: boolean }
  | { readonly kind: 'finish-place'; readonly count: CountId; readonly location: string }
  | { readonly kind: 'leave-place-out'; readonly count: CountId; readonly location: string }
  | { readonly kind: 'count-unit'; readonly count: CountId; readonly location: string; readonly row: RowId }
  | CountPileStep
  | { readonly kind: 'take-back'; readonly count: CountId; readonly entry: CountEntryId }
  | {
      readonly kind: 'post'
      readonly count: CountId
      readonly lines: readonly VarianceLine[]
      /** The lead whose badge allowed it there and then; null where whoever is at the station may. */
      readonly approvedBy: string | null
    }

/** A pile of a lot or an untracked part. `replaces` what was counted of it before: stock of it has changed since. */
export interface CountPileStep {
  readonly kind: 'count-pile'
  readonly count: CountId
  readonly location: string
  readonly goods: PiledGoods
  readonly revision: string
  readonly quantity: Quantity
  readonly replaces: boolean
}

/** A code that nobody can count: remembered with the count, although its scan is refused. */
export interface UnknownFound {
  readonly count: CountId
  readonly location: string
  readonly code: string
  readonly what: 'serial' | 'lot' | 'code'
  readonly part: PartId | null
}
