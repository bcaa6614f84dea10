import type { Instant } from '../clock.ts'
import type { CountEntryId, CountId, LotId, PartId, RowId } from '../ids.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import type { Quantity } from '../quantity.ts'
import type { PiledGoods } from './place.ts'
import type { VarianceLine } from './variance.ts'

/** A count that is neither posted nor thrown away. */
export interface OpenCount {
  readonly id: CountId
  readonly count: string
  /** Whether whoever counts is not told what the store expects. */
  readonly blind: boolean
  readonly places: readonly OpenPlace[]
}

export interface OpenPlace {
  readonly location: string
  /** Who began it. */
  readonly operator: string
  /** Whether whoever counted there has said so, by finishing or by going on to another place. */
  readonly finished: boolean
}

/** What was counted last at a place, for taking it back. */
export interface CountedEntry {
  readonly id: CountEntryId
  /** `A1 (PART-1)`, `12 m of lot L1 of PART-2`. */
  readonly name: string
}

/** What is counted of a pile of goods at a place so far. */
export interface CountedPile {
  readonly quantity: Quantity
  /** Whether stock of it at the place has changed since the first of it was counted. */
  readonly changed: boolean
}

/** What the rules of counting may look up. The answers are those of one moment. */
export interface CountDirectory {
  /** The open count that a place is in. */
  at(location: string): OpenCount | undefined
  numbered(count: string): OpenCount | undefined
  /** How many things are counted at a place. */
  entries(count: CountId, location: string): number
  lastEntry(count: CountId, location: string): CountedEntry | undefined
  countedUnit(
    count: CountId,
    row: RowId
  ):
    | { readonly location: string; readonly operator: string; readonly at: Instant; readonly changed: boolean }
    | undefined
  countedPile(count: CountId, location: string, goods: PiledGoods, revision: string): CountedPile | undefined
  /** A part's number, unit and revisions. */
  part(id: PartId): { readonly partNumber: string; readonly unit: string; readonly revisions: readonly string[] }
  /** Whether a part's lot was ever stocked as a lot; one whose units have serials was not. */
  isStockedAsLot(lot: LotId): boolean
  /** The rows of a lot or an untracked part with stock at a place. */
  stockAt(location: string, goods: PiledGoods): readonly StockRow[]
  /** What the count found against what the store says, as it stands. */
  variance(count: CountId): readonly VarianceLine[]
}
