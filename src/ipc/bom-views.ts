import type { Quantity } from '../core/quantity.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'

/** What a part at a revision is made of, and what it goes into itself. */
export interface BomView {
  readonly partNumber: string
  /** Empty for a part without revisions. */
  readonly revision: string
  /** In the order of their names; one empty name for a part without revisions. */
  readonly revisions: readonly { readonly revision: string; readonly lines: number }[]
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly lines: readonly BomLineView[]
  /** The first of the lines that this part goes into, at whatever revision. */
  readonly usedIn: readonly BomUseView[]
  readonly usedInTotal: number
  /** Runs of this part at this revision that have started and go on by the bill as it was then. */
  readonly startedRuns: readonly string[]
}

export interface BomLineView {
  readonly component: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  /** The revisions that there are of it, without the empty name of a part without revisions. */
  readonly componentRevisions: readonly string[]
  /** What one unit of the part takes. */
  readonly quantity: Quantity
  readonly madeOnAssembly: boolean
  readonly substitutes: readonly string[]
  /** Whether the component has a bill of its own at a revision that will do. */
  readonly hasBom: boolean
}

/** A line that a part goes into, of another part's bill. */
export interface BomUseView {
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly component: string
  readonly componentRevision: string | null
  readonly quantity: Quantity
  readonly unit: string
  /** Whether the part may only take the component's place. */
  readonly isSubstitute: boolean
}

/** A part that a line may name. */
export interface ComponentChoice {
  readonly partNumber: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Without the empty name of a part without revisions. */
  readonly revisions: readonly string[]
}

/** Where in a line something is wrong; null where it is the line as a whole. */
export type BomField = 'component' | 'component_revision' | 'quantity' | 'substitutes' | null

/** The answer to an edit. A refusal changes nothing. */
export type BomAnswer =
  | { readonly kind: 'changed' | 'unchanged'; readonly message: string }
  | {
      readonly kind: 'refused'
      /** Sentences; a loop is named whole. */
      readonly problems: readonly { readonly field: BomField; readonly message: string }[]
    }
