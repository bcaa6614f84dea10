import { DeviceOpenError } from '../../src/main/devices/open-error.ts'
import type { SerialBackend, SerialInfo } from '../../src/main/devices/serial/port.ts'
import type { UsbIdentity } from '../../src/main/devices/usb-identity.ts'
import { createFakeDevices, openFakeHandle } from './fake-devices.ts'
import type { DeviceHands, FakeHandle } from './fake-devices.ts'

export interface FakeSerial extends SerialBackend, DeviceHands {
  /** Plugs a device in; without a USB device it is a port that is built in, which is listed to those who name it. */
  plug(path: string, usb?: UsbIdentity): void
  /** The device sends bytes, heard by whoever has the port open, or opens it next. */
  send(path: string, bytes: Uint8Array): void
  /** The ports that are open, each with its bits a second. */
  openPorts(): readonly (readonly [path: string, baudRate: number])[]
}

interface Plugged {
  readonly info: SerialInfo
  /** One at most: a port is opened for one program alone. */
  readonly handles: Set<FakeHandle<Uint8Array>>
  readonly early: Uint8Array[]
  /** Of the last opening. */
  baudRate: number
}

/** Serial ports that can be plugged and pulled by a test, with the rules of real ones. Made anew for each test. */
export function createFakeSerial(): FakeSerial {
  const devices = createFakeDevices<Plugged>()
  return {
    ...devices.hands,
    async list(named) {
      return devices
        .list()
        .map(({ info }) => info)
        .filter(({ usb, path }) => usb !== null || named.includes(path))
    },
    async open({ path }, baudRate) {
      const device = devices.toOpen(path)
      if (device.handles.size > 0) throw new DeviceOpenError('refused', path)
      device.baudRate = baudRate
      const { onData, onLost, close } = openFakeHandle(device.handles, device.early)
      return { info: device.info, onBytes: onData, onLost, close }
    },
    plug(path, usb) {
      devices.plug(path, { info: { path, usb: usb ?? null }, handles: new Set(), early: [], baudRate: 0 })
    },
    send(path, bytes) {
      const { handles, early } = devices.at(path)
      for (const handle of handles) handle.receive(bytes)
      if (handles.size === 0) early.push(bytes)
    },
    openPorts: () => devices.open().map(([path, { baudRate }]) => [path, baudRate] as const)
  }
}
