import type { ConfirmPlace, ResumePlace } from '../printing/place.ts'
import type { Session, SessionPlace } from './session.ts'

/** A place where goods are worked with, and not labels. */
export type PlaceBeneath = Exclude<SessionPlace, ResumePlace | ConfirmPlace>

/** What goes on once the labels are seen to. */
export function placeBeneath({ at }: Pick<Session, 'at'>): PlaceBeneath {
  switch (at.kind) {
    case 'resume':
      return placeBeneath({ at: at.back })
    case 'confirm':
      return at.back
    default:
      return at
  }
}
