import { promisify } from 'node:util'
import type * as Library from 'usb'
import { createBulkFile, systemError, type BulkPipes, type Transfer, type TransferEnd } from './bulk-file.ts'
import { parseDeviceId } from './ieee-1284.ts'
import { asSystemError, transferEnd } from './libusb-errors.ts'
import { deviceIdText, printerInterfaces, printerPipes, type PrinterPipes } from './printer-class.ts'
import type { UsbBus, UsbFile, UsbPrinter } from './usb-bus.ts'

const loadLibrary = () => import('usb')
type Usb = (typeof Library)['usb']

/** The printers on USB as libusb knows them, those of the system's own drivers among them. */
export interface LibUsb extends UsbBus {
  /** What the printer at an address says of itself (IEEE 1284); empty where it cannot be asked now. */
  deviceId(address: string): Promise<string>
}

/** What a printer said of itself when it was first asked: it is told apart from others by this while it is in use. */
interface Described {
  readonly serial: string
  readonly maker: string
  readonly model: string
  readonly id: string
}

/** GET_DEVICE_ID (Printing Devices 1.1, 4.2.1.1): of the class, from an interface to the computer. */
const GET_DEVICE_ID = { requestType: 0xa1, request: 0 } as const
const LONGEST_DEVICE_ID = 1_024

/**
 * Printers that no driver of the system has, by libusb (the package `usb`).
 *
 * A driver is never taken away from a printer: what the system or a print queue has stays theirs. The library is loaded
 * when it is first asked, so that a computer without its binary starts all the same.
 */
export function createLibusb(load = loadLibrary): LibUsb {
  const described = new WeakMap<Library.Device, Described>()
  let loading: Promise<Usb> | undefined

  function library(): Promise<Usb> {
    loading ??= load().then(({ usb }) => usb)
    return loading
  }

  async function describe(device: Library.Device, interfaceNumber: number): Promise<Described | undefined> {
    const known = described.get(device)
    if (known || device.interfaces) return known
    try {
      device.open()
    } catch {
      return undefined
    }
    try {
      const { iManufacturer, iProduct, iSerialNumber } = device.deviceDescriptor
      const said: Described = {
        serial: await stringOf(device, iSerialNumber),
        maker: await stringOf(device, iManufacturer),
        model: await stringOf(device, iProduct),
        id: await deviceIdOf(device, interfaceNumber)
      }
      described.set(device, said)
      return said
    } finally {
      device.close()
    }
  }

  return {
    printers: async () => {
      const usb = await library()
      const found: UsbPrinter[] = []
      for (const device of usb.getDeviceList()) {
        for (const interfaceNumber of printerInterfaces(configurationOf(device))) {
          found.push(printerOf(device, interfaceNumber, await describe(device, interfaceNumber)))
        }
      }
      return found
    },
    deviceId: async (address) => {
      try {
        const { device, interfaceNumber } = find(await library(), address)
        return (await describe(device, interfaceNumber))?.id ?? ''
      } catch {
        return ''
      }
    },
    open: async (address) => {
      const { device, interfaceNumber } = find(await library(), address)
      return await openPrinter(device, interfaceNumber)
    },
    onArrival: (listener) => {
      let stopped = false
      let stop = (): void => {
        stopped = true
      }
      const listen = (usb: Usb): void => {
        if (stopped) return
        usb.on('attach', listener)
        // Waiting for printers keeps no program from ending.
        usb.unrefHotplugEvents()
        stop = () => usb.off('attach', listener)
      }
      // Without the library, printers are looked for from time to time alone.
      void library().then(listen, () => {})
      return () => stop()
    }
  }
}

/** An address in place of a path: printers change theirs with each plugging. */
export function usbAddress(bus: number, device: number, interfaceNumber: number): string {
  return `usb:${bus}-${device}:${interfaceNumber}`
}

