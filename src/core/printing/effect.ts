import type { LabelId } from '../ids.ts'

/** What a scan says about labels, to be written. */
export interface ResumeEffect {
  readonly kind: 'resume-printing'
  readonly printer: string
  /** Those that came out, the last of them last: it was scanned. */
  readonly out: readonly LabelId[]
  /** Whether the last one was scanned itself, and not chosen from a list. */
  readonly wasScanned: boolean
  /** Those that did not, in order: each is printed again as a new copy. */
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
