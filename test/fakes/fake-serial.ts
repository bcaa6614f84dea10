import { createListeners } from '../../src/main/devices/listeners.ts'
import { DeviceOpenError } from '../../src/main/devices/open-error.ts'
import type { OpenProblem } from '../../src/main/devices/open-error.ts'
import type { SerialBackend, SerialDevice, SerialInfo } from '../../src/main/devices/serial/port.ts'
import type { UsbIdentity } from '../../src/main/devices/usb-identity.ts'

export interface FakeSerial extends SerialBackend {
  /** Plugs a device in; without a USB device it is a port that is built in, which is listed to those who name it. */
  plug(path: string, usb?: UsbIdentity): void
  /** Pulls it: an open port is lost, and the path is gone. */
  pull(path: string): void
  /** Takes it away without telling whoever has it open, as some systems do. */
  vanish(path: string): void
  /** Makes opening it fail until `undefined` is given. */
  deny(path: string, problem: OpenProblem | undefined): void
  /** Makes listing fail until `undefined` is given. */
  breakDown(reason: Error | undefined): void
  /** The device sends bytes, heard by whoever has the port open, or opens it next. */
  send(path: string, bytes: Uint8Array): void
  /** The ports that are open, each with its bits a second. */
  openPorts(): readonly (readonly [path: string, baudRate: number])[]
}

interface Plugged {
  readonly info: SerialInfo
  handle: Handle | undefined
  early: Uint8Array[]
}

interface Handle {
  readonly baudRate: number
  receive(bytes: Uint8Array): void
  lose(): void
}

/** Serial ports that can be plugged and pulled by a test, with the rules of real ones. Made anew for each test. */
export function createFakeSerial(): FakeSerial {
  const plugged = new Map<string, Plugged>()
  const denied = new Map<string, OpenProblem>()
  let broken: Error | undefined

  function pluggedAt(path: string): Plugged {
    const device = plugged.get(path)
    if (!device) throw new Error(`Nothing is plugged in at ${path}`)
    return device
  }

  return {
    async list(named) {
      if (broken) throw broken
      return [...plugged.values()]
        .map(({ info }) => info)
        .filter(({ usb, path }) => usb !== null || named.includes(path))
    },
    async open({ path }, baudRate) {
      const problem = denied.get(path)
      const device = plugged.get(path)
      if (!device) throw new DeviceOpenError('gone', path)
      if (problem) throw new DeviceOpenError(problem, path)
      if (device.handle) throw new DeviceOpenError('refused', path)
      return openHandle(device, baudRate)
    },
    plug(path, usb) {
      if (plugged.has(path)) throw new Error(`Something is plugged in at ${path} already`)
      plugged.set(path, { info: { path, usb: usb ?? null }, handle: undefined, early: [] })
    },
    pull(path) {
      const { handle } = pluggedAt(path)
      plugged.delete(path)
      handle?.lose()
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
    send(path, bytes) {
      const device = pluggedAt(path)
      if (device.handle) device.handle.receive(bytes)
      else device.early.push(bytes)
    },
    openPorts: () => [...plugged].flatMap(([path, { handle }]) => (handle ? ([[path, handle.baudRate]] as const) : []))
  }
}

function openHandle(plugged: Plugged, baudRate: number): SerialDevice {
  const bytes = createListeners<Uint8Array>()
  const losses = createListeners<Error>()
  let isHeard = false
  let isClosed = false
  let loss: Error | undefined

  const handle: Handle = {
    baudRate,
    receive(chunk) {
      if (isHeard) bytes.emit(chunk)
      else plugged.early.push(chunk)
    },
    lose() {
      loss = new Error('The port went away')
      losses.emit(loss)
    }
  }
  plugged.handle = handle

  return {
    info: plugged.info,
    onBytes(listener) {
      const stop = bytes.add(listener)
      if (!isHeard) {
        isHeard = true
        const waiting = plugged.early
        plugged.early = []
        // As from the operating system, they come by themselves a moment later.
        queueMicrotask(() => {
          for (const chunk of isClosed ? [] : waiting) bytes.emit(chunk)
        })
      }
      return stop
    },
    onLost(listener) {
      if (loss && !isClosed) listener(loss)
      return losses.add(listener)
    },
    async close() {
      isClosed = true
      if (plugged.handle === handle) plugged.handle = undefined
    }
  }
}
