import type { Look } from '../../../core/printing/judge.ts'
import type { HostStatus } from '../../../labels/host-status.ts'
import { conditionOfAlert, isErrorAlert } from '../../../labels/printer-alert.ts'
import type { PrinterFault } from './printer-state.ts'
import type { PrinterReading } from './session.ts'

/** A reading as the rules of the ledger see it. */
export function lookAt(reading: PrinterReading): Look {
  const { status, labels } = reading
  return {
    counted: labels,
    isStopped: faultsOf(reading).length > 0,
    isEmpty: !status.partialFormat && !hasWork(status)
  }
}

/** What keeps it from printing, by both of its words on that. A pause comes last: most faults bring one with them. */
export function faultsOf({ status, errors }: Pick<PrinterReading, 'status' | 'errors'>): readonly PrinterFault[] {
  const faults = new Set<PrinterFault>([...status.conditions, ...(errors?.conditions ?? [])])
  if (status.diagnosticsMode) faults.add('diagnostics-mode')
  if (faults.delete('paused')) faults.add('paused')
  return [...faults]
}

/** What kept it from printing since the look before, and may be over: as far as it said so unasked. */
export function faultsSince({ alerts }: Pick<PrinterReading, 'alerts'>): {
  readonly wasStopped: boolean
  readonly faults: readonly PrinterFault[]
} {
  const errors = alerts.filter(isErrorAlert)
  return { wasStopped: errors.length > 0, faults: errors.flatMap((text) => conditionOfAlert(text) ?? []) }
}

/** Whether the printer has labels to print, as far as it says. One that is moving may be neither waiting nor remaining. */
export function hasWork(status: HostStatus): boolean {
  return status.formatsWaiting > 0 || status.labelsRemaining > 0
}
