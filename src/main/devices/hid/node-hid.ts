import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type * as Library from 'node-hid'
import { createListeners } from '../listeners.ts'
import { DeviceOpenError, openProblemOf } from '../open-error.ts'
import type { HidBackend, HidCollection, HidDevice, HidInfo } from './port.ts'

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
    async open(path, collection) {
      const { HIDAsync } = await load()
      let device: Library.HIDAsync
      try {
        device = await HIDAsync.open(path)
      } catch (cause) {
        const problem = infoAt(path, await list(), collection) ? await openProblemOf(path) : 'gone'
        throw new DeviceOpenError(problem, path, cause)
      }
      const reportDescriptor = await reportDescriptorOf(path)
      // Asked once it is open: what is at the path by now is this one, or this one is lost.
      const info = infoAt(path, await list().catch(() => []), collection)
      if (info) return openDevice(info, device, reportDescriptor)
      await closeAfterReadingBegan(device)
      throw new DeviceOpenError('gone', path)
    }
  }
}

function infoAt(path: string, infos: readonly HidInfo[], collection: HidCollection | undefined): HidInfo | undefined {
  const there = infos.filter((info) => info.path === path)
  const meant = there.find((info) => info.usagePage === collection?.usagePage && info.usage === collection.usage)
  return meant ?? there[0]
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
