import type { RawScan, ScanFault, Scanner, ScannerState } from '../../../../src/main/devices/scanner/scanner.ts'

export interface Recorded {
  readonly scans: RawScan[]
  readonly faults: ScanFault[]
  readonly states: ScannerState[]
  /** The scans as Latin-1, with the AIM identifier in front where there was one. */
  texts(): readonly string[]
}

/** Everything that a scanner says from now on. */
export function record(scanner: Scanner): Recorded {
  const scans: RawScan[] = []
  const faults: ScanFault[] = []
  const states: ScannerState[] = []
  scanner.onScan((scan) => scans.push(scan))
  scanner.onFault((fault) => faults.push(fault))
  scanner.onState((state) => states.push(state))
  return {
    scans,
    faults,
    states,
    texts: () => scans.map(({ aim, bytes }) => (aim ?? '') + Buffer.from(bytes).toString('latin1'))
  }
}
