import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createPrinterFromConfig,
  type PrinterEntry,
  type PrinterSurroundings
} from '../../../../src/main/devices/printer/create-printer.ts'
import { systemTimers, type Timers } from '../../../../src/main/devices/timers.ts'
import type { Printer } from '../../../../src/main/devices/printer/printer.ts'
import { listenVirtualPrinter } from '../../../../src/main/devices/printer/virtual/listen.ts'
import { openVirtualPrinter } from '../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { createFakeSpooler } from '../../../fakes/fake-spooler.ts'
import { createFakeUsb } from '../../../fakes/fake-usb.ts'

describe('printer of the settings', () => {
  let folder: string
  let printer: Printer | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'created-printer-'))
  })
  afterEach(async () => {
    await printer?.close()
    rmSync(folder, { recursive: true })
  })

  function create(transport: PrinterEntry['transport'], surroundings: Partial<PrinterSurroundings> = {}): Printer {
    printer = createPrinterFromConfig(
      { id: 'p1', transport, dpi: 203, media: { widthMm: 51, heightMm: 25 } },
      {
        clock: { now: () => Date.now() },
        folder,
        draw: () => Promise.resolve(Buffer.from('png')),
        ...surroundings
      }
    )
    return printer
  }

  it('is the virtual one, which leaves its labels in its folder', async () => {
    const virtual = create({ type: 'virtual' })
    await expect.poll(() => virtual.state().kind).toBe('ready')
    expect((await virtual.prepare()).ready).toBe(true)
    const [sent] = await virtual.send([Buffer.from('^XA^FDU0001^FS^XZ')])
    expect((await sent?.confirmation)?.kind).toBe('printed')
    await expect.poll(() => readdirSync(folder).sort()).toContain('000001-U0001.png')
    await virtual.close()
    expect(existsSync(join(folder, 'odometer.json'))).toBe(true)
  })

  it('is one on the network', async () => {
    const listening = await listenVirtualPrinter({
      host: '127.0.0.1',
      port: 0,
      media: { widthMm: 51, heightMm: 25, dpi: 203 }
    })
    const tcp = create({ type: 'tcp', host: '127.0.0.1', port: listening.port })
    await expect.poll(() => tcp.state().kind).toBe('ready')
    await listening.close()
  })

  it('is one on USB, by its serial number', async () => {
    const machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    const usb = create({ type: 'usb', serial: 'D4J0001' }, { usb: createFakeUsb(machine, 'D4J0001') })
    await expect.poll(() => usb.state().kind).toBe('ready')
    await machine.close()
  })

  it('is connected to as soon as it is plugged in, however long it was away', async () => {
    const machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    const bus = createFakeUsb(machine, 'D4J0001')
    bus.pull()
    const impatient: Timers = {
      after: (delayMs, run) => (delayMs < 250 ? systemTimers.after(delayMs, run) : () => {})
    }
    const usb = create({ type: 'usb', serial: 'D4J0001' }, { usb: bus, timers: impatient })
    await expect.poll(() => usb.state().kind).toBe('unreachable')
    bus.plug()
    await expect.poll(() => usb.state().kind).toBe('ready')
    await machine.close()
  })

  it('is a print queue of this computer', async () => {
    const machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    const spooler = createFakeSpooler('Zebra_ZD421', machine)
    const queue = create({ type: 'queue', name: 'Zebra_ZD421' }, { spooler })
    await expect.poll(() => queue.state().kind).toBe('ready')
    await machine.close()
  })

  it('is unavailable when the folder of the virtual one cannot be used', () => {
    writeFileSync(join(folder, 'file'), '')
    const virtual = create({ type: 'virtual' }, { folder: join(folder, 'file') })
    expect(virtual.state()).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('cannot write') })
  })
})
