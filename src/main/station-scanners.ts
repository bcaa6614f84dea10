import type { Clock } from '../core/clock.ts'
import type { DeviceStatus } from '../ipc/views.ts'
import type { ScannerConfig } from './config.ts'
import type { HidBackend } from './devices/hid/port.ts'
import { createScanners } from './devices/scanner/create-scanner.ts'
import type { KeyStroke } from './devices/scanner/key-stroke.ts'
import type { Keymap } from './devices/scanner/keymap.ts'
import { isKeyboardScanner } from './devices/scanner/keyboard.ts'
import type { KeyboardScanner } from './devices/scanner/keyboard.ts'
import type { ScanFault } from './devices/scanner/scanner.ts'
import type { Log } from './log.ts'
import { scannerStatus } from './services/device-status.ts'
import type { IncomingScan } from './services/scanning/take-scan.ts'

export interface ScannerOptions {
  readonly scanners: readonly ScannerConfig[]
  readonly clock: Clock
  readonly take: (scan: IncomingScan) => void
  readonly replayKeys: (strokes: readonly KeyStroke[]) => void
  /** The system's own where absent. */
  readonly hid: HidBackend | undefined
  readonly keymap: Keymap | undefined
  readonly log: Log
  readonly onState: () => void
}

export interface OpenScanners {
  readonly keyboard: KeyboardScanner | undefined
  devices(): readonly DeviceStatus[]
  close(): Promise<void>
}

/** Opens every scanner of the settings. All of them end in the same journal. */
export function openScanners({
  scanners,
  clock,
  take,
  replayKeys,
  keymap,
  hid,
  log,
  onState
}: ScannerOptions): OpenScanners {
  const opened = createScanners(scanners, { clock, replay: replayKeys, keymap, ...(hid && { hid }) })
  for (const scanner of opened) {
    const source = scanner.type === 'keyboard' ? 'keyboard' : 'other'
    scanner.onScan(({ bytes, aim }) => take({ scanner: scanner.id, source, bytes, aim }))
    scanner.onFault((fault) =>
      take({ scanner: scanner.id, source, bytes: fault.bytes, aim: null, fault: faultInWords(fault) })
    )
    scanner.onState((state) => {
      log.info('scanner', { id: scanner.id, state })
      onState()
    })
  }
  return {
    keyboard: opened.find(isKeyboardScanner),
    devices: () => opened.map((scanner) => scannerStatus(scanner.id, scanner.type, scanner.state())),
    async close() {
      await Promise.all(opened.map((scanner) => scanner.close()))
    }
  }
}

function faultInWords(fault: ScanFault): string {
  return fault.kind === 'over-long' ? 'The scanner sent more than any symbol holds' : 'The scan did not arrive whole'
}
