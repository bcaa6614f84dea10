import type { Restart } from '../core/numbering/calendar.ts'
import type { PatternFault } from '../core/numbering/pattern-faults.ts'

/** What a pattern numbers: the units of a part at a revision, or the lots of a part. */
export type NumberedThing =
  | { readonly kind: 'serial'; readonly partNumber: string; readonly revision: string }
  | { readonly kind: 'lot'; readonly partNumber: string }

/** A pattern that can be edited, as it is kept. */
export interface KeptPattern {
  readonly thing: NumberedThing
  /** Null where a part's lots come from the supplier and there is none for goods that come without one. */
  readonly pattern: string | null
  /** Whether it may be left empty: the lots are the supplier's then. */
  readonly mayBeEmpty: boolean
}

/** What a pattern would give. Asking uses nothing up. */
export type PatternPreview =
  | {
      readonly kind: 'numbers'
      readonly first: string
      readonly last: string
      /** How many the period has left after these. */
      readonly remaining: number
      /** How many a period has in all. */
      readonly capacity: number
      readonly restart: Restart
      /** How many were used lately, and in how many days, today among them. */
      readonly used: number
      readonly usedInDays: number
      /** The day on which the last number is used at that rate; null where none is foreseen. */
      readonly lastsUntil: string | null
      /** How long it lasts, in a sentence. */
      readonly words: string
    }
  /** The pattern is sound, and has no room for so many. */
  | { readonly kind: 'too-few'; readonly message: string }
  | { readonly kind: 'refused'; readonly faults: readonly PatternFault[] }

/** The answer to a pattern that was saved. A refusal changes nothing. */
export type ChangePatternAnswer =
  | { readonly kind: 'changed' | 'unchanged'; readonly message: string }
  | { readonly kind: 'refused'; readonly faults: readonly PatternFault[] }
  /** Somebody else was faster: `pattern` is what is kept now. */
  | { readonly kind: 'changed-meanwhile'; readonly message: string; readonly pattern: string | null }
