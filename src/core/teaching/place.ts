import type { LabelText } from '../barcode/label-text.ts'
import type { ReceivingPlace } from '../receiving/place.ts'
import type { TaughtMeaning } from './meaning.ts'

/** A supplier's label is being taught, while an order of that supplier is open. */
export interface TeachPlace {
  readonly kind: 'teach'
  readonly supplier: string
  /** The format that gets a new version; null for a new one. */
  readonly format: string | null
  /** All that was scanned and chosen: what is known follows from it, and taking one back takes its step away. */
  readonly steps: readonly TeachStep[]
  /** What was in hand before, and goes on after. */
  readonly receiving: ReceivingPlace
}

export type TeachStep =
  | { readonly kind: 'sample'; readonly sample: LabelText }
  /** The label is taken apart in another of the ways that are offered, from 0. */
  | { readonly kind: 'way'; readonly way: number }
  /** A piece of fixed length begins before this character, or no longer does. */
  | { readonly kind: 'cut'; readonly before: number }
  /** This piece is asked about, from 0. */
  | { readonly kind: 'piece'; readonly piece: number }
  | { readonly kind: 'meaning'; readonly meaning: TaughtMeaning }
  /** The piece that something was said of last means the same, written in the next way. */
  | { readonly kind: 'other-way' }
  /** It was said what speaks against the format: DS:DONE once more keeps it all the same. */
  | { readonly kind: 'warned' }
