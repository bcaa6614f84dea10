import type { HidBackend, HidDevice, HidInfo } from '../hid/port.ts'
import type { Timers } from '../timers.ts'
import { certaintyOf, isHidPos, isKeyboard, isSelected, makerOf, nameOf, fullNameOf } from './models.ts'
import { afterSilence } from './patience.ts'
import { layoutOfDescriptor } from './report-descriptor.ts'
import { CONTINUATION_MS, createReportReader, REST_MS } from './reports.ts'
import type { ReportReading } from './reports.ts'
import type { Scanner, Suffix } from './scanner.ts'
import { stateOfSighting } from './sighted-state.ts'
import { createScannerSignals } from './signals.ts'
import type { ReadSignals, ScannerSettings } from './signals.ts'
import type { ScannerTrouble } from './trouble.ts'
import { udevRuleOf } from './udev.ts'
import { createDeviceWatcher } from './watcher.ts'
import type { Claim, DeviceWatcher } from './watcher.ts'

export type HidWatcher = DeviceWatcher<Claim<HidInfo, HidDevice>>

/** The one that all scanners in HID POS mode share. */
export function createHidWatcher(hid: HidBackend, timers: Timers): HidWatcher {
  return createDeviceWatcher(
    { list: () => hid.list(), open: (info) => hid.open(info.path, info), usbOf: (info) => info },
    timers
  )
}

export interface HidPosScannerSettings extends ScannerSettings {
  readonly watcher: HidWatcher
  readonly timers: Timers
  /** Which device it is, as in `isSelected`; absent for any that no other scanner of the settings names. */
  readonly device?: string | undefined
  /** Other scanners of the settings that name the same device. */
  readonly sharedWith?: readonly string[]
  readonly suffix?: Suffix | undefined
}

/**
 * A scanner in HID POS mode: binary safe, with its symbology identifier, whatever has the focus.
 *
 * It may be plugged and pulled at any time, and several devices may serve one scanner of the settings.
 */
export function createHidPosScanner(settings: HidPosScannerSettings): Scanner {
  const { watcher, device, id, sharedWith = [] } = settings
  const signals = createScannerSignals('hid-pos', settings, { kind: 'starting' })
  const means = (info: HidInfo): boolean => device === undefined || isSelected(info, device)
  const unread = new Set<HidInfo>()
  const release = watcher.watch({
    certainty: certaintyOf(device),
    means,
    wants: (info) => isHidPos(info) && means(info),
    opened: (opened) =>
      readScans(opened, settings, signals.of(fullNameOf(opened.info), opened.info.serialNumber), unread),
    sighted: (sighting) =>
      signals.state(
        stateOfSighting(sighting, {
          nameOf,
          denied: (info) => ({ kind: 'no-permission', device: nameOf(info), udevRule: udevRuleOf(info.vendorId) }),
          unfit: () => [
            ...sighting.open
              .filter((info) => unread.has(info))
              .map((info) => ({ kind: 'unread' as const, device: nameOf(info) })),
            ...wrongModesAmong(device === undefined ? sighting.present.filter(makerOf) : sighting.present)
          ],
          sharedWith,
          devices: 'USB devices',
          unavailable: (reason) =>
            `Scanner "${id}" cannot be reached, since this computer's USB devices cannot be read: ${reason.message}. ` +
            `Install the station again, or set the scanner to act as a keyboard and give it the type "keyboard".`
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

/** So many reports in a row that hold no scan, from a device that never sent one, are its scans in another form. */
const UNREAD_REPORTS = 3

/** @param unread gets the device once what it sends turns out not to be readable */
function readScans(
  device: HidDevice,
  settings: HidPosScannerSettings,
  signals: ReadSignals,
  unread: Set<HidInfo>
): void {
  const { timers, suffix } = settings
  const maker = makerOf(device.info)
  const described = device.reportDescriptor && layoutOfDescriptor(device.reportDescriptor)
  const reader = createReportReader({
    layout: described ?? maker?.layout ?? 'detect',
    answers: maker?.answers ?? [],
    suffix
  })
  let stopWaiting = (): void => {}
  let stopDoubting = (): void => {}
  let ignored = 0

  function tell(reading: ReportReading): void {
    if (reading.kind !== 'scan') signals.fault(reading.kind, reading.bytes)
    else if (reading.aim === null) signals.scan(reading.bytes)
    else signals.scanWithAim(reading.aim, withoutAim(reading.bytes, reading.aim))
  }

  function giveUp(): void {
    const begun = reader.abandon()
    if (begun) tell(begun)
    stopDoubting()
    stopDoubting = timers.after(REST_MS, () => reader.forgetAbandoned())
  }

  device.onReport((report) => {
    const readings = reader.push(report)
    if (readings === 'ignored') {
      ignored += report.some((byte, index) => index > 0 && byte !== 0) ? 1 : 0
      if (ignored >= UNREAD_REPORTS) unread.add(device.info)
      return
    }
    ignored = Number.NEGATIVE_INFINITY
    unread.delete(device.info)
    stopWaiting()
    for (const reading of readings) tell(reading)
    if (reader.isWaiting()) stopWaiting = afterSilence(CONTINUATION_MS, settings, giveUp)
  })
  device.onLost(() => {
    unread.delete(device.info)
    stopWaiting()
    giveUp()
    stopDoubting()
  })
  const feature = maker?.featureAtOpen
  // Models that do not know the report refuse it and send their scans without it.
  if (feature) device.sendFeatureReport(Uint8Array.from(feature)).catch(() => {})
}

/** Some scanners send the identifier in its own place and before the data as well. */
function withoutAim(bytes: Uint8Array, aim: string): Uint8Array {
  return Buffer.from(bytes.subarray(0, aim.length)).toString('latin1') === aim ? bytes.slice(aim.length) : bytes
}

/** Those that show no collection for scans: set to type like a keyboard, or to something else. */
function wrongModesAmong(infos: readonly HidInfo[]): readonly ScannerTrouble[] {
  const devices = new Map<string, HidInfo[]>()
  for (const info of infos) {
    // Just plugged in, and what it is for not known yet.
    if (info.usagePage === 0) continue
    const key = JSON.stringify([info.vendorId, info.productId, info.serialNumber])
    devices.set(key, [...(devices.get(key) ?? []), info])
  }
  const wrong = [...devices.values()].filter((collections) => !collections.some(isHidPos))
  return wrong.flatMap((collections): readonly ScannerTrouble[] => {
    const [info] = collections
    const mode = collections.some(isKeyboard) ? 'keyboard' : 'other'
    return info ? [{ kind: 'wrong-mode', device: nameOf(info), mode }] : []
  })
}
