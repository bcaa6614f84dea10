import type { Reading } from '../barcode/reading.ts'
import type { OperatorId } from '../ids.ts'
import type { ChoiceAsking } from '../session/choice.ts'
import type { ApprovalNeed } from './approval.ts'

/** What the station waits for before it goes on. Part of the session: it outlives a restart. */
export type Asking = ChoiceAsking | LeadAsking | PinAsking | SignOutAsking

/** A lead's badge, for something that was asked for and is not done yet. */
export interface LeadAsking {
  readonly kind: 'lead'
  readonly need: ApprovalNeed
  /** What it is about, in a sentence: for the screen, and for the event that says what was approved. */
  readonly what: string
  readonly subject: AskedFor
}

/** A scan, to be decided once more with a lead's word; or a request of the window, which the station has kept. */
export type AskedFor =
  { readonly kind: 'scan'; readonly reading: Reading } | { readonly kind: 'request'; readonly request: number }

/** The PIN of a badge that was scanned: to sign in, or to give a lead's word. */
export interface PinAsking {
  readonly kind: 'pin'
  readonly operator: OperatorId
  readonly name: string
  readonly approves: LeadAsking | null
}

/** The badge of who is signed in was scanned; once more signs out, and anything else goes on. */
export interface SignOutAsking {
  readonly kind: 'sign-out'
  readonly operator: OperatorId
}