function find(usb: Usb, address: string): { readonly device: Library.Device; readonly interfaceNumber: number } {
  const [bus, number, interfaceNumber] = [...address.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const device = usb.getDeviceList().find((each) => each.busNumber === bus && each.deviceAddress === number)
  if (!device || interfaceNumber === undefined) throw systemError('ENODEV')
  return { device, interfaceNumber }
}

function configurationOf(device: Library.Device): Parameters<typeof printerInterfaces>[0] {
  try {
    return device.configDescriptor ?? { interfaces: [] }
  } catch {
    return { interfaces: [] }
  }
}

function printerOf(device: Library.Device, interfaceNumber: number, said: Described | undefined): UsbPrinter {
  const { idVendor, idProduct } = device.deviceDescriptor
  const id = parseDeviceId(said?.id ?? '')
  const commands = id.get('COMMAND SET')
  const name = [said?.maker, said?.model || id.get('MODEL')].filter((word) => word !== undefined && word !== '')
  return {
    serial: said?.serial || (id.get('SERIAL NUMBER') ?? ''),
    name: name.join(' ') || `Printer ${hexadecimal(idVendor)}:${hexadecimal(idProduct)}`,
    speaksZpl: commands === undefined ? undefined : /\bZPL/i.test(commands),
    access: { kind: 'free', path: usbAddress(device.busNumber, device.deviceAddress, interfaceNumber) }
  }
}

function hexadecimal(number: number): string {
  return number.toString(16).padStart(4, '0')
}

async function openPrinter(device: Library.Device, interfaceNumber: number): Promise<UsbFile> {
  const pipes = printerPipes(configurationOf(device), interfaceNumber)
  if (!pipes) throw systemError('ENOTSUP')
  // The library has one object for each device, which one user at a time can open.
  if (device.interfaces) throw systemError('EBUSY')
  try {
    device.open()
    const claimed = device.interface(interfaceNumber)
    claimed.claim()
    if (claimed.altSetting !== pipes.alternateSetting) await claimed.setAltSettingAsync(pipes.alternateSetting)
    return createBulkFile(bulkPipes(device, claimed, pipes))
  } catch (error) {
    if (device.interfaces) device.close()
    throw asSystemError(error)
  }
}

function bulkPipes(device: Library.Device, claimed: Library.Interface, pipes: PrinterPipes): BulkPipes {
  const { outAddress, inAddress, inPacketBytes } = pipes
  return {
    inPacketBytes: inAddress === undefined ? undefined : inPacketBytes,
    receive: (bytes) => carry(claimed, inAddress, bytes),
    send: (bytes) => carry(claimed, outAddress, bytes),
    clearHalt: async (direction) => {
      const endpoint = endpointOf(claimed, direction === 'in' ? inAddress : outAddress)
      await promisify(endpoint.clearHalt.bind(endpoint))().catch((error: unknown) => {
        throw asSystemError(error)
      })
    },
    release: async () => {
      await claimed.releaseAsync().catch(() => {})
      device.close()
    }
  }
}

function endpointOf(claimed: Library.Interface, address: number | undefined): Library.Endpoint {
  const endpoint = address === undefined ? undefined : claimed.endpoint(address)
  if (!endpoint) throw systemError('ENOTSUP')
  return endpoint
}

function carry(claimed: Library.Interface, address: number | undefined, bytes: Uint8Array): Transfer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let transfer: Library.Transfer | undefined
  const end = new Promise<TransferEnd>((resolve) => {
    try {
      transfer = endpointOf(claimed, address).makeTransfer(0, (error, _buffer, actual) =>
        resolve({ kind: transferEnd(error), bytes: actual })
      )
      transfer.submit(buffer)
    } catch (error) {
      resolve({ kind: transferEnd(error), bytes: 0 })
    }
  })
  return {
    end,
    cancel: () => {
      try {
        transfer?.cancel()
      } catch {
        // It has ended, and says so.
      }
    }
  }
}

async function stringOf(device: Library.Device, index: number): Promise<string> {
  const text = await promisify(device.getStringDescriptor.bind(device))(index).catch(() => undefined)
  // Some makers end theirs with a zero.
  return (text ?? '').replaceAll('\0', '').trim()
}

async function deviceIdOf(device: Library.Device, interfaceNumber: number): Promise<string> {
  const { requestType, request } = GET_DEVICE_ID
  return await new Promise((resolve) => {
    device.controlTransfer(requestType, request, 0, interfaceNumber << 8, LONGEST_DEVICE_ID, (error, data) =>
      resolve(error || !Buffer.isBuffer(data) ? '' : deviceIdText(data))
    )
  })
}
