import type { Day, Instant } from '../core/clock.ts'
import type { BuildId, InstallationId, RunId, RunLineId } from '../core/ids.ts'
import type { Quantity } from '../core/quantity.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'

export type RunState = 'planned' | 'started' | 'completed'

/** A production order as a list shows it. */
export interface RunSummary {
  readonly id: RunId
  readonly run: string
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly quantity: Quantity
  readonly built: Quantity
  readonly due: Day | null
  readonly state: RunState
}

export interface RunPage {
  readonly rows: readonly RunSummary[]
  readonly total: number
}

/**
 * A run with what is being built in it.
 *
 * A run that has not started shows no builds: it takes no numbers and copies no bill before it is opened by a scan.
 */
export interface RunView extends RunSummary {
  /** Whether it is the run that scans at this station go to. */
  readonly isOpen: boolean
  /** The lot that is built, where the part is tracked by lot: the run's number. */
  readonly lot: string | null
  /** What is different by now from the bill that the run builds by; empty while nothing is. */
  readonly changes: readonly string[]
  /** Set where the run cannot start: why, and what to do. */
  readonly obstacle: string | null
  /** Where what is completed goes. */
  readonly location: string
  /**
   * The thing being built at the top: the unit that the build in hand belongs to, else the first that is not complete.
   * Null before the start, and once everything is built and nothing is being reworked.
   */
  readonly top: BuildView | null
  /** The build that scans go to: `top` or a child in its tree. Null while the run is not open or nothing is in hand. */
  readonly inHand: BuildId | null
  readonly pending: PendingComponentView | null
  /** A quantity that was scanned before the component, or before `DS:DONE`, that it is for. */
  readonly saidQuantity: Quantity | null
  /** What the next scan may be, for the assembler. */
  readonly next: string
}

/** A component that was scanned and is not installed yet. */
export interface PendingComponentView {
  /** `lot L1 of PART-1`, `PART-2`. */
  readonly name: string
  readonly line: RunLineId
  /** What will be installed. */
  readonly quantity: Quantity
  readonly unit: string
  /** Null until the place that it is taken from is known. */
  readonly source: string | null
  readonly places: readonly { readonly location: string; readonly quantity: Quantity }[]
}

/** One thing that is built, or was: a unit, or so much of a lot or of an untracked part. */
export interface BuildSummary {
  readonly id: BuildId
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly tracking: TrackingType
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly unit: string
  readonly state: 'open' | 'completed'
  readonly completedAt: Instant | null
  /** Lines that are not filled: of a completed build, what was removed from it or left out. */
  readonly openLines: number
}

export interface BuildPage {
  readonly rows: readonly BuildSummary[]
  readonly total: number
}

export interface BuildView extends BuildSummary {
  readonly lines: readonly BuildLineView[]
}

/** One line of the bill that a build goes by. Quantities are those of the whole build, in the component's unit. */
export interface BuildLineView {
  readonly line: RunLineId
  readonly component: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Null where any revision will do. */
  readonly revision: string | null
  /** Part numbers that may take the component's place. */
  readonly substitutes: readonly string[]
  readonly madeOnAssembly: boolean
  readonly needed: Quantity
  readonly installed: Quantity
  readonly open: Quantity
  /** What came last, the oldest of these first. */
  readonly installations: readonly InstallationView[]
  /** How many more there are, which came before. */
  readonly earlier: number
  /** Children that are being made for this line, with what is in them so far. */
  readonly children: readonly BuildView[]
}

/** What is installed on a line. What was removed again is not among it. */
export interface InstallationView {
  readonly id: InstallationId
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly unit: string
  readonly at: Instant
  readonly operator: string
  /** Where it lay before: the place where it goes back to, unless another is named. */
  readonly from: string
  /** Where the installed thing was built here: what is in it. */
  readonly build: BuildView | null
}

/** The answer to what was asked for in the window. A refusal changes nothing. */
export type AssemblyAnswer =
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly message: string }
