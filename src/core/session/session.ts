import type { OperatorId } from '../ids.ts'
import type { CountPlace } from '../counts/place.ts'
import type { RunPlace } from '../assembly/place.ts'
import type { PutAwayPlace } from '../inventory/put-away-place.ts'
import type { HoldPlace } from '../quality/place.ts'
import type { Asking } from '../operators/asking.ts'
import type { ConfirmPlace, ResumePlace, ReturnsPlace } from '../printing/place.ts'
import type { ReceivingPlace } from '../receiving/place.ts'
import type { TeachPlace } from '../teaching/place.ts'

/** What the clerk is in the middle of. Plain data: it is stored with each scan and outlives a restart. */
export interface Session {
  /** The put-away place that was scanned; kept until another is. */
  readonly location: string | null
  readonly at: SessionPlace
  /** Who is signed in; null where nobody is. */
  readonly operator: OperatorId | null
  /** What the station waits for before it goes on; null while it takes whatever fits the place. */
  readonly asking: Asking | null
}

/** A place where goods are worked with, and not labels. */
export type PlaceBeneath =
  { readonly kind: 'idle' } | CountPlace | HoldPlace | PutAwayPlace | ReceivingPlace | RunPlace | TeachPlace

export type SessionPlace = PlaceBeneath | ConfirmPlace | ResumePlace | ReturnsPlace

export const IDLE: Session = { location: null, at: { kind: 'idle' }, operator: null, asking: null }
