import type { LabelId } from '../ids.ts'

/** What somebody found of the labels in doubt of a printer. Those that it does not name stay in doubt. */
export interface ResumeEffect {
  readonly kind: 'resume-printing'
  readonly printer: string
  /** The last good one of them; null where it was not asked which that is, or there is none. */
  readonly last: LabelId | null
  /** Whether it was scanned itself, and not chosen from a list. */
  readonly wasScanned: boolean
  /** Others of which somebody says that they are there and good. */
  readonly good: readonly LabelId[]
  /** Those that did not come out, in order: each is printed again as a new copy. */
  readonly missing: readonly LabelId[]
}

/** The torn halves that the screen asked for are destroyed. */
export interface TornDestroyedEffect {
  readonly kind: 'torn-destroyed'
}

/** Void labels that were asked for cannot be found. */
export interface LabelsLostEffect {
  readonly kind: 'labels-lost'
  readonly labels: readonly LabelId[]
  readonly reason: string
}

/** A void label that was asked for has been brought back. */
export interface LabelReturnedEffect {
  readonly kind: 'label-returned'
  readonly label: LabelId
}
