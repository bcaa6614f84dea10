import { mayBeSpoiled, type Confirmation, type UnknownCause } from '../../../core/printing/evidence.ts'
import type { PrinterFault } from './printer-state.ts'

/** A label that was sent, and of which it is not known yet what became of it. */
export interface Undecided {
  /** What stopped the printer while it may have been under the head. */
  readonly faults: Set<PrinterFault>
  /** Whether it was in the printer while that was out of sight for longer than a jam takes. */
  wasOutOfSight: boolean
  readonly decide: (confirmation: Confirmation) => void
}

export function newLabel(): { readonly label: Undecided; readonly confirmation: Promise<Confirmation> } {
  let decide = (_confirmation: Confirmation): void => {}
  const confirmation = new Promise<Confirmation>((resolve) => (decide = resolve))
  return { label: { faults: new Set(), wasOutOfSight: false, decide }, confirmation }
}

export function noteFaults(labels: readonly Undecided[], faults: readonly PrinterFault[]): void {
  for (const label of labels) for (const fault of faults) label.faults.add(fault)
}

/** Why a label may be spoiled although the printer counts it; absent where nothing speaks for that. */
export function doubtOf({ faults, wasOutOfSight }: Undecided): UnknownCause | undefined {
  if (mayBeSpoiled(faults)) return 'label-damaged'
  return wasOutOfSight ? 'out-of-sight' : undefined
}
