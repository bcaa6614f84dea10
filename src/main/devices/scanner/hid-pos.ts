import type { Clock } from '../../../core/clock.ts'
import type { HidDevice, HidInfo } from '../hid/port.ts'
import type { Timers } from '../timers.ts'
import { isSelected, makerOf, nameOf } from './models.ts'
import { layoutOfDescriptor } from './report-descriptor.ts'
import { CONTINUATION_MS, createReportReader, REST_MS } from './reports.ts'
import type { ReportReading } from './reports.ts'
import type { Scanner, ScannerState, Suffix } from './scanner.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings, ScannerSignals } from './signals.ts'
import { udevRuleOf } from './udev.ts'
import type { ScannerWatcher, Sighting } from './watcher.ts'

export interface HidPosScannerSettings extends ScannerSettings {
  readonly watcher: ScannerWatcher
  readonly timers: Timers
  /** Which device it is, as in `isSelected`; absent for any that no other scanner of the settings names. */
  readonly device?: string | undefined
  readonly suffix?: Suffix | undefined
}

/** A timer later than this shows that the process was busy, so that reports may be waiting. */
const LATE_MS = 50

/**
 * A scanner in HID POS mode: binary safe, with its symbology identifier, whatever has the focus.
 *
 * It may be plugged and pulled at any time, and several devices may serve one scanner of the settings.
 */
export function createHidPosScanner(settings: HidPosScannerSettings): Scanner {
  const { watcher, device } = settings
  const signals = createScannerSignals('hid-pos', settings, { kind: 'starting' })
  const release = watcher.watch({
    isCertain: device !== undefined,
    wants: (info) => device === undefined || isSelected(info, device),
    opened: (opened) => readScans(opened, settings, signals),
    sighted: (sighting) => signals.state(stateOf(sighting, settings.id))
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
  const { clock, timers, suffix } = settings
  const maker = makerOf(device.info)
  const described = device.reportDescriptor && layoutOfDescriptor(device.reportDescriptor)
  const reader = createReportReader({
    layout: maker?.layout ?? described ?? 'detect',
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
    if (reader.isWaiting()) stopWaiting = waitFor(CONTINUATION_MS, clock, timers, giveUp)
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

/** Waits once more where the timer comes late, since what is waited for may have come meanwhile. */
function waitFor(delayMs: number, clock: Clock, timers: Timers, callback: () => void): () => void {
  const dueMs = clock.now() + delayMs
  let stop = timers.after(delayMs, () => {
    if (clock.now() - dueMs > LATE_MS) stop = timers.after(delayMs, callback)
    else callback()
  })
  return () => stop()
}

function stateOf(sighting: Sighting, id: string): ScannerState {
  const { open, noPermission, refused, wrongMode, unavailable } = sighting
  if (unavailable) {
    return {
      kind: 'failed',
      message:
        `Scanner "${id}" cannot be reached, since this computer's USB devices cannot be read: ${unavailable.message}. ` +
        `Install the station again, or set the scanner to act as a keyboard and give it the type "keyboard".`
    }
  }
  const [denied] = noPermission
  const [held] = refused
  const [other] = wrongMode
  if (open.length > 0) return { kind: 'connected', devices: open.map(nameOf) }
  if (denied) return { kind: 'no-permission', device: nameOf(denied), udevRule: udevRuleOf(denied.vendorId) }
  if (held) return { kind: 'failed', message: describeHeld(held) }
  if (other) return { kind: 'wrong-mode', device: nameOf(other.info), mode: other.mode }
  return { kind: 'waiting' }
}

function describeHeld(info: HidInfo): string {
  return (
    `${nameOf(info)} cannot be opened, most likely because another program uses it. ` +
    `End that program, or pull the scanner and plug it in again; the station tries again every second.`
  )
}
