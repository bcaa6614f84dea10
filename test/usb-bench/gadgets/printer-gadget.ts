import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createLinuxUsb } from '../../../src/main/devices/printer/usb/linux-usb.ts'
import type { VirtualPrinter } from '../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createGadget } from './gadget.ts'
import { until } from './until.ts'

/** A printer with a USB cable: the kernel's printer gadget on one end, a virtual printer behind it. */
export interface PrinterGadget {
  /** Resolves when the computer at the other end of the cable has taken notice. */
  plug(): Promise<void>
  /** Pulls the cable; the printer keeps its power and whatever it has taken. */
  pull(): Promise<void>
  /** Pulls it and takes it away for good. */
  remove(): Promise<void>
}

/**
 * A Zebra printer, as it describes itself (USB Device Class Definition for Printing Devices; IEEE 1284).
 *
 * @param taker whether the kernel's driver for printers takes it when it is plugged in
 */
export function createPrinterGadget(
  port: number,
  serial: string,
  printer: VirtualPrinter,
  taker: 'driver' | 'nobody' = 'driver'
): PrinterGadget {
  const gadget = createGadget(port, {
    vendorId: 0x0a5f,
    productId: 0x0110,
    manufacturer: 'Zebra Technologies',
    product: 'ZTC ZD421-203dpi ZPL',
    serial,
    function: {
      driver: 'printer',
      settings: {
        pnp_string: 'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;'
      }
    }
  })
  let plugged: { readonly stop: AbortController; readonly joined: Promise<void> } | undefined

  async function pull(): Promise<void> {
    if (!plugged) return
    const { stop, joined } = plugged
    plugged = undefined
    gadget.pull()
    stop.abort()
    await joined
  }

  return {
    plug: async () => {
      if (plugged) return
      loadDriver(taker === 'driver')
      await gadget.plug()
      const expected = taker === 'driver' ? 'file' : 'free'
      await until(async () => (await createLinuxUsb().printers()).some(({ access }) => access.kind === expected))
      // The daemon that tells programs of devices leaves a question open at times, when it is busy.
      await until(() => spawnSync('udevadm', ['settle']).status === 0)
      const stop = new AbortController()
      plugged = { stop, joined: joinPrinter(printer, stop.signal) }
    },
    pull,
    remove: async () => {
      await pull()
      gadget.remove()
    }
  }
}

/** Has the kernel's driver for printers in the kernel, or not. */
function loadDriver(wanted: boolean): void {
  if (existsSync('/sys/module/usblp') === wanted) return
  const { KERNEL = '', RELEASE = '' } = process.env
  execFileSync('modprobe', ['-d', KERNEL, '-S', RELEASE, ...(wanted ? [] : ['-r']), 'usblp'])
}

/** Carries bytes between the gadget's device file and the printer until it is stopped. */
async function joinPrinter(printer: VirtualPrinter, stop: AbortSignal): Promise<void> {
  const path = '/dev/g_printer0'
  await until(() => existsSync(path))
  const file = await createLinuxUsb().open(path)
  const answers: Uint8Array[] = []
  const line = printer.attach((bytes) => answers.push(bytes))
  const buffer = new Uint8Array(8192)
  const gone = (): undefined => undefined
  while (!stop.aborted) {
    const length = await file.read(buffer).catch(gone)
    if (length !== undefined && length > 0) await Promise.race([line.send(buffer.slice(0, length)), aborted(stop)])
    const answer = answers[0]
    const written = answer && (await file.write(answer).catch(gone))
    if (answer && written !== undefined) {
      answers.shift()
      if (written < answer.length) answers.unshift(answer.subarray(written))
    }
    if (length === undefined && written === undefined) await wait(1)
  }
  line.detach()
  await file.close()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
}
