import { afterAll, it } from 'vitest'
import { createQueueTransport } from '../../src/main/devices/printer/queue/queue-transport.ts'
import { createTcpTransport } from '../../src/main/devices/printer/tcp.ts'
import { createBulkFile } from '../../src/main/devices/printer/usb/bulk-file.ts'
import { createUsbTransport } from '../../src/main/devices/printer/usb/usb-transport.ts'
import { listenVirtualPrinter, type ListeningPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createVirtualTransport } from '../../src/main/devices/printer/virtual/virtual-transport.ts'
import { createFakeBulkPipes, type FakeBulkPipes } from '../fakes/fake-bulk-pipes.ts'
import { createFakeSpooler } from '../fakes/fake-spooler.ts'
import { createFakeUsb } from '../fakes/fake-usb.ts'
import { startCups } from '../helpers/cups.ts'
import { describePrinterTransport } from './printer-transport.ts'

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const

describePrinterTransport('virtual, in the same process', async () => {
  const printer = openVirtualPrinter({ media: MEDIA })
  const transport = createVirtualTransport(printer)
  return {
    transport,
    printer,
    breakOff: () => {
      transport.setPower(false)
      transport.setPower(true)
    },
    setThere: (there) => {
      transport.setPower(there)
      return Promise.resolve()
    },
    close: () => printer.close()
  }
})

describePrinterTransport('tcp, to the virtual printer on a socket', async () => {
  let listening: ListeningPrinter = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: MEDIA })
  const { port } = listening
  let there = true
  return {
    transport: createTcpTransport({ host: '127.0.0.1', port }, { closeTimeoutMs: 100 }),
    get printer() {
      return listening.printer
    },
    breakOff: () => listening.disconnect(),
    setThere: async (wanted) => {
      if (wanted === there) return
      there = wanted
      if (wanted) listening = await listenVirtualPrinter({ host: '127.0.0.1', port, media: MEDIA })
      else await listening.close()
    },
    close: () => (there ? listening.close() : Promise.resolve())
  }
})

describePrinterTransport('usb, by a fake of the kernel’s driver', () => {
  const printer = openVirtualPrinter({ media: MEDIA })
  const usb = createFakeUsb(printer, 'D4J0001')
  return Promise.resolve({
    transport: createUsbTransport('D4J0001', usb),
    printer,
    breakOff: () => {
      usb.pull()
      usb.plug()
    },
    setThere: (there) => Promise.resolve(there ? usb.plug() : usb.pull()),
    close: () => printer.close()
  })
})

describePrinterTransport('usb, by fakes of the pipes that libusb gives', () => {
  const printer = openVirtualPrinter({ media: MEDIA })
  const usb = createFakeUsb(printer, 'D4J0001')
  let pipes: FakeBulkPipes | undefined
  return Promise.resolve({
    transport: createUsbTransport('D4J0001', {
      ...usb,
      open: () => {
        pipes = createFakeBulkPipes(printer)
        return Promise.resolve(createBulkFile(pipes))
      }
    }),
    printer,
    breakOff: () => pipes?.pull(),
    setThere: (there) => Promise.resolve(there ? usb.plug() : usb.pull()),
    close: () => printer.close()
  })
})

describePrinterTransport(
  'queue, by a fake spooler',
  () => {
    const printer = openVirtualPrinter({ media: MEDIA })
    const spooler = createFakeSpooler('zebra', printer)
    const setThere = (there: boolean): void => spooler.setTrouble(there ? undefined : 'deleted')
    return Promise.resolve({
      transport: createQueueTransport('zebra', spooler, { watchMs: 5 }),
      printer,
      breakOff: () => setThere(false),
      setThere: (there) => Promise.resolve(setThere(there)),
      close: () => printer.close()
    })
  },
  { answers: false }
)

const cups = await startCups()

if (cups.ok) {
  afterAll(() => cups.close())
  describePrinterTransport(
    'queue, by CUPS to the virtual printer on a socket',
    async () => {
      const listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: MEDIA })
      const setThere = async (there: boolean): Promise<void> =>
        there ? await cups.addQueue('zebra', `socket://127.0.0.1:${listening.port}`) : await cups.removeQueue('zebra')
      await setThere(true)
      return {
        transport: createQueueTransport('zebra', cups.spooler, { watchMs: 20 }),
        printer: listening.printer,
        breakOff: () => setThere(false),
        setThere,
        close: async () => {
          await setThere(false)
          await listening.close()
        }
      }
    },
    { answers: false }
  )
} else {
  it.skip(`queue, by CUPS: ${cups.reason}`)
}
