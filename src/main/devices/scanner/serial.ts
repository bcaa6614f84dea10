import type { SerialBackend, SerialDevice, SerialInfo } from '../serial/port.ts'
import type { Timers } from '../timers.ts'
import { certaintyOf, isSelected, makerOf, nameOf } from './models.ts'
import type { Scanner } from './scanner.ts'
import { stateOfSighting } from './sighted-state.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings } from './signals.ts'
import { createStreamReader } from './stream-reader.ts'
import type { StreamFraming } from './stream-reader.ts'
import type { ScannerTrouble } from './trouble.ts'
import { serialUdevRuleOf } from './udev.ts'
import { createDeviceWatcher } from './watcher.ts'
import type { Claim, DeviceWatcher } from './watcher.ts'

export interface SerialClaim extends Claim<SerialInfo, SerialDevice> {
  readonly baudRate: number
}

export type SerialWatcher = DeviceWatcher<SerialClaim>

/** The one that all serial scanners share; `named` are the ports that their settings name. */
export function createSerialWatcher(serial: SerialBackend, named: readonly string[], timers: Timers): SerialWatcher {
  return createDeviceWatcher(
    {
      list: () => serial.list(named),
      open: (info, claim: SerialClaim) => serial.open(info, claim.baudRate),
      usbOf: ({ usb }) => usb
    },
    timers
  )
}

export interface SerialScannerSettings extends ScannerSettings {
  readonly watcher: SerialWatcher
  readonly timers: Timers
  /**
   * A port, or which USB device it is, as in `isSelected`; absent for any of a known maker of scanners that no other
   * scanner of the settings names.
   */
  readonly device?: string | undefined
  /** Other scanners of the settings that name the same device. */
  readonly sharedWith?: readonly string[]
  /** Absent for {@link BAUD_RATE}. */
  readonly baudRate?: number | undefined
  readonly framing?: StreamFraming | undefined
}

/** What scanners with a serial cable come with; those on USB (CDC) take any. */
const BAUD_RATE = 9600

/** Whether a device of the settings is a port rather than a USB device: `COM3`, or a path. */
export function isPort(device: string): boolean {
  return device.startsWith('/') || /^COM\d+$/i.test(device)
}

/**
 * A scanner with a serial cable, or on USB as a serial port (CDC).
 *
 * It may be plugged and pulled at any time, and several devices may serve one scanner of the settings.
 */
export function createSerialScanner(settings: SerialScannerSettings): Scanner {
  const { watcher, device, id, baudRate = BAUD_RATE, framing = {}, sharedWith = [] } = settings
  const signals = createScannerSignals('serial', settings, { kind: 'starting' })
  const means = (info: SerialInfo) => (device === undefined ? isOfScannerMaker(info) : isMeant(info, device))
  const release = watcher.watch({
    certainty: certaintyOf(device),
    baudRate,
    means,
    wants: means,
    opened(opened) {
      const reader = createStreamReader(framing, settings, signals.of(nameOfPort(opened.info)))
      opened.onBytes((bytes) => reader.push(bytes))
      opened.onLost(() => reader.lost())
    },
    sighted: (sighting) =>
      signals.state(
        stateOfSighting(sighting, {
          nameOf: nameOfPort,
          denied: stateOfDenied,
          unfit: () => [],
          sharedWith,
          devices: 'serial ports',
          unavailable: (reason) =>
            `Scanner "${id}" cannot be reached, since this computer's serial ports cannot be read: ${reason.message}. ` +
            `Install the station again, or set the scanner to USB HID POS and give it the type "hid-pos".`
        })
      )
  })
  return {
    ...signals.port,
    async close() {
      signals.closed()
      await release()
    }
  }
}

function isOfScannerMaker({ usb }: SerialInfo): boolean {
  return usb !== null && makerOf(usb) !== undefined
}

function isMeant({ path, usb }: SerialInfo, device: string): boolean {
  if (isPort(device)) return path.toLowerCase() === device.toLowerCase()
  return usb !== null && isSelected(usb, device)
}

function nameOfPort({ path, usb }: SerialInfo): string {
  return usb ? `${nameOf(usb)} on ${path}` : path
}

/** Linux has a group for those who may use serial ports, on all its common distributions one of these two. */
function stateOfDenied(info: SerialInfo): ScannerTrouble {
  if (info.usb) {
    return { kind: 'no-permission', device: nameOfPort(info), udevRule: serialUdevRuleOf(info.usb.vendorId) }
  }
  return {
    kind: 'failed',
    message:
      `${info.path} may not be used by this user: make the user a member of the group dialout (uucp on some systems) ` +
      `as administrator, then sign in to the computer again.`
  }
}
