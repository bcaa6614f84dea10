import type { HostStatus } from '../../../labels/host-status.ts'
import type { UnknownCause } from './evidence.ts'
import type { PrinterFault } from './printer-state.ts'

/** What one look at the printer says about the label that is under way. */
export type Verdict =
  | { readonly kind: 'printed' }
  | { readonly kind: 'under-way' }
  /** It waits until a person has seen to the printer. */
  | { readonly kind: 'stopped'; readonly faults: readonly PrinterFault[] }
  /** Nothing waits in the printer, and no label was counted: not yet, or never. */
  | { readonly kind: 'nothing-counted' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/**
 * Judges by the counter before the label, null where there is none, and by how the printer stands now.
 *
 * A step of exactly one counts only when the printer is clean and empty: beside a fault it may be the torn half of a
 * label that the printer repeats by itself (`^JZ`, which is on after each power-up).
 */
export function judge(before: number | null, now: number | null, status: HostStatus): Verdict {
  const step = before === null || now === null ? null : now - before
  if (step !== null && step > 1) return { kind: 'unknown', cause: 'counter-jumped' }
  if (step !== null && step < 0) return { kind: 'unknown', cause: 'counter-went-back' }
  const faults = faultsOf(status)
  if (faults.length > 0) return { kind: 'stopped', faults }
  if (status.partialFormat || hasWork(status)) return { kind: 'under-way' }
  return { kind: step === 1 ? 'printed' : 'nothing-counted' }
}

export function faultsOf(status: HostStatus): readonly PrinterFault[] {
  return status.diagnosticsMode ? [...status.conditions, 'diagnostics-mode'] : status.conditions
}

/** Whether the printer has labels to print, as far as it says. One that is moving may be neither waiting nor remaining. */
export function hasWork(status: HostStatus): boolean {
  return status.formatsWaiting > 0 || status.labelsRemaining > 0
}
