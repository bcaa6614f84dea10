import type { LabelId, ReceiptLineId } from '../ids.ts'
import type { PlaceBeneath } from '../session/session.ts'

/** Somebody looks at the paper of a printer that stopped, and says what came out of it. */
export interface ResumePlace {
  readonly kind: 'resume'
  readonly printer: string
  /** The labels that were asked for. What came into doubt since is asked for before anything is said of it. */
  readonly asked?: readonly LabelId[]
  /** The name of the label that was found last, while others that were sent before it are still in doubt. */
  readonly found?: string
  /** Whether DS:DONE was scanned with no label: once more says that none of them came out. */
  readonly saysNone: boolean
  /** What was in hand before, and goes on after. */
  readonly back: PlaceBeneath | ConfirmPlace | ReturnsPlace
}

/** The labels of a receipt line that was taken back are brought back. */
export interface ReturnsPlace {
  readonly kind: 'returns'
  readonly line: ReceiptLineId
  /** Whether DS:DONE was scanned with labels missing: a choice says why they cannot be found. */
  readonly givesUp: boolean
  readonly back: PlaceBeneath
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
  readonly back: PlaceBeneath
}
