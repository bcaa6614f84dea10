import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibusb, type LibUsb } from '../../../../../src/main/devices/printer/usb/libusb.ts'
import { createLinuxUsb } from '../../../../../src/main/devices/printer/usb/linux-usb.ts'
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts'

interface Plugged {
  readonly device: Readonly<Record<string, string>>
  readonly interface: Readonly<Record<string, string>>
  readonly driver?: string
  readonly lp?: string
}

/** A folder tree as the kernel shows it, with these devices. */
function systemWith(devices: Readonly<Record<string, Plugged>>): string {
  const system = temporaryFolder()
  const folder = join(system, 'bus/usb/devices')
  mkdirSync(folder, { recursive: true })
  for (const [name, plugged] of Object.entries(devices)) {
    const ofInterface = join(folder, `${name}:1.0`)
    writeAttributes(join(folder, name), plugged.device)
    writeAttributes(ofInterface, plugged.interface)
    if (plugged.driver !== undefined) {
      const driver = join(system, 'bus/usb/drivers', plugged.driver)
      mkdirSync(driver, { recursive: true })
      symlinkSync(driver, join(ofInterface, 'driver'))
    }
    if (plugged.lp !== undefined) mkdirSync(join(ofInterface, 'usbmisc', plugged.lp), { recursive: true })
  }
  return system
}

function writeAttributes(folder: string, attributes: Readonly<Record<string, string>>): void {
  mkdirSync(folder)
  for (const [name, text] of Object.entries(attributes)) writeFileSync(join(folder, name), `${text}\n`)
}

describe('USB on Linux', () => {
  it('lists printers with their serial numbers and the paths that they have now', async () => {
    const system = systemWith({
      '2-1': {
        device: { serial: 'D4J0001', manufacturer: 'Zebra Technologies', product: 'ZTC ZD421-203dpi ZPL' },
        interface: { bInterfaceClass: '07', ieee1284_id: 'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;' },
        driver: 'usblp',
        lp: 'lp3'
      },
      '1-4': { device: { product: 'Scanner' }, interface: { bInterfaceClass: '03' }, driver: 'usbhid' }
    })
    expect(await createLinuxUsb(system).printers()).toEqual([
      {
        serial: 'D4J0001',
        name: 'Zebra Technologies ZTC ZD421-203dpi ZPL',
        speaksZpl: true,
        access: { kind: 'file', path: '/dev/usb/lp3' }
      }
    ])
  })

  it('takes the serial number of the device id where the device has none, and tells printers of other languages', async () => {
    const system = systemWith({
      '1-1': {
        device: {},
        interface: { bInterfaceClass: '07', ieee1284_id: 'MFG:Acme;MDL:Laser 1;CMD:PCL,PS;SN:L7' },
        driver: 'usblp',
        lp: 'lp0'
      }
    })
    expect(await createLinuxUsb(system).printers()).toMatchObject([{ serial: 'L7', name: 'Laser 1', speaksZpl: false }])
  })

  it('says who has a printer that the kernel’s driver does not have', async () => {
    const system = systemWith({
      '1-1': { device: { serial: 'A' }, interface: { bInterfaceClass: '07' }, driver: 'usbfs' },
      '1-2': { device: { serial: 'B' }, interface: { bInterfaceClass: '07' }, driver: 'foreign' }
    })
    expect(await createLinuxUsb(system).printers()).toMatchObject([
      { serial: 'A', speaksZpl: undefined, access: { kind: 'held', driver: 'usbfs' } },
      { serial: 'B', access: { kind: 'held', driver: 'foreign' } }
    ])
  })

  it('gives a printer that no driver has an address for libusb, which asks it who it is', async () => {
    const system = systemWith({
      '1-3': {
        device: { busnum: '1', devnum: '12', product: 'ZTC ZD421' },
        interface: { bInterfaceClass: '07', bInterfaceNumber: '0a' }
      }
    })
    const libusb: LibUsb = {
      ...createLibusb(),
      deviceId: (address) => Promise.resolve(address === 'usb:1-12:10' ? 'CMD:ZPL;SN:C3;' : '')
    }
    expect(await createLinuxUsb(system, '/dev', libusb).printers()).toEqual([
      { serial: 'C3', name: 'ZTC ZD421', speaksZpl: true, access: { kind: 'free', path: 'usb:1-12:10' } }
    ])
  })

  it('lists nothing where there is no USB at all', async () => {
    expect(await createLinuxUsb(temporaryFolder()).printers()).toEqual([])
  })
})
