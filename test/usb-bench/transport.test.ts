import { createLinuxUsb } from '../../src/main/devices/printer/usb/linux-usb.ts'
import { createUsbTransport } from '../../src/main/devices/printer/usb/usb-transport.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { describePrinterTransport } from '../contracts/printer-transport.ts'
import { createPrinterGadget } from './gadgets/printer-gadget.ts'

const WAYS = [
  ['usb, through the kernel’s driver for printers', 'driver'],
  ['usb, through libusb', 'nobody']
] as const

for (const [name, taker] of WAYS) {
  describePrinterTransport(name, async () => {
    const printer = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    const gadget = createPrinterGadget(0, 'D4J0001', printer, taker)
    await gadget.plug()
    return {
      transport: createUsbTransport('D4J0001', createLinuxUsb()),
      printer,
      breakOff: async () => {
        await gadget.pull()
        await gadget.plug()
      },
      setThere: (there) => (there ? gadget.plug() : gadget.pull()),
      close: async () => {
        await gadget.remove()
        await printer.close()
      }
    }
  })
}
