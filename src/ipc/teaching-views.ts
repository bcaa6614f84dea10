import type { Instant } from '../core/clock.ts'
import type { LabelFormatId } from '../core/ids.ts'
import type { TaughtMeaning } from '../core/teaching/meaning.ts'

/** A supplier's label that is being taught: what the screen shows of it. */
export interface TeachingView {
  readonly supplier: string
  /** The format that gets its next version; null for a new one. */
  readonly format: string | null
  readonly samples: readonly string[]
  readonly ways: readonly WayView[]
  readonly parts: readonly TeachingPart[]
  /** The number of the piece that is asked about, from 1; null once none is. */
  readonly asked: number | null
  /** The number of the piece whose value may be written in another way. */
  readonly last: number
  /** What is asked, or what is to be done. */
  readonly question: string
  /** Set where pieces are told by their places: the first sample, and before which of its characters a piece begins. */
  readonly columns: { readonly text: string; readonly cuts: readonly number[] } | null
}

export interface WayView {
  readonly words: string
  readonly isTaken: boolean
}

export type TeachingPart = { readonly kind: 'text'; readonly text: string } | PieceView

export interface PieceView {
  readonly kind: 'piece'
  /** From 1: its command is `DS:PIECE:` with it. */
  readonly number: number
  readonly mark: string
  /** What stands there on each sample, as printed; null where a sample has no such piece. */
  readonly values: readonly (string | null)[]
  readonly meaning: TaughtMeaning
  /** The values as they are read: without what they begin with, a date as a day. */
  readonly read: readonly string[]
  readonly isSaid: boolean
  /** How many ways of writing there are. */
  readonly variants: number
  /** What it is like on all samples: `always the same`, `6 digits`. */
  readonly shape: string
  /** It must stand on each label just so. */
  readonly isConstant: boolean
}

/** A format that was taught. */
export interface FormatView {
  readonly format: LabelFormatId
  readonly supplier: string
  readonly name: string
  readonly version: number
  readonly isUsed: boolean
  readonly at: Instant
  readonly operator: string
  /** What it reads, in words: `Part number, Lot, Quantity`. */
  readonly reads: string
  readonly samples: readonly string[]
}

/** What came of a request about formats: done, or why not, in a sentence. */
export type FormatAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string }

export type FormatImportAnswer =
  | { readonly kind: 'imported'; readonly added: number; readonly changed: number; readonly unchanged: number }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
