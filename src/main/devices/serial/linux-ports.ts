import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { UsbIdentity } from '../usb-identity.ts'
import type { SerialInfo } from './port.ts'

/** As the kernel's drivers for serial devices on USB call them: `cdc_acm`, and those of the converters. */
const ON_USB = /^tty(?:ACM|USB)\d+$/

/**
 * The serial ports on USB, as Linux shows them under `/sys`, and the named ones. Asking `udevadm`, as the library does,
 * would start a program at each look.
 */
export async function listLinuxPorts(named: readonly string[], systemFolder = '/sys'): Promise<readonly SerialInfo[]> {
  const byName = (await Promise.all(named.map(namedPort))).filter((port) => port !== undefined)
  const taken = new Set(byName.map(({ device }) => device))
  const listed = (await readdir(join(systemFolder, 'class/tty')).catch(() => []))
    .filter((name) => ON_USB.test(name))
    .map((name) => ({ path: `/dev/${name}`, device: `/dev/${name}` }))
    .filter(({ device }) => !taken.has(device))
  return await Promise.all(
    [...byName, ...listed].map(async ({ path, device }) => ({
      path,
      usb: await identityOf(join(systemFolder, 'class/tty', basename(device)))
    }))
  )
}

interface Port {
  readonly path: string
  /** The file itself, where `path` is another name of it, as those below `/dev/serial`. */
  readonly device: string
}

async function namedPort(path: string): Promise<Port | undefined> {
  const device = await realpath(path).catch(() => undefined)
  return device === undefined ? undefined : { path, device }
}

/** A port hangs below an interface of its USB device, so the device is the first above it that has a vendor. */
async function identityOf(ofPort: string): Promise<UsbIdentity | null> {
  const place = await realpath(join(ofPort, 'device')).catch(() => undefined)
  if (place === undefined) return null
  for (let folder = place; folder !== dirname(folder); folder = dirname(folder)) {
    const vendorId = await attribute(folder, 'idVendor')
    if (vendorId !== null) {
      const [productId, serialNumber, manufacturer, product] = await Promise.all(
        ['idProduct', 'serial', 'manufacturer', 'product'].map((name) => attribute(folder, name))
      )
      return {
        vendorId: Number.parseInt(vendorId, 16),
        productId: Number.parseInt(productId ?? '0', 16),
        serialNumber: serialNumber ?? null,
        manufacturer: manufacturer ?? null,
        product: product ?? null
      }
    }
  }
  return null
}

/** Null for one that is not there or empty: devices go away while they are looked at. */
async function attribute(folder: string, name: string): Promise<string | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => '')
  return text.trim() || null
}
