import { StationError } from '../../../core/errors.ts'
import type { Printer } from './printer.ts'
import type { PrinterState } from './printer-state.ts'

/** A printer that is set up and cannot be used: labels wait for it, and the screen says why. */
export function createUnavailablePrinter(id: string, reason: string): Printer {
  const state: PrinterState = { kind: 'unavailable', reason }
  return {
    id,
    state: () => state,
    onState: () => () => {},
    prepare: () => Promise.resolve({ ready: false, state }),
    send: () => Promise.reject(new StationError('printer-unreachable', reason, { details: { handedOver: false } })),
    close: () => Promise.resolve()
  }
}
