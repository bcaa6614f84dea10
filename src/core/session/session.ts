import type { PutAwayPlace } from '../inventory/put-away-place.ts'
import type { ReceivingPlace } from '../receiving/place.ts'

/** What the clerk is in the middle of. Plain data: it is stored with each scan and outlives a restart. */
export interface Session {
  /** The put-away place that was scanned; kept until another is. */
  readonly location: string | null
  readonly at: SessionPlace
}

export type SessionPlace = { readonly kind: 'idle' } | PutAwayPlace | ReceivingPlace

export const IDLE: Session = { location: null, at: { kind: 'idle' } }
