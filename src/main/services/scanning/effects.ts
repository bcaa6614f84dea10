import type { ClosedReceiptView } from '../../../ipc/views.ts'

/** What has to be told to others once a scan is answered. */
export interface ScanEffects {
  readonly labelsQueued: boolean
  readonly receivingChanged: boolean
  readonly stockChanged: boolean
  /** Whether a run was opened, left or built in. */
  readonly runsChanged: boolean
  /** Whether somebody came or went, or the station waits for somebody, or no longer does. */
  readonly operatorsChanged: boolean
  readonly countsChanged: boolean
  readonly issuesChanged: boolean
  /** Whether a supplier's label was taught. */
  readonly formatsChanged: boolean
  /** Whether more is known of labels than before. */
  readonly labelsChanged: boolean
  /** The receipt that this scan closed, with what stayed short. */
  readonly closed: ClosedReceiptView | null
}

export const NO_EFFECTS: ScanEffects = {
  labelsQueued: false,
  receivingChanged: false,
  stockChanged: false,
  runsChanged: false,
  operatorsChanged: false,
  countsChanged: false,
  issuesChanged: false,
  formatsChanged: false,
  labelsChanged: false,
  closed: null
}
