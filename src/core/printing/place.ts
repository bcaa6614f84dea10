import type { LabelId } from '../ids.ts'
import type { SessionPlace } from '../session/session.ts'

/** Somebody looks at the paper of a printer that stopped, and says what came out of it. */
export interface ResumePlace {
  readonly kind: 'resume'
  readonly printer: string
  /** Whether DS:DONE was scanned with no label: once more says that none of them came out. */
  readonly saysNone: boolean
  /** What was in hand before, and goes on after. */
  readonly back: Exclude<SessionPlace, ResumePlace>
}

/** Labels are stuck on and scanned back. */
export interface ConfirmPlace {
  readonly kind: 'confirm'
  /** The first copies of the batch, which were queued together. */
  readonly first: LabelId
  readonly last: LabelId
  /** How many of them have to be scanned. */
  readonly needed: number
  /** The unit that was scanned: the label that is scanned next has to be its. */
  readonly unit: string | null
  readonly back: Exclude<SessionPlace, ResumePlace | ConfirmPlace>
}
