import type { Clock } from '../../../core/clock.ts'
import { createNodeHid } from '../hid/node-hid.ts'
import type { HidBackend } from '../hid/port.ts'
import { createNodeSerial } from '../serial/node-serial.ts'
import type { SerialBackend } from '../serial/port.ts'
import { systemTimers } from '../timers.ts'
import type { Timers } from '../timers.ts'
import { createHidPosScanner, createHidWatcher } from './hid-pos.ts'
import type { HidWatcher } from './hid-pos.ts'
import type { KeyStroke } from './key-stroke.ts'
import { createKeyboardScanner } from './keyboard.ts'
import type { Keymap } from './keymap.ts'
import { keyboardSettingsOf } from './keyboard-settings.ts'
import type { KeyboardOptions } from './keyboard-settings.ts'
import type { Scanner, Suffix } from './scanner.ts'
import { createSerialScanner, createSerialWatcher, isPort } from './serial.ts'
import type { SerialWatcher } from './serial.ts'
import type { StreamFraming } from './stream-reader.ts'
import { createTcpClientScanner } from './tcp-client.ts'
import { createTcpScanner } from './tcp.ts'
import type { ScannerDress } from './undress.ts'

/** A scanner as `station.json` says it. */
export type ScannerEntry = TcpEntry | SerialEntry | KeyboardEntry | HidPosEntry

/** Either `listen`, where scanners connect to the station, or `connect`, where the station connects to the scanner. */
export interface TcpEntry extends StreamFraming, ScannerDress {
  readonly id: string
  readonly type: 'tcp'
  readonly listen?: string | undefined
  readonly connect?: string | undefined
}

export interface SerialEntry extends StreamFraming, ScannerDress {
  readonly id: string
  readonly type: 'serial'
  /** A port (`COM3`, `/dev/ttyS0`), or as in {@link HidPosEntry}. */
  readonly device?: string | undefined
  readonly baudRate?: number | undefined
}

export interface KeyboardEntry extends KeyboardOptions, ScannerDress {
  readonly id: string
  readonly type: 'keyboard'
}

export interface HidPosEntry extends ScannerDress {
  readonly id: string
  readonly type: 'hid-pos'
  /** `vvvv:pppp` (vendor and product id in hexadecimal) or the serial number; absent for any that is not named elsewhere. */
  readonly device?: string | undefined
  readonly suffix?: Suffix | undefined
}

export interface ScannerSurroundings {
  readonly clock: Clock
  /** Plays key strokes back into the window that they came from, before it returns. */
  readonly replay: (strokes: readonly KeyStroke[]) => void
  /** The computer's own keys, where no input method puts accents on letters. */
  readonly keymap?: Keymap | undefined
  readonly timers?: Timers
  readonly hid?: HidBackend
  readonly serial?: SerialBackend
}

/**
 * Opens all scanners of the settings together, since those of one kind share out the devices among them.
 *
 * The one of type `keyboard` is a `KeyboardScanner`, which `isKeyboardScanner` tells.
 */
export function createScanners(
  entries: readonly ScannerEntry[],
  surroundings: ScannerSurroundings
): readonly Scanner[] {
  const { timers = systemTimers, hid = createNodeHid(), serial = createNodeSerial() } = surroundings
  const ports = entries.flatMap((entry) =>
    entry.type === 'serial' && entry.device !== undefined && isPort(entry.device) ? [entry.device] : []
  )
  const shared = {
    ...surroundings,
    timers,
    sharedWith: (entry: ScannerEntry) => namedAlike(entry, entries),
    hidWatcher: createHidWatcher(hid, timers),
    serialWatcher: createSerialWatcher(serial, ports, timers)
  }
  return entries.map((entry) => createScanner(entry, shared))
}

/** Two that name nothing take what comes, on purpose; two that name the same do so by mistake, or for want of a number. */
function namedAlike(entry: ScannerEntry, entries: readonly ScannerEntry[]): readonly string[] {
  const device = deviceOf(entry)
  if (device === undefined) return []
  return entries
    .filter((other) => other !== entry && other.type === entry.type && deviceOf(other) === device)
    .map(({ id }) => id)
}

function deviceOf(entry: ScannerEntry): string | undefined {
  return entry.type === 'hid-pos' || entry.type === 'serial' ? entry.device : undefined
}

interface Shared extends ScannerSurroundings {
  readonly sharedWith: (entry: ScannerEntry) => readonly string[]
  readonly timers: Timers
  readonly hidWatcher: HidWatcher
  readonly serialWatcher: SerialWatcher
}

function createScanner(
  entry: ScannerEntry,
  { clock, timers, replay, keymap, hidWatcher, serialWatcher, ...shared }: Shared
): Scanner {
  const { id } = entry
  const sharedWith = shared.sharedWith(entry)
  switch (entry.type) {
    case 'tcp':
      return entry.connect === undefined
        ? createTcpScanner({ id, clock, timers, listen: entry.listen ?? '', framing: entry })
        : createTcpClientScanner({ id, clock, timers, connect: entry.connect, framing: entry })
    case 'serial': {
      const { device, baudRate } = entry
      return createSerialScanner({
        id,
        clock,
        timers,
        watcher: serialWatcher,
        device,
        sharedWith,
        baudRate,
        framing: entry
      })
    }
    case 'keyboard':
      return createKeyboardScanner({ id, clock, timers, replay, keymap, settings: keyboardSettingsOf(entry) })
    case 'hid-pos':
      return createHidPosScanner({
        id,
        clock,
        timers,
        watcher: hidWatcher,
        device: entry.device,
        sharedWith,
        suffix: entry.suffix
      })
  }
}
