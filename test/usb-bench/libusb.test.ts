import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLibusb } from '../../src/main/devices/printer/usb/libusb.ts'
import { createLinuxUsb } from '../../src/main/devices/printer/usb/linux-usb.ts'
import { createUsbTransport } from '../../src/main/devices/printer/usb/usb-transport.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createPrinterGadget } from './gadgets/printer-gadget.ts'

const SERIAL = 'D4J0001'

describe('libusb', () => {
  async function plugged(taker: 'driver' | 'nobody', beforePlug = () => {}): Promise<void> {
    const printer = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    const gadget = createPrinterGadget(0, SERIAL, printer, taker)
    onTestFinished(async () => {
      await gadget.remove()
      await printer.close()
    })
    beforePlug()
    await gadget.plug()
  }

  it('tells that something was plugged in, and of a printer who it is and what it speaks', async () => {
    const libusb = createLibusb()
    let arrivals = 0
    const stop = libusb.onArrival(() => (arrivals += 1))
    onTestFinished(stop)
    await libusb.printers()
    await plugged('nobody')
    await expect.poll(() => arrivals).toBe(1)
    expect(await libusb.printers()).toEqual([
      {
        serial: SERIAL,
        name: 'Zebra Technologies ZTC ZD421-203dpi ZPL',
        speaksZpl: true,
        access: { kind: 'free', path: expect.stringMatching(/^usb:\d+-\d+:0$/) }
      }
    ])
    expect(await createLinuxUsb().printers()).toMatchObject([{ serial: SERIAL, speaksZpl: true }])
  })

  it('takes no printer from the kernel’s driver', async () => {
    const libusb = createLibusb()
    await libusb.printers()
    await plugged('driver')
    const [printer] = await libusb.printers()
    const address = printer?.access.kind === 'free' ? printer.access.path : ''
    await expect(libusb.open(address)).rejects.toMatchObject({ code: 'EBUSY' })
    expect(existsSync('/dev/usb/lp0')).toBe(true)
  })

  it('takes no printer from another program', async () => {
    await plugged('nobody')
    const usb = createLinuxUsb()
    const first = await createUsbTransport(SERIAL, usb).connect()
    onTestFinished(() => first.close())
    await expect(createUsbTransport(SERIAL, usb).connect()).rejects.toMatchObject({
      message: expect.stringMatching(/another program \(often CUPS\) has it/)
    })
  })
})
