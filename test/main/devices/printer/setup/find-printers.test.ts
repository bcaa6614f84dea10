import { afterEach, describe, expect, it } from 'vitest'
import { findNetworkPrinters, findUsbPrinters } from '../../../../../src/main/devices/printer/setup/find-printers.ts'
import { listenVirtualPrinter } from '../../../../../src/main/devices/printer/virtual/listen.ts'
import { openVirtualPrinter } from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { systemTimers } from '../../../../../src/main/devices/timers.ts'
import { openAwkwardPeer } from '../../../../fakes/awkward-peer.ts'
import { createFakeUsb } from '../../../../fakes/fake-usb.ts'

const HOST = '127.0.0.1'
const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const SETTINGS = { timers: systemTimers, answerTimeoutMs: 100 }

describe('looking for printers', () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0)) await close()
  })

  it('names those on the network that answer, and what else takes a connection, in the order asked', async () => {
    const printer = await listenVirtualPrinter({ host: HOST, port: 0, media: MEDIA })
    const silent = await openAwkwardPeer(() => {})
    const gone = await openAwkwardPeer(() => {})
    await gone.close()
    closers.push(
      () => printer.close(),
      () => silent.close()
    )
    const addresses = [gone.port, silent.port, printer.port].map((port) => ({ host: HOST, port }))
    expect(await findNetworkPrinters(addresses, SETTINGS)).toMatchObject([
      { transport: { port: silent.port }, asked: undefined, problem: expect.stringContaining('did not say') },
      {
        transport: { type: 'tcp', host: HOST, port: printer.port },
        name: 'VIRTUAL-203dpi',
        asked: { identity: { dotsPerMm: 8 }, facts: { labelLengthDots: 200, labelCount: 0 } },
        problem: undefined
      }
    ])
    expect(printer.printer.totalLabelCount()).toBe(0)
    expect(silent.received().toString()).not.toMatch(/\^XA/)
  })

  it('asks printers on USB, but not one that is in use', async () => {
    const machine = openVirtualPrinter({ media: MEDIA })
    closers.push(() => machine.close())
    const usb = createFakeUsb(machine, 'D4J0001')
    expect(await findUsbPrinters(usb, [], SETTINGS)).toMatchObject([
      { transport: { type: 'usb', serial: 'D4J0001' }, asked: { facts: { labelCount: 0 } } }
    ])
    for (const inUse of ['D4J0001', 'd4j0001']) {
      expect(await findUsbPrinters(usb, [inUse], SETTINGS)).toMatchObject([{ asked: undefined, problem: undefined }])
    }
    usb.refuseWith('EACCES')
    expect(await findUsbPrinters(usb, [], SETTINGS)).toMatchObject([
      { problem: expect.stringContaining('may not use') }
    ])
  })
})
