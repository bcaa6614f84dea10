import type { Clock } from '../../../core/clock.ts'
import { createListeners } from '../listeners.ts'
import { rawScanOf } from './raw-scan.ts'
import { MAX_SCAN_BYTES } from './scanner.ts'
import type { RawScan, ScanFault, Scanner, ScannerState, ScannerType } from './scanner.ts'

export interface ScannerSignals {
  /** The half of a scanner that is alike for every kind. */
  readonly port: Omit<Scanner, 'close'>
  scan(received: Uint8Array): void
  /** For a scanner that gives the AIM identifier apart from the data. */
  scanWithAim(aim: string | null, bytes: Uint8Array): void
  fault(kind: ScanFault['kind'], received: Uint8Array): void
  state(state: ScannerState): void
  /** The last state; nothing is handed over after it. */
  closed(): void
}

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
  let state = initial

  function change(next: ScannerState): void {
    if (state.kind === 'closed' || JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    states.emit(next)
  }

  return {
    port: {
      id,
      type,
      state: () => state,
      onState: (listener) => states.add(listener),
      onScan: (listener) => scans.add(listener),
      onFault: (listener) => faults.add(listener)
    },
    scan(received) {
      if (state.kind !== 'closed') scans.emit(rawScanOf(id, received, clock.now()))
    },
    scanWithAim(aim, bytes) {
      if (state.kind !== 'closed') scans.emit({ scannerId: id, aim, bytes, at: clock.now() })
    },
    fault(kind, received) {
      if (state.kind === 'closed') return
      faults.emit({
        kind,
        scannerId: id,
        bytes: Uint8Array.from(received.subarray(0, MAX_SCAN_BYTES)),
        at: clock.now()
      })
    },
    state: change,
    closed: () => change({ kind: 'closed' })
  }
}
