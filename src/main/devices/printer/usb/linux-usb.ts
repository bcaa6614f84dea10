import { close, constants, open, read, write } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { createLibusb, usbAddress, type LibUsb } from './libusb.ts'
import { PRINTER_CLASS } from './printer-class.ts'
import type { UsbAccess, UsbBus, UsbFile, UsbPrinter } from './usb-bus.ts'
import { usbPrinter } from './usb-printer.ts'

/**
 * USB as Linux shows it: what is plugged in under `/sys/bus/usb`, printers by the kernel's own driver `usblp` as
 * `/dev/usb/lp*`, in both directions. The number behind `lp` changes with each plugging and means nothing. Printers that
 * no driver has are used by libusb.
 */
export function createLinuxUsb(systemFolder = '/sys', deviceFolder = '/dev', libusb = createLibusb()): UsbBus {
  return {
    printers: () => listPrinters(join(systemFolder, 'bus/usb/devices'), deviceFolder, libusb),
    open: (path) => (path.startsWith(deviceFolder) ? openPrinterFile(path) : libusb.open(path)),
    onArrival: (listener) => libusb.onArrival(listener)
  }
}

async function listPrinters(folder: string, deviceFolder: string, libusb: LibUsb): Promise<readonly UsbPrinter[]> {
  // An interface is named after its device: `2-1:1.0` is one of `2-1`.
  const interfaces = (await namesIn(folder)).filter((name) => name.includes(':')).sort()
  const found = await Promise.all(interfaces.map((name) => describePrinter(folder, name, deviceFolder, libusb)))
  return found.filter((printer) => printer !== undefined)
}

async function describePrinter(
  folder: string,
  name: string,
  deviceFolder: string,
  libusb: LibUsb
): Promise<UsbPrinter | undefined> {
  const ofInterface = join(folder, name)
  if (Number.parseInt(await attribute(ofInterface, 'bInterfaceClass'), 16) !== PRINTER_CLASS) return undefined
  const ofDevice = join(folder, name.slice(0, name.indexOf(':')))
  const [serial, maker, model, idOfDriver, access] = await Promise.all([
    attribute(ofDevice, 'serial'),
    attribute(ofDevice, 'manufacturer'),
    attribute(ofDevice, 'product'),
    attribute(ofInterface, 'ieee1284_id'),
    accessTo(ofInterface, ofDevice, deviceFolder)
  ])
  const id = access.kind === 'free' ? await libusb.deviceId(access.path) : idOfDriver
  return usbPrinter({ serial, maker, model, id }, access)
}

async function accessTo(ofInterface: string, ofDevice: string, deviceFolder: string): Promise<UsbAccess> {
  const file = (await namesIn(join(ofInterface, 'usbmisc'))).find((name) => /^lp\d+$/.test(name))
  if (file !== undefined) return { kind: 'file', path: join(deviceFolder, 'usb', file) }
  const driver = await readlink(join(ofInterface, 'driver')).catch(() => '')
  if (driver !== '') return { kind: 'held', driver: basename(driver) }
  const [bus, device, number] = await Promise.all([
    attribute(ofDevice, 'busnum'),
    attribute(ofDevice, 'devnum'),
    attribute(ofInterface, 'bInterfaceNumber')
  ])
  return { kind: 'free', path: usbAddress(Number(bus), Number(device), Number.parseInt(number, 16)) }
}

/** Empty for one that is not there: devices go away while they are looked at. */
async function attribute(folder: string, name: string): Promise<string> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => '')
  return text.trim()
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => [])
}

const openFile = promisify(open)
const closeFile = promisify(close)
const readFrom = promisify(read)
const writeTo = promisify(write)

/**
 * Without `O_NONBLOCK` each read would hold one of Node's few threads until the printer says something, and each write
 * one for as long as it is out of paper.
 */
async function openPrinterFile(path: string): Promise<UsbFile> {
  const file = await openFile(path, constants.O_RDWR | constants.O_NONBLOCK)
  return {
    read: async (buffer) => {
      const reading = await unlessNow(readFrom(file, buffer, 0, buffer.length, null))
      return reading?.bytesRead
    },
    write: async (bytes) => {
      const writing = await unlessNow(writeTo(file, bytes, 0, bytes.length, null))
      return writing?.bytesWritten
    },
    close: () => closeFile(file)
  }
}

async function unlessNow<Value>(doing: Promise<Value>): Promise<Value | undefined> {
  try {
    return await doing
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EAGAIN' || code === 'EINTR') return undefined
    throw error
  }
}
