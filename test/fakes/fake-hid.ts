import type { HidBackend, HidDevice, HidInfo } from '../../src/main/devices/hid/port.ts'
import { createListeners } from '../../src/main/devices/listeners.ts'
import { DeviceOpenError } from '../../src/main/devices/open-error.ts'
import type { OpenProblem } from '../../src/main/devices/open-error.ts'

export interface FakeHid extends HidBackend {
  /** Plugs a device in; an info left out is that of a plain HID POS scanner. */
  plug(path: string, info?: Partial<HidInfo>, reportDescriptor?: Uint8Array): void
  /** Pulls it: an open device is lost, and the path is gone. */
  pull(path: string): void
  /** Takes it away without telling whoever has it open, as some systems do. */
  vanish(path: string): void
  /** Makes opening it fail until `undefined` is given. */
  deny(path: string, problem: OpenProblem | undefined): void
  /** Makes listing fail until `undefined` is given. */
  breakDown(reason: Error | undefined): void
  /** The device sends a report, heard by whoever has it open. */
  send(path: string, report: Uint8Array): void
  /** Holds openings up until the function it returns is called: what may happen meanwhile, will. */
  holdOpenings(): () => void
  openPaths(): readonly string[]
  /** Makes the device refuse feature reports. */
  refuseFeatures(path: string): void
  /** Feature reports that the device got since it was plugged in. */
  features(path: string): readonly Uint8Array[]
}

interface Plugged {
  readonly info: HidInfo
  readonly descriptor: Uint8Array | null
  readonly handles: Set<Handle>
  readonly features: Uint8Array[]
  refusesFeatures: boolean
}

interface Handle {
  receive(report: Uint8Array): void
  lose(): void
}

/** HID devices that can be plugged and pulled by a test, with the rules of real ones. Made anew for each test. */
export function createFakeHid(): FakeHid {
  const plugged = new Map<string, Plugged>()
  const denied = new Map<string, OpenProblem>()
  let broken: Error | undefined
  let held: Promise<void> = Promise.resolve()

  function pluggedAt(path: string): Plugged {
    const device = plugged.get(path)
    if (!device) throw new Error(`Nothing is plugged in at ${path}`)
    return device
  }

  return {
    async list() {
      if (broken) throw broken
      return [...plugged.values()].map(({ info }) => info)
    },
    async open(path) {
      await held
      const problem = denied.get(path)
      const device = plugged.get(path)
      if (!device) throw new DeviceOpenError('gone', path)
      if (problem) throw new DeviceOpenError(problem, path)
      return openHandle(device)
    },
    plug(path, info = {}, descriptor) {
      if (plugged.has(path)) throw new Error(`Something is plugged in at ${path} already`)
      plugged.set(path, {
        info: { ...HID_POS_INFO, ...info, path },
        descriptor: descriptor ?? null,
        handles: new Set(),
        features: [],
        refusesFeatures: false
      })
    },
    pull(path) {
      const { handles } = pluggedAt(path)
      plugged.delete(path)
      for (const handle of handles) handle.lose()
    },
    vanish(path) {
      plugged.delete(path)
    },
    deny(path, problem) {
      if (problem) denied.set(path, problem)
      else denied.delete(path)
    },
    breakDown(reason) {
      broken = reason
    },
    send(path, report) {
      for (const handle of pluggedAt(path).handles) handle.receive(report)
    },
    holdOpenings() {
      let letGo = (): void => {}
      held = new Promise((resolve) => {
        letGo = resolve
      })
      return letGo
    },
    refuseFeatures(path) {
      pluggedAt(path).refusesFeatures = true
    },
    openPaths: () => [...plugged].filter(([, { handles }]) => handles.size > 0).map(([path]) => path),
    features: (path) => pluggedAt(path).features
  }
}

const HID_POS_INFO: Omit<HidInfo, 'path'> = {
  vendorId: 0x1234,
  productId: 0x0001,
  serialNumber: null,
  manufacturer: 'Acme',
  product: 'Acme Scanner',
  usagePage: 0x8c,
  usage: 0x02
}

function openHandle(plugged: Plugged): HidDevice {
  const { info, descriptor, handles } = plugged
  const reports = createListeners<Uint8Array>()
  const losses = createListeners<Error>()
  let early: Uint8Array[] = []
  let isHeard = false
  let loss: Error | undefined
  let isClosed = false

  const handle: Handle = {
    receive(report) {
      if (isHeard) reports.emit(report)
      else early.push(report)
    },
    lose() {
      handles.delete(handle)
      loss = new Error('The device was pulled')
      losses.emit(loss)
    }
  }
  handles.add(handle)

  return {
    info,
    reportDescriptor: descriptor,
    onReport(listener) {
      const stop = reports.add(listener)
      if (!isHeard) {
        isHeard = true
        const waiting = early
        early = []
        // As from the operating system, they come by themselves a moment later.
        queueMicrotask(() => {
          for (const report of isClosed ? [] : waiting) reports.emit(report)
        })
      }
      return stop
    },
    onLost(listener) {
      if (loss && !isClosed) listener(loss)
      return losses.add(listener)
    },
    async sendFeatureReport(data) {
      if (isClosed || loss) throw new Error('The device is not open')
      if (plugged.refusesFeatures) throw new Error('The device does not know this report')
      plugged.features.push(data)
    },
    async close() {
      isClosed = true
      handles.delete(handle)
    }
  }
}
