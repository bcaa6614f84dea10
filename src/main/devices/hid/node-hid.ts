import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type * as Library from 'node-hid'
import { createListeners } from '../listeners.ts'
import { DeviceOpenError, openProblemOf } from '../open-error.ts'
import type { HidBackend, HidDevice, HidInfo } from './port.ts'

const loadLibrary = () => import('node-hid')

/**
 * The HID devices of this computer.
 *
 * The library is loaded when it is first asked, so that a computer without its binary starts all the same.
 */
export function createNodeHid(): HidBackend {
  let loading: ReturnType<typeof loadLibrary> | undefined

  function load(): ReturnType<typeof loadLibrary> {
    loading ??= loadLibrary()
    return loading
  }

  async function list(): Promise<readonly HidInfo[]> {
    const { devicesAsync } = await load()
    return (await devicesAsync()).flatMap((device) => hidInfoOf(device) ?? [])
  }

  return {
    list,
    async open(path) {
      const library = await load()
      const info = (await list()).find((device) => device.path === path)
      if (!info) throw new DeviceOpenError('gone', path)
      try {
        return openDevice(info, await library.HIDAsync.open(path), await reportDescriptorOf(path))
      } catch (cause) {
        throw new DeviceOpenError(await openProblemOf(path), path, cause)
      }
    }
  }
}

function openDevice(info: HidInfo, device: Library.HIDAsync, reportDescriptor: Uint8Array | null): HidDevice {
  const reports = createListeners<Uint8Array>()
  const losses = createListeners<Error>()
  let closing: Promise<void> | undefined
  let loss: Error | undefined

  device.on('error', (reason: Error) => {
    if (loss || closing) return
    loss = reason
    losses.emit(reason)
  })

  /** The operating system keeps reports until somebody reads, and reading begins with the first listener. */
  function beginReading(): void {
    device.on('data', (report: Buffer) => {
      if (!closing && !loss) reports.emit(Uint8Array.from(report))
    })
  }

  return {
    info,
    reportDescriptor,
    onReport(listener) {
      if (device.listenerCount('data') === 0 && !closing) beginReading()
      return reports.add(listener)
    },
    onLost(listener) {
      if (loss) listener(loss)
      return losses.add(listener)
    },
    async sendFeatureReport(data) {
      await device.sendFeatureReport(Buffer.from(data))
    },
    close() {
      closing ??= closeAfterReadingBegan(device)
      return closing
    }
  }
}

/**
 * node-hid begins to read a tick after its first listener came, and throws where nobody can catch it when the device was
 * closed meanwhile. A device that was pulled may refuse to be closed; it is gone either way.
 */
async function closeAfterReadingBegan(device: Library.HIDAsync): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  await device.close().catch(() => {})
}

function hidInfoOf(device: Library.Device): HidInfo | undefined {
  const { path, vendorId, productId, usagePage = 0, usage = 0 } = device
  if (path === undefined) return undefined
  return {
    path,
    vendorId,
    productId,
    serialNumber: device.serialNumber || null,
    manufacturer: device.manufacturer || null,
    product: device.product || null,
    // Some systems tell pages of vendors, 0xFF00 and up, as negative numbers.
    usagePage: usagePage & 0xffff,
    usage
  }
}

/** Linux shows the descriptor of each hidraw device; node-hid has no call for it, and other systems keep it. */
async function reportDescriptorOf(path: string): Promise<Uint8Array | null> {
  try {
    return Uint8Array.from(await readFile(`/sys/class/hidraw/${basename(path)}/device/report_descriptor`))
  } catch {
    return null
  }
}
