import type { BuildId, LotId, PartId, RunId, RunLineId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/** A run is open: what is scanned is installed into the build in hand. */
export interface RunPlace {
  readonly kind: 'run'
  readonly run: RunId
  /** The build that scans go to; null once everything is built. */
  readonly build: BuildId | null
  /** Whether that build was complete when it was taken in hand: what was taken out of it is installed again. */
  readonly rework: boolean
  /** A component that was scanned and is not installed yet; a unit is installed at once, and mostly a lot. */
  readonly pending: PendingComponent | null
  /** A quantity that was scanned before what it is for. */
  readonly quantity: Quantity | null
}

/**
 * A lot of which nobody has said where it is taken from, or an untracked part whose count is not confirmed. A lot goes
 * in as soon as its place is known; a count waits for `DS:DONE`.
 */
export interface PendingComponent {
  readonly line: RunLineId
  readonly goods: PendingStock
  /** `lot L1 of PART-1`. */
  readonly name: string
  /** Null installs what the line still needs. */
  readonly quantity: Quantity | null
  /** Where it is taken from; null where nobody has said so. */
  readonly source: string | null
}

export type PendingStock =
  { readonly kind: 'lot'; readonly lot: LotId } | { readonly kind: 'untracked'; readonly part: PartId }

/** A run with a build in hand, and nothing else said yet. */
export function atRun(run: RunId, build: { readonly id: BuildId; readonly isCompleted: boolean } | null): RunPlace {
  return {
    kind: 'run',
    run,
    build: build?.id ?? null,
    rework: build?.isCompleted ?? false,
    pending: null,
    quantity: null
  }
}
