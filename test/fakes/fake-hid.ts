import type { HidBackend, HidDevice, HidInfo } from '../../src/main/devices/hid/port.ts'
import { createFakeDevices, openFakeHandle } from './fake-devices.ts'
import type { DeviceHands, FakeHandle } from './fake-devices.ts'

export interface FakeHid extends HidBackend, DeviceHands {
  /** Plugs a device in; an info left out is that of a plain HID POS scanner. */
  plug(path: string, info?: Partial<HidInfo>, reportDescriptor?: Uint8Array): void
  /** The device sends a report, heard by whoever has it open. */
  send(path: string, report: Uint8Array): void
  /** Holds openings up until the function it returns is called: what may happen meanwhile, will. */
  holdOpenings(): () => void
  /** Called in the moment in which a device has been opened, before whoever opened it can listen. */
  whenOpened(listener: () => void): void
  openPaths(): readonly string[]
  /** Makes the device refuse feature reports. */
  refuseFeatures(path: string): void
  /** Feature reports that the device got since it was plugged in. */
  features(path: string): readonly Uint8Array[]
}

interface Plugged {
  readonly info: HidInfo
  readonly descriptor: Uint8Array | null
  readonly handles: Set<FakeHandle<Uint8Array>>
  readonly features: Uint8Array[]
  refusesFeatures: boolean
}

/** HID devices that can be plugged and pulled by a test, with the rules of real ones. Made anew for each test. */
export function createFakeHid(): FakeHid {
  const devices = createFakeDevices<Plugged>()
  let held: Promise<void> = Promise.resolve()
  let opened = (): void => {}
  return {
    ...devices.hands,
    async list() {
      return devices.list().map(({ info }) => info)
    },
    async open(path) {
      await held
      const device = openDevice(devices.toOpen(path))
      opened()
      return device
    },
    plug(path, info = {}, descriptor) {
      devices.plug(path, {
        info: { ...HID_POS_INFO, ...info, path },
        descriptor: descriptor ?? null,
        handles: new Set(),
        features: [],
        refusesFeatures: false
      })
    },
    send(path, report) {
      for (const handle of devices.at(path).handles) handle.receive(report)
    },
    holdOpenings() {
      let letGo = (): void => {}
      held = new Promise((resolve) => {
        letGo = resolve
      })
      return letGo
    },
    refuseFeatures(path) {
      devices.at(path).refusesFeatures = true
    },
    whenOpened(listener) {
      opened = listener
    },
    openPaths: () => devices.open().map(([path]) => path),
    features: (path) => devices.at(path).features
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

function openDevice(plugged: Plugged): HidDevice {
  const { info, descriptor, handles } = plugged
  const handle = openFakeHandle(handles)
  return {
    info,
    reportDescriptor: descriptor,
    onReport: handle.onData,
    onLost: handle.onLost,
    async sendFeatureReport(data) {
      if (!handles.has(handle)) throw new Error('The device is not open')
      if (plugged.refusesFeatures) throw new Error('The device does not know this report')
      plugged.features.push(data)
    },
    close: handle.close
  }
}
