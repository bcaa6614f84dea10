import type { StationClock } from '../../core/clock.ts'
import type { ConfirmMode } from '../../core/printing/confirm-mode.ts'
import type { SignIn } from '../../core/operators/people.ts'
import type { WritableDb } from '../store/database.ts'

/** What every service works with: one store, one clock, one station. */
export interface StationContext {
  readonly db: WritableDb
  readonly clock: StationClock
  readonly station: {
    readonly id: string
    readonly site: string
    /** Where goods go when nobody says otherwise. */
    readonly location: string
  }
  /** Who the events are by: see `actingContext`. */
  readonly operator: string
  /** What the station was set up to ask for before it answers. */
  readonly signIn: SignIn
  /** What becomes of labels once they are printed; nothing where absent. */
  readonly labelRules?: LabelRules
  /** Which printer prints which kind of label. */
  readonly printerFor: Readonly<Record<'unit' | 'lot' | 'location', string>>
}

export interface LabelRules {
  /** Which labels are scanned back once they are stuck on. */
  readonly confirm: Readonly<Record<'unit' | 'lot', ConfirmMode>>
  /** Who may have a label printed again. */
  readonly reprint: 'anyone' | 'lead'
  /** Who may say that a label which was asked for cannot be found. */
  readonly lost: 'anyone' | 'lead'
}
