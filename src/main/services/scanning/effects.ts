import type { Topic } from '../../../ipc/contract.ts'
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

/** What of the window's is no longer as it was. */
export function topicsOf(effects: ScanEffects): readonly Topic[] {
  return [
    ...(effects.operatorsChanged ? (['operators'] as const) : []),
    ...(effects.runsChanged ? (['runs'] as const) : []),
    ...(effects.countsChanged ? (['counts'] as const) : []),
    ...(effects.issuesChanged ? (['issues'] as const) : []),
    ...(effects.formatsChanged ? (['formats'] as const) : []),
    ...(effects.labelsChanged ? (['labels'] as const) : []),
    ...(effects.receivingChanged ? (['receiving'] as const) : []),
    ...(effects.receivingChanged && effects.stockChanged ? (['orders', 'inventory', 'labels'] as const) : [])
  ]
}
