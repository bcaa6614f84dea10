import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createLinuxUsb } from '../../src/main/devices/printer/usb/linux-usb.ts'
import type { VirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'

const GADGETS = '/sys/kernel/config/usb_gadget'

/** A printer with a USB cable: the kernel's printer gadget on one end, a virtual printer behind it. */
export interface UsbGadget {
  /** Resolves when the computer at the other end of the cable has taken notice. */
  plug(): Promise<void>
  /** Pulls the cable; the printer keeps its power and whatever it has taken. */
  pull(): Promise<void>
}

/**
 * Defines the gadget of one port, 0 or 1; not plugged in yet. The kernel keeps it: a port is defined once.
 *
 * @param taker whether the kernel's driver for printers takes it when it is plugged in
 */
export function createUsbGadget(
  port: number,
  serial: string,
  printer: VirtualPrinter,
  taker: 'driver' | 'nobody' = 'driver'
): UsbGadget {
  const folder = join(GADGETS, `port${port}`)
  if (!existsSync(folder)) defineGadget(folder, serial)
  const controller = join(folder, 'UDC')
  let plugged: { readonly stop: AbortController; readonly joined: Promise<void> } | undefined

  return {
    plug: async () => {
      if (plugged) return
      loadDriver(taker === 'driver')
      writeFileSync(controller, `dummy_udc.${port}`)
      const state = `/sys/class/udc/dummy_udc.${port}/state`
      await until(() => readFileSync(state, 'utf8').includes('configured'))
      const expected = taker === 'driver' ? 'file' : 'free'
      await until(async () => (await createLinuxUsb().printers()).some(({ access }) => access.kind === expected))
      execFileSync('udevadm', ['settle'])
      const stop = new AbortController()
      plugged = { stop, joined: joinPrinter(printer, stop.signal) }
    },
    pull: async () => {
      if (!plugged) return
      const { stop, joined } = plugged
      plugged = undefined
      writeFileSync(controller, '\n')
      stop.abort()
      await joined
    }
  }
}

/** Has the kernel's driver for printers in the kernel, or not. */
function loadDriver(wanted: boolean): void {
  if (existsSync('/sys/module/usblp') === wanted) return
  const { KERNEL = '', RELEASE = '' } = process.env
  execFileSync('modprobe', ['-d', KERNEL, '-S', RELEASE, ...(wanted ? [] : ['-r']), 'usblp'])
}

/** A Zebra printer, as it describes itself (USB Device Class Definition for Printing Devices; IEEE 1284). */
function defineGadget(folder: string, serial: string): void {
  const strings = join(folder, 'strings/0x409')
  const configuration = join(folder, 'configs/c.1')
  const printer = join(folder, 'functions/printer.0')
  for (const part of [strings, configuration, printer]) mkdirSync(part, { recursive: true })
  writeFileSync(join(folder, 'idVendor'), '0x0a5f')
  writeFileSync(join(folder, 'idProduct'), '0x0110')
  writeFileSync(join(strings, 'manufacturer'), 'Zebra Technologies')
  writeFileSync(join(strings, 'product'), 'ZTC ZD421-203dpi ZPL')
  writeFileSync(join(strings, 'serialnumber'), serial)
  writeFileSync(
    join(printer, 'pnp_string'),
    'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;'
  )
  symlinkSync(printer, join(configuration, 'printer'))
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

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; !(await isSo()); waitedMs += 20) {
    if (waitedMs > 30_000) throw new Error('The USB gadget did not come up')
    await wait(20)
  }
}
