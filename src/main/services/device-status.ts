import { assertNever } from '../../core/assert.ts'
import type { DeviceHealth, DeviceStatus } from '../../ipc/views.ts'
import { briefPrinterState, describePrinterState, type PrinterState } from '../devices/printer/printer-state.ts'
import { describeScannerState, troublesOf, type ScannerState } from '../devices/scanner/scanner.ts'
import { permissionFor } from '../devices/scanner/udev.ts'

const BRIEF: Readonly<Record<DeviceHealth, string>> = {
  ready: 'Ready',
  waiting: 'Waits',
  fault: 'Needs help',
  off: 'Off'
}

export function scannerStatus(
  entry: { readonly name?: string | undefined } | undefined,
  id: string,
  type: string,
  state: ScannerState
): DeviceStatus {
  const health = scannerHealth(state)
  const denied = troublesOf(state).find((trouble) => trouble.kind === 'no-permission')
  return {
    id,
    role: 'scanner',
    type,
    health,
    brief: BRIEF[health],
    words: describeScannerState(state),
    ...(entry?.name === undefined ? {} : { name: entry.name }),
    ...(denied ? { permission: { device: denied.device, ...permissionFor(denied.udevRule) } } : {})
  }
}

export function printerStatus(id: string, type: string, state: PrinterState): DeviceStatus {
  const isBlind = type === 'queue' && state.kind === 'ready'
  return {
    id,
    role: 'printer',
    type,
    health: printerHealth(state),
    brief: briefPrinterState(state),
    words: isBlind ? 'Ready. A print queue gives no evidence: labels end as sent.' : describePrinterState(state)
  }
}

/** Beside one that is connected, another may type on purpose: it is said, and needs nobody's help. */
function scannerHealth(state: ScannerState): DeviceHealth {
  switch (state.kind) {
    case 'ready':
    case 'listening':
      return 'ready'
    case 'connected':
      return troublesOf(state).every(({ kind }) => kind === 'wrong-mode') ? 'ready' : 'fault'
    case 'starting':
    case 'waiting':
    case 'behind':
      return 'waiting'
    case 'wrong-mode':
    case 'unread':
    case 'no-permission':
    case 'failed':
      return 'fault'
    case 'closed':
      return 'off'
    default:
      return assertNever(state)
  }
}

function printerHealth(state: PrinterState): DeviceHealth {
  switch (state.kind) {
    case 'ready':
      return 'ready'
    case 'connecting':
    case 'busy':
      return 'waiting'
    case 'fault':
    case 'silent':
    case 'unreachable':
    case 'unavailable':
    case 'queue-trouble':
      return 'fault'
    case 'closed':
      return 'off'
    default:
      return assertNever(state)
  }
}
