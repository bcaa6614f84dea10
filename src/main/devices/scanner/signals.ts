import type { Clock } from '../../../core/clock.ts'
import { recogniseCalibration } from '../../../core/barcode/calibration-symbol.ts'
import { createListeners } from '../listeners.ts'
import { bytesToText } from './bytes-to-text.ts'
import type { CalibrationScan } from './calibration/findings.ts'
import { rawScanOf } from './raw-scan.ts'
import { MAX_SCAN_BYTES } from './scanner.ts'
import type { RawScan, ScanFault, Scanner, ScannerState, ScannerType } from './scanner.ts'

export interface ScannerSignals extends ReadSignals {
  /** The half of a scanner that is alike for every kind. */
  readonly port: Omit<Scanner, 'close'>
  /** What one device reads of those that serve the scanner: what it is, in words, and its serial number on USB. */
  of(device: string, serialNumber?: string | null): ReadSignals
  state(state: ScannerState): void
  /** The last state; nothing is handed over after it. */
  closed(): void
}

/** What was read. */
export interface ReadSignals {
  scan(received: Uint8Array, how?: Arrival): void
  /** For a scanner that gives the AIM identifier apart from the data. */
  scanWithAim(aim: string | null, bytes: Uint8Array): void
  fault(kind: ScanFault['kind'], received: Uint8Array, how?: Arrival): void
}

/** What else is known of how something arrived. */
export type Arrival = Pick<CalibrationScan, 'strokes' | 'lineEnd'>

export interface ScannerSettings {
  readonly id: string
  readonly clock: Clock
  /** Gets what a listener throws; by default it becomes an uncaught exception. */
  readonly reportBug?: ((bug: unknown) => void) | undefined
}

/** Who hears a scanner, and what it last said of itself. */
export function createScannerSignals(
  type: ScannerType,
  { id, clock, reportBug }: ScannerSettings,
  initial: ScannerState
): ScannerSignals {
  const scans = createListeners<RawScan>(reportBug)
  const faults = createListeners<ScanFault>(reportBug)
  const states = createListeners<ScannerState>(reportBug)
  const calibrations = createListeners<CalibrationScan>(reportBug)
  let state = initial

  function change(next: ScannerState): void {
    if (state.kind === 'closed' || JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    states.emit(next)
  }

  function readBy(device: string | null, serialNumber: string | null = null): ReadSignals {
    /** Told before the scan itself is, so that what it means is known by then. */
    function tellCalibration(bytes: Uint8Array, aim: string | null, how: Arrival = {}): void {
      if (!recogniseCalibration(bytesToText(bytes))) return
      calibrations.emit({ scannerId: id, type, serialNumber, bytes, aim, ...how })
    }

    return {
      scan(received, how) {
        if (state.kind === 'closed') return
        tellCalibration(received, null, how)
        scans.emit(rawScanOf({ scannerId: id, device }, received, clock.now()))
      },
      scanWithAim(aim, bytes) {
        if (state.kind === 'closed') return
        tellCalibration(bytes, aim)
        scans.emit({ scannerId: id, device, aim, bytes, at: clock.now() })
      },
      fault(kind, received, how) {
        if (state.kind === 'closed') return
        tellCalibration(received, null, how)
        const bytes = Uint8Array.from(received.subarray(0, MAX_SCAN_BYTES))
        faults.emit({ kind, scannerId: id, device, bytes, at: clock.now() })
      }
    }
  }

  return {
    ...readBy(null),
    of: readBy,
    port: {
      id,
      type,
      state: () => state,
      onState: (listener) => states.add(listener),
      onScan: (listener) => scans.add(listener),
      onFault: (listener) => faults.add(listener),
      onCalibration: (listener) => calibrations.add(listener)
    },
    state: change,
    closed: () => change({ kind: 'closed' })
  }
}
