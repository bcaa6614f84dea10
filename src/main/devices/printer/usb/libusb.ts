import { promisify } from 'node:util'
import type * as Library from 'usb'
import { systemError } from './bulk-file.ts'
import { layoutOf, openLibusbFile } from './libusb-file.ts'
import { deviceIdText, printerInterfaces } from './printer-class.ts'
import type { UsbBus, UsbPrinter } from './usb-bus.ts'
import { usbPrinter, type UsbDescription } from './usb-printer.ts'
import { noLibrary } from './usb-words.ts'

const loadLibrary = () => import('usb')
type Usb = (typeof Library)['usb']

/** The printers on USB as libusb knows them, those of the system's own drivers among them. */
export interface LibUsb extends UsbBus {
  /** What the printer at an address says of itself (IEEE 1284); empty where it cannot be asked now. */
  deviceId(address: string): Promise<string>
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
  /** A printer in use cannot be asked: it is known by what it said before. */
  const described = new WeakMap<Library.Device, UsbDescription>()
  let loading: Promise<Usb> | undefined
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** A device that is being asked who it is cannot be opened, and the other way round: one after another. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  function library(): Promise<Usb> {
    loading ??= load().then(
      ({ usb }) => usb,
      (error: unknown) => {
        throw noLibrary(error)
      }
    )
    return loading
  }

  async function describe(device: Library.Device, interfaceNumber: number): Promise<UsbDescription | undefined> {
    const known = described.get(device)
    if (known || device.interfaces) return known
    try {
      device.open()
    } catch {
      return undefined
    }
    try {
      const { iManufacturer, iProduct, iSerialNumber } = device.deviceDescriptor
      const said: UsbDescription = {
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
        for (const interfaceNumber of printerInterfaces(layoutOf(device))) {
          found.push(printerOf(device, interfaceNumber, await inTurn(() => describe(device, interfaceNumber))))
        }
      }
      return found
    },
    deviceId: async (address) => {
      try {
        const { device, interfaceNumber } = find(await library(), address)
        return (await inTurn(() => describe(device, interfaceNumber)))?.id ?? ''
      } catch {
        return ''
      }
    },
    open: async (address) => {
      const { device, interfaceNumber } = find(await library(), address)
      return await inTurn(() => openLibusbFile(device, interfaceNumber))
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

function printerOf(device: Library.Device, interfaceNumber: number, said: UsbDescription | undefined): UsbPrinter {
  const { idVendor, idProduct } = device.deviceDescriptor
  const access = { kind: 'free', path: usbAddress(device.busNumber, device.deviceAddress, interfaceNumber) } as const
  const unknown = { serial: '', maker: 'Printer', model: `${hexadecimal(idVendor)}:${hexadecimal(idProduct)}`, id: '' }
  return usbPrinter(said ?? unknown, access)
}

function hexadecimal(number: number): string {
  return number.toString(16).padStart(4, '0')
}

async function stringOf(device: Library.Device, index: number): Promise<string> {
  const text = await promisify(device.getStringDescriptor.bind(device))(index).catch(() => undefined)
  // Some makers end theirs with a zero.
  return (text ?? '').replaceAll('\0', '').trim()
}

/** An interface answers whoever has it. */
async function deviceIdOf(device: Library.Device, interfaceNumber: number): Promise<string> {
  const { requestType, request } = GET_DEVICE_ID
  const asked = device.interface(interfaceNumber)
  try {
    asked.claim()
  } catch {
    return ''
  }
  const id = await new Promise<string>((resolve) => {
    device.controlTransfer(requestType, request, 0, interfaceNumber << 8, LONGEST_DEVICE_ID, (error, data) =>
      resolve(error || !Buffer.isBuffer(data) ? '' : deviceIdText(data))
    )
  })
  await asked.releaseAsync().catch(() => {})
  return id
}
