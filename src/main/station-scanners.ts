import type { Clock } from '../core/clock.ts'
import type { CalibrationTold } from '../core/barcode/reading.ts'
import type { DeviceStatus, ScanAnswer } from '../ipc/views.ts'
import type { ScannerConfig } from './config.ts'
import { createNodeHid } from './devices/hid/node-hid.ts'
import type { HidBackend, HidInfo } from './devices/hid/port.ts'
import type { CalibrationScan } from './devices/scanner/calibration/findings.ts'
import { createScanners } from './devices/scanner/create-scanner.ts'
import type { KeyStroke } from './devices/scanner/key-stroke.ts'
import type { Keymap } from './devices/scanner/keymap.ts'
import { isKeyboardScanner } from './devices/scanner/keyboard.ts'
import type { KeyboardScanner } from './devices/scanner/keyboard.ts'
import { keyboardSettingsOf } from './devices/scanner/keyboard-settings.ts'
import { describeScanFault } from './devices/scanner/fault-words.ts'
import type { Scanner } from './devices/scanner/scanner.ts'
import { undress } from './devices/scanner/undress.ts'
import type { ScannerDress, SymbolData } from './devices/scanner/undress.ts'
import type { Log } from './log.ts'
import { scannerStatus } from './services/device-status.ts'
import type { IncomingScan } from './services/scanning/take-scan.ts'

export interface ScannerOptions {
  readonly scanners: readonly ScannerConfig[]
  readonly clock: Clock
  readonly take: (scan: IncomingScan) => void
  /** Takes a scan of the calibration symbol, which `take` gets right after, with what it is answered. */
  readonly calibrated: (scan: CalibrationScan) => CalibrationTold | undefined
  readonly replayKeys: (strokes: readonly KeyStroke[]) => void
  /** The system's own where absent. */
  readonly hid: HidBackend | undefined
  readonly keymap: Keymap | undefined
  readonly log: Log
  readonly onState: () => void
}

export interface OpenScanners {
  keyboard(): KeyboardScanner | undefined
  devices(): readonly DeviceStatus[]
  /** How many devices a scanner has at the moment, as far as they can be told apart. */
  devicesOf(id: string): number
  /** How the answers to a scanner's scans are signed and sounded. */
  look(id: string): Pick<ScanAnswer, 'scannerName' | 'voice'>
  /** Every HID device of the computer. */
  plugged(): Promise<readonly HidInfo[]>
  /**
   * Goes by what the entry of a scanner says of its scans, from the next one on. Returns whether that is all of it: what
   * ends the scans of a stream is settled when it is opened, and the input method is kept from the window at the start.
   */
  use(entry: ScannerConfig): boolean
  /**
   * Listens for a scanner that nobody knows yet: for any pace, and for one that acts as a keyboard though none is set up.
   */
  listen(isOn: boolean): void
  close(): Promise<void>
}

/** What a keyboard scanner is called that is not set up yet. */
export const NEW_KEYBOARD: ScannerConfig = { id: 'keyboard', type: 'keyboard' }

/** Opens every scanner of the settings. All of them end in the same journal. */
export function openScanners(options: ScannerOptions): OpenScanners {
  const { clock, replayKeys, onState, log, keymap, hid = createNodeHid() } = options
  const entries = new Map(options.scanners.map((entry) => [entry.id, entry]))
  const open = (wanted: readonly ScannerConfig[]) =>
    createScanners(wanted, { clock, replay: replayKeys, hid, keymap }).map(listenTo)
  let opened = open(options.scanners)
  /** A keyboard scanner that is in no settings, while one is listened for. */
  let guest: Scanner | undefined

  function listenTo(scanner: Scanner): Scanner {
    const { id } = scanner
    const source = scanner.type === 'keyboard' ? 'keyboard' : 'other'
    let calibration: CalibrationScan | undefined
    const taken = (scan: Omit<IncomingScan, 'scanner' | 'source'>): void => {
      const heard = calibration
      calibration = undefined
      options.take({ scanner: id, source, ...scan, ...(heard && { calibrate: () => options.calibrated(heard) }) })
    }
    scanner.onCalibration((scan) => (calibration = scan))
    scanner.onScan((scan) => taken({ ...undressed(scan, entries.get(id)), device: scan.device }))
    scanner.onFault((fault) =>
      taken({ bytes: fault.bytes, aim: null, device: fault.device, fault: describeScanFault(fault) })
    )
    scanner.onState((state) => {
      log.info('scanner', { id, state })
      onState()
    })
    return scanner
  }

  const keyboard = () => opened.find(isKeyboardScanner)

  function useKeyboard(entry: ScannerConfig, isListening = false): void {
    if (entry.type === 'keyboard') keyboard()?.use({ ...keyboardSettingsOf(entry), isListening })
  }

  return {
    keyboard,
    devices: () =>
      opened
        .filter((scanner) => scanner !== guest)
        .map((scanner) => scannerStatus(entries.get(scanner.id), scanner.id, scanner.type, scanner.state())),
    devicesOf(id) {
      const state = opened.find((scanner) => scanner.id === id)?.state()
      if (state?.kind === 'connected') return state.devices.length
      return state?.kind === 'listening' ? state.clients : 1
    },
    look(id) {
      const { name, sound } = entries.get(id) ?? {}
      return { ...(name === undefined ? {} : { scannerName: name }), ...(sound === undefined ? {} : { voice: sound }) }
    },
    plugged: () => hid.list(),
    use(entry) {
      entries.set(entry.id, entry)
      if (guest?.id === entry.id) guest = undefined
      useKeyboard(entry)
      onState()
      const openedWith = options.scanners.find(({ id }) => id === entry.id)
      // A guest of before: the window has an input method by now, where there is one, and keeps it.
      if (!openedWith) return keymap === undefined
      return !isStream(entry) || !isStream(openedWith) || entry.suffix === openedWith.suffix
    },
    listen(isOn) {
      const own = keyboard()
      if (isOn && !own) {
        const [scanner] = open([NEW_KEYBOARD])
        guest = scanner
        if (scanner) opened = [...opened, scanner]
      }
      if (isOn) {
        useKeyboard((own && entries.get(own.id)) ?? NEW_KEYBOARD, true)
      } else if (guest) {
        const gone = guest
        opened = opened.filter((scanner) => scanner !== gone)
        guest = undefined
        void gone.close()
      } else {
        const entry = own && entries.get(own.id)
        if (entry) useKeyboard(entry)
      }
    },
    async close() {
      await Promise.all(opened.map((scanner) => scanner.close()))
    }
  }
}

function isStream(entry: ScannerConfig): entry is Extract<ScannerConfig, { type: 'tcp' | 'serial' }> {
  return entry.type === 'tcp' || entry.type === 'serial'
}

/** A keyboard scanner's prefix is off already: it is how its scans were found. */
function undressed(
  { bytes, aim }: SymbolData,
  entry: ScannerConfig | undefined
): Pick<IncomingScan, 'bytes' | 'aim' | 'received'> {
  if (!entry) return { bytes, aim }
  const { prefix, trailer, separators }: ScannerDress = entry
  const dress = { prefix: entry.type === 'keyboard' ? undefined : prefix, trailer, separators }
  const symbol = undress({ bytes, aim }, dress)
  const received = asReceived({ bytes, aim })
  return received.equals(asReceived(symbol)) ? symbol : { ...symbol, received }
}

function asReceived({ bytes, aim }: SymbolData): Buffer {
  return Buffer.concat([Buffer.from(aim ?? '', 'latin1'), bytes])
}
