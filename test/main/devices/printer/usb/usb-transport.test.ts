import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLibusb } from '../../../../../src/main/devices/printer/usb/libusb.ts'
import { createUsbTransport } from '../../../../../src/main/devices/printer/usb/usb-transport.ts'
import {
  openVirtualPrinter,
  type VirtualPrinter
} from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createFakeUsb, type FakeUsb } from '../../../../fakes/fake-usb.ts'

describe('a printer on USB', () => {
  let machine: VirtualPrinter
  let usb: FakeUsb

  beforeEach(() => {
    machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    usb = createFakeUsb(machine, 'D4J0001')
  })
  afterEach(() => machine.close())

  const failure = async (serial = 'D4J0001'): Promise<string> =>
    await createUsbTransport(serial, usb)
      .connect()
      .then(() => 'connected')
      .catch((error: Error) => error.message)

  it('is found by its serial number in capitals or not, whatever number the kernel gives it', async () => {
    for (let plugging = 0; plugging < 3; plugging += 1) {
      const connection = await createUsbTransport('d4j0001', usb).connect()
      await connection.close()
      usb.pull()
      usb.plug()
    }
  })

  it('is told from others, which are named', async () => {
    expect(await failure('OTHER')).toMatch(/OTHER is not there\. Plugged in: Virtual printer \(D4J0001\)\..*Settings/)
    usb.pull()
    expect(await failure()).toMatch(/D4J0001 is not there\. No printer is plugged in\./)
  })

  it('says who keeps it from the station, and what to do', async () => {
    usb.refuseWith('EBUSY')
    expect(await failure()).toMatch(/in use: another program or a print queue has it.*delete the queue/)
    usb.refuseWith('EACCES')
    expect(await failure()).toMatch(/may not use.*70-dockside\.rules/)
    usb.refuseWith('ENOTSUP')
    expect(await failure()).toMatch(/lets no program listen.*print queue.*WinUSB/)
    usb.show({ kind: 'held', driver: 'usbfs' })
    expect(await failure()).toMatch(/another program \(often CUPS\) has it/)
  })

  it('says so where the system cannot be asked what is plugged in', async () => {
    const connecting = createUsbTransport('D4J0001', {
      ...usb,
      printers: () => Promise.reject(new Error('LIBUSB_ERROR_OTHER'))
    }).connect()
    await expect(connecting).rejects.toMatchObject({ code: 'printer-unreachable' })
  })

  it('names other ways where libusb cannot be loaded', async () => {
    const libusb = createLibusb(() => Promise.reject(new Error('no binary for this system')))
    await expect(createUsbTransport('D4J0001', libusb).connect()).rejects.toMatchObject({
      code: 'printer-unreachable',
      message: expect.stringMatching(/libusb cannot be loaded \(Error: no binary.*print queue.*network/)
    })
  })

  it('is let go of when it was plugged out, so that it can be opened again', async () => {
    const connection = await createUsbTransport('D4J0001', usb).connect()
    usb.pull()
    await new Promise((resolve) => connection.onLost(resolve))
    await expect.poll(() => usb.openFiles()).toBe(0)
  })

  it('lets go of a write that waits for paper when its cable is pulled', async () => {
    machine.setCondition('paper-out', true)
    const connection = await createUsbTransport('D4J0001', usb).connect()
    const format = `^XA^FD${'x'.repeat(600_000)}^FS^XZ`
    const writing = connection.write(Buffer.from(format.repeat(3)))
    const outcome = expect(writing).rejects.toMatchObject({ code: 'printer-unreachable' })
    await expect.poll(async () => (await usb.open('/dev/usb/lp0').catch(({ code }) => code)) as string).toBe('EBUSY')
    usb.pull()
    await outcome
    expect(machine.totalLabelCount()).toBe(0)
  })
})
