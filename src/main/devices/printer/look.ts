import type { Look } from '../../../core/printing/judge.ts'
import type { HostStatus } from '../../../labels/host-status.ts'
import type { PrinterFault } from './printer-state.ts'
import type { PrinterReading } from './session.ts'

/** A reading as the rules of the ledger see it. */
export function lookAt({ status, labels }: PrinterReading): Look {
  return {
    counted: labels,
    isStopped: faultsOf(status).length > 0,
    isEmpty: !status.partialFormat && !hasWork(status)
  }
}

export function faultsOf(status: HostStatus): readonly PrinterFault[] {
  return status.diagnosticsMode ? [...status.conditions, 'diagnostics-mode'] : status.conditions
}

/** Whether the printer has labels to print, as far as it says. One that is moving may be neither waiting nor remaining. */
export function hasWork(status: HostStatus): boolean {
  return status.formatsWaiting > 0 || status.labelsRemaining > 0
}
