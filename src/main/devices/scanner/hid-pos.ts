import type { HidBackend, HidDevice, HidInfo } from '../hid/port.ts'
import type { Timers } from '../timers.ts'
import { certaintyOf, isHidPos, isKeyboard, isSelected, makerOf, nameOf } from './models.ts'
import { afterSilence } from './patience.ts'
import { layoutOfDescriptor } from './report-descriptor.ts'
import { CONTINUATION_MS, createReportReader, REST_MS } from './reports.ts'
import type { ReportReading } from './reports.ts'
import type { Scanner, ScannerState, Suffix } from './scanner.ts'
import { stateOfSighting } from './sighted-state.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings, ScannerSignals } from './signals.ts'
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
  readonly suffix?: Suffix | undefined
}

/**
 * A scanner in HID POS mode: binary safe, with its symbology identifier, whatever has the focus.
 *
 * It may be plugged and pulled at any time, and several devices may serve one scanner of the settings.
 */
export function createHidPosScanner(settings: HidPosScannerSettings): Scanner {
  const { watcher, device, id } = settings
  const signals = createScannerSignals('hid-pos', settings, { kind: 'starting' })
  const means = (info: HidInfo): boolean => device === undefined || isSelected(info, device)
  const release = watcher.watch({
    certainty: certaintyOf(device),
    means,
    wants: (info) => isHidPos(info) && means(info),
    opened: (opened) => readScans(opened, settings, signals),
    sighted: (sighting) =>
      signals.state(
        stateOfSighting(sighting, {
          nameOf,
          denied: (info) => ({ kind: 'no-permission', device: nameOf(info), udevRule: udevRuleOf(info.vendorId) }),
          absent: () => wrongModeAmong(sighting.present) ?? { kind: 'waiting' },
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

function readScans(device: HidDevice, settings: HidPosScannerSettings, signals: ScannerSignals): void {
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
    if (readings === 'ignored') return
    stopWaiting()
    for (const reading of readings) tell(reading)
    if (reader.isWaiting()) stopWaiting = afterSilence(CONTINUATION_MS, settings, giveUp)
  })
  device.onLost(() => {
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

/** A scanner of a known maker that shows no collection for scans: set to type like a keyboard, or to something else. */
function wrongModeAmong(infos: readonly HidInfo[]): ScannerState | undefined {
  const devices = new Map<string, HidInfo[]>()
  for (const info of infos.filter(makerOf)) {
    // Just plugged in, and what it is for not known yet.
    if (info.usagePage === 0) continue
    const key = JSON.stringify([info.vendorId, info.productId, info.serialNumber])
    devices.set(key, [...(devices.get(key) ?? []), info])
  }
  const wrong = [...devices.values()].find((collections) => !collections.some(isHidPos))
  const [info] = wrong ?? []
  return info && { kind: 'wrong-mode', device: nameOf(info), mode: wrong?.some(isKeyboard) ? 'keyboard' : 'other' }
}
