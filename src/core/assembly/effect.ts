import type { BuildId, InstallationId, RowId, RunId, RunLineId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/** What assembly asks to be written. */
export type AssemblyEffect =
  /** Copies the bill and gives what is built its numbers. The units wait at `location` until they are completed. */
  | { readonly kind: 'start-run'; readonly run: RunId; readonly location: string }
  | { readonly kind: 'start-child'; readonly child: ChildToStart }
  | { readonly kind: 'install'; readonly component: ComponentToInstall }
  | { readonly kind: 'take-back'; readonly installation: InstallationId }
  | { readonly kind: 'complete'; readonly completion: Completion }

export interface ChildToStart {
  readonly parent: BuildId
  readonly line: RunLineId
  readonly quantity: Quantity
  readonly location: string
}

/** So much of each of these rows, all of one line. */
export interface ComponentToInstall {
  readonly build: BuildId
  readonly line: RunLineId
  readonly parts: readonly { readonly row: RowId; readonly quantity: Quantity }[]
}

export interface Completion {
  readonly build: BuildId
  /** All of the build, or so much of a lot or a count; the rest stays to be built. */
  readonly quantity: Quantity
  readonly location: string
  /** Whether a child goes into its parent at once; else what is built is stock. */
  readonly intoParent: boolean
  readonly openLines: readonly OpenLine[]
  /** Why lines stay open: who approved it, or what was written. Null where none does. */
  readonly reason: string | null
}

/** What a build was completed without. */
export interface OpenLine {
  readonly component: string
  readonly missing: Quantity
  readonly unit: string
}
