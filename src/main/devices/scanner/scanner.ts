import type { Unsubscribe } from '../listeners.ts'
import { describeTrouble, permissionLine } from './trouble.ts'
import type { ScannerTrouble } from './trouble.ts'
import type { CalibrationScan } from './calibration/findings.ts'

export type ScannerType = 'tcp' | 'serial' | 'keyboard' | 'hid-pos'

/** What a scanner is set to send after the data. */
export type Suffix = 'enter' | 'tab' | 'none'

/** One read symbol, as the scanner gave it: nothing is decoded, guessed or cleaned. */
export interface RawScan {
  readonly scannerId: string
  /** The symbol's data without the terminator and the AIM identifier; 0x1D, 0x1E and 0x04 are kept. */
  readonly bytes: Uint8Array
  /** Symbology identifier by ISO/IEC 15424, such as `]C1`; null where the scanner sends none. */
  readonly aim: string | null
  /** Which of the devices that serve the scanner read it, in words; null where they cannot be told apart. */
  readonly device: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * Something was read that is no scan, mostly since it did not arrive whole: the clerk has to be told.
 *
 * `over-long`: more than {@link MAX_SCAN_BYTES}. `incomplete`: the rest did not come, or came in pieces that do not
 * belong together. `no-end`: the same of a stream in which no scan had an end yet. `answer`: what the scanner answers to
 * commands with, or a code of a kind without an identifier of its own (AIM `]X0`), which cannot be told apart.
 * `unknown-key`: a scanner that types pressed a key that writes nothing.
 */
export interface ScanFault {
  readonly kind: 'over-long' | 'incomplete' | 'no-end' | 'answer' | 'unknown-key'
  readonly scannerId: string
  /** What did arrive, at most {@link MAX_SCAN_BYTES}. */
  readonly bytes: Uint8Array
  readonly device: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** More than any symbol holds: a QR code ends at 7,089 digits. */
export const MAX_SCAN_BYTES = 8192

export type ScannerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** The window is not in front, so that another program gets what a scanner types. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'listening'; readonly address: string; readonly port: number; readonly clients: number }
  | ({ readonly kind: 'connected'; readonly devices: readonly string[] } & WithOthers & WithRivals)
  | ({ readonly kind: 'waiting' } & WithRivals)
  | (ScannerTrouble & WithOthers)
  | { readonly kind: 'closed' }

/** What is wrong with further devices of the same scanner of the settings; absent where there are none. */
interface WithOthers {
  readonly others?: readonly ScannerTrouble[]
}

/** The scanners of the settings that name the same device; absent where there are none. */
interface WithRivals {
  readonly sharedWith?: readonly string[]
}

/** Everything that is wrong, the most urgent first. */
export function troublesOf(state: ScannerState): readonly ScannerTrouble[] {
  switch (state.kind) {
    case 'connected':
      return state.others ?? []
    case 'wrong-mode':
    case 'unread':
    case 'no-permission':
    case 'failed':
      return [state, ...(state.others ?? [])]
    default:
      return []
  }
}

/**
 * A source of scans, open from its creation until `close`.
 *
 * Whoever implements it hands each scan over synchronously, whole, once and in order; everything that was read becomes
 * either a scan or a fault. A device that is missing or goes away is a state, never an exception, and is looked for
 * until `close`. Nothing is handed over once `close` was called.
 */
export interface Scanner {
  readonly id: string
  readonly type: ScannerType
  state(): ScannerState
  onState(listener: (state: ScannerState) => void): Unsubscribe
  onScan(listener: (scan: RawScan) => void): Unsubscribe
  onFault(listener: (fault: ScanFault) => void): Unsubscribe
  /** A scan of the calibration symbol, told just before the scan or fault that it is as well. */
  onCalibration(listener: (scan: CalibrationScan) => void): Unsubscribe
  close(): Promise<void>
}

/**
 * The state in words for a clerk: what is, and what to do where something is wrong. What only somebody with administrator
 * rights can do stands in lines of its own.
 */
export function describeScannerState(state: ScannerState): string {
  const troubles = troublesOf(state)
  const sentences = [...mainWords(state), ...troubles.map(describeTrouble)]
  const lines = troubles.flatMap((trouble) => permissionLine(trouble) ?? [])
  return [joined(sentences), ...new Set(lines)].join('\n')
}

function mainWords(state: ScannerState): readonly string[] {
  switch (state.kind) {
    case 'starting':
      return ['Starting']
    case 'ready':
      return [
        'Ready: scans that arrive as key strokes are caught, whatever in this window has the focus',
        'Two scanners that type must not scan at the same moment'
      ]
    case 'behind':
      return [
        'Dockside is not in front: a scanner that types writes into the other program. Bring this window to the front, or click into it'
      ]
    case 'listening':
      return [`Listening on ${state.address}, ${countOf(state.clients, 'scanner', 'scanners')} connected`]
    case 'connected':
      return [`Connected: ${state.devices.join(', ')}`, ...rivalWords(state)]
    case 'waiting':
      return ['Waiting for the scanner: plug it in', ...rivalWords(state)]
    case 'closed':
      return ['Closed']
    default:
      return []
  }
}

function rivalWords({ sharedWith = [] }: WithRivals): readonly string[] {
  if (sharedWith.length === 0) return []
  const names = sharedWith.map((id) => `"${id}"`).join(', ')
  return [`${names} may have the same device: give each the serial number of its own, so that none has another one's`]
}

function joined(sentences: readonly string[]): string {
  return sentences.join('. ').replaceAll('.. ', '. ')
}

function countOf(count: number, one: string, many: string): string {
  return count === 0 ? `no ${one}` : `${count} ${count === 1 ? one : many}`
}
