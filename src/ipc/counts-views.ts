import type { Day, Instant } from '../core/clock.ts'
import type { Tally } from '../core/counts/tally.ts'
import type { Finding } from '../core/counts/variance.ts'
import type { CountEntryId, CountId, CountScheduleId } from '../core/ids.ts'
import type { Quantity } from '../core/quantity.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'

/** What the counts screen shows while a count is in hand: it follows the scans. */
export interface CountingView {
  /** Null until the first place is scanned. */
  readonly count: OpenCountView | null
  /** The place that is counted now. */
  readonly location: string | null
  readonly pending: PendingCountView | null
  /** How many things are counted at the place. */
  readonly entries: number
  /** What was counted there last, the newest first. */
  readonly last: readonly CountEntryView[]
  /** What the store expects at the place and was not counted yet; null in a blind count. */
  readonly expected: ExpectedView | null
  /** Codes that the station knows nothing of, over all places of the count. */
  readonly unknown: readonly UnknownView[]
  /** Set while the variance is shown. */
  readonly variance: VarianceView | null
}

export interface PendingCountView {
  readonly name: string
  readonly unit: string
  readonly revision: string | null
  /** As they are scanned or pressed; one where there is no choice. */
  readonly revisions: readonly string[]
  readonly quantity: Quantity | null
  /** What the next scan may be, for whoever counts. */
  readonly next: string
}

export interface CountEntryView {
  readonly id: CountEntryId
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly unit: string
  readonly operator: string
  readonly at: Instant
}

export interface ExpectedView {
  readonly rows: readonly {
    readonly partNumber: string
    readonly serial: string | null
    readonly lot: string | null
    readonly quantity: Quantity
    readonly unit: string
  }[]
  readonly total: number
}

export interface UnknownView {
  readonly location: string
  readonly code: string
  readonly partNumber: string | null
  readonly operator: string
}

export interface VarianceView {
  readonly tally: Tally
  /** What does not agree; what agrees is only counted. At most as many as are listed at once. */
  readonly lines: readonly VarianceLineView[]
  /** How many lines there are that do not agree. */
  readonly total: number
  /** What keeps the count from being posted, with what to do; null where nothing does. */
  readonly waits: string | null
}

export interface VarianceLineView {
  readonly finding: Finding
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly unit: string
  readonly location: string
  readonly expected: Quantity
  readonly counted: Quantity
  readonly adjusted: Quantity
  /** What it means and what posting does, as a sentence. */
  readonly words: string
}

/** A count that is neither posted nor thrown away, and who counts what in it. */
export interface OpenCountView {
  readonly id: CountId
  readonly count: string
  readonly blind: boolean
  /** Why its adjustments are made, as far as somebody has said so. */
  readonly reason: string
  readonly startedAt: Instant
  readonly places: readonly CountPlaceView[]
}

export interface CountPlaceView {
  readonly location: string
  readonly operator: string
  readonly finished: boolean
  readonly entries: number
}

export interface CountsOverview {
  readonly due: readonly DueCountView[]
  readonly open: readonly OpenCountView[]
  /** Whether a count that begins now is blind. */
  readonly blindByDefault: boolean
}

/** A place that is due, or will be soon. */
export interface DueCountView {
  readonly location: string
  readonly due: Day
  /** By which schedules: `A-01 every 7 days`. */
  readonly by: readonly string[]
  readonly lastCounted: Instant | null
  /** The open count that it is in already. */
  readonly openCount: string | null
}

export interface EndedCountView {
  readonly id: CountId
  readonly count: string
  readonly state: 'posted' | 'cancelled'
  readonly at: Instant
  readonly operator: string
  readonly reason: string
  readonly places: string
  readonly results: number
  readonly differs: number
}

export interface EndedCountPage {
  readonly rows: readonly EndedCountView[]
  readonly total: number
}

export interface CountResultView {
  readonly finding: Finding
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly unit: string
  readonly location: string
  readonly expected: Quantity
  readonly found: Quantity
  readonly adjusted: Quantity
}

export interface CountResultPage {
  readonly rows: readonly CountResultView[]
  readonly total: number
}

export interface ScheduleView {
  readonly id: CountScheduleId
  readonly kind: 'place' | 'tracking' | 'prefix'
  /** The place, the tracking type, or how the part numbers begin. */
  readonly value: string
  readonly words: string
  readonly everyDays: number
  readonly since: Day
  /** When the first of its places is due; null where nothing of it is anywhere. */
  readonly nextDue: Day | null
  readonly places: number
}

export type ScheduleInput =
  | { readonly kind: 'place'; readonly location: string }
  | { readonly kind: 'tracking'; readonly tracking: TrackingType }
  | { readonly kind: 'prefix'; readonly prefix: string }

/** What came of something that a person asked for in the window. */
export type CountRequestAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string }

export interface DriftView {
  readonly name: string
  readonly unit: string
  readonly counts: number
  readonly off: number
  readonly amount: Quantity
  readonly net: Quantity
  readonly lastCounted: Instant
  readonly lastOff: Instant | null
}

export interface DriftPage {
  readonly rows: readonly DriftView[]
  readonly total: number
}
