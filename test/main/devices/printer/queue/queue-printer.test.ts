import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Confirmation } from '../../../../../src/core/printing/evidence.ts'
import type { Printer } from '../../../../../src/main/devices/printer/printer.ts'
import { createQueuePrinter } from '../../../../../src/main/devices/printer/queue/queue-printer.ts'
import { createQueueTransport } from '../../../../../src/main/devices/printer/queue/queue-transport.ts'
import {
  openVirtualPrinter,
  type VirtualPrinter
} from '../../../../../src/main/devices/printer/virtual/virtual-printer.ts'
import { systemTimers } from '../../../../../src/main/devices/timers.ts'
import { createFakeSpooler, type FakeSpooler } from '../../../../fakes/fake-spooler.ts'

const LABEL = Buffer.from('^XA^FDU0001^FS^XZ')

describe('a printer behind a print queue', () => {
  let machine: VirtualPrinter
  let spooler: FakeSpooler
  let printer: Printer

  beforeEach(() => {
    machine = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 } })
    spooler = createFakeSpooler('zebra', machine)
    printer = createQueuePrinter({
      id: 'queue',
      transport: createQueueTransport('zebra', spooler, { watchMs: 5 }),
      clock: { now: () => Date.now() },
      timers: systemTimers,
      settings: { reconnectDelaysMs: [1], pollDelaysMs: [1], refusedDelaysMs: [60, 200] }
    })
  })
  afterEach(async () => {
    await printer.close()
    await machine.close()
  })

  const isReady = () => expect.poll(() => printer.state().kind).toBe('ready')
  const troubleIs = (trouble: string) =>
    expect.poll(() => printer.state()).toMatchObject({ kind: 'queue-trouble', trouble })

  async function send(): Promise<{ readonly confirmation: Promise<Confirmation> }> {
    await isReady()
    expect(await printer.prepare()).toMatchObject({ ready: true, before: { labels: null, printer: null }, room: 1 })
    const [sent] = await printer.send([LABEL])
    if (!sent) throw new Error('nothing was sent')
    return { confirmation: sent.confirmation }
  }

  it('has handed a label over when the queue is done with it, and never calls it printed', async () => {
    const { confirmation } = await send()
    expect(await confirmation).toMatchObject({ kind: 'handed-over', evidence: { rank: 'spooled', before: null } })
    expect(machine.totalLabelCount()).toBe(1)
  })

  it('is sent one label at a time: the rest waits in the station', async () => {
    await isReady()
    spooler.setTrouble('printer-unreachable')
    await troubleIs('printer-unreachable')
    spooler.setTrouble(undefined)
    await isReady()
    await printer.prepare()
    spooler.setTrouble('printer-unreachable')
    const [sent] = await printer.send([LABEL])
    expect(await printer.prepare()).toMatchObject({ ready: false })
    await troubleIs('printer-unreachable')
    spooler.setTrouble(undefined)
    expect(await sent?.confirmation).toMatchObject({
      kind: 'handed-over',
      evidence: { faults: ['queue-printer-unreachable'] }
    })
    expect(spooler.jobs()).toBe(1)
  })

  it.each(['stopped', 'refusing', 'printer-unreachable', 'printer-fault', 'deleted', 'no-spooler'] as const)(
    'is sent nothing while the queue is in trouble (%s), and goes on by itself after it',
    async (trouble) => {
      await isReady()
      spooler.setTrouble(trouble)
      await troubleIs(trouble)
      expect(await printer.prepare()).toMatchObject({ ready: false, state: { trouble } })
      spooler.setTrouble(undefined)
      expect(await (await send()).confirmation).toMatchObject({ kind: 'handed-over' })
    }
  )

  it('is asked again right before a label, and vouches that a queue that refused has nothing of it', async () => {
    await isReady()
    await printer.prepare()
    spooler.setTrouble('refusing')
    await expect(printer.send([LABEL])).rejects.toMatchObject({ details: { handedOver: false } })
    expect(machine.totalLabelCount()).toBe(0)
  })

  it('says why a queue that looks ready took nothing, gives it nothing for a while that grows, and goes on by itself', async () => {
    await isReady()
    spooler.refuseJobs('Client not authorized.')
    for (const waitMs of [60, 200]) {
      await printer.prepare()
      await expect(printer.send([LABEL])).rejects.toMatchObject({ details: { handedOver: false } })
      expect(printer.state()).toMatchObject({
        kind: 'queue-trouble',
        trouble: 'refusing',
        reason: 'Client not authorized.'
      })
      const from = Date.now()
      expect(await printer.prepare()).toMatchObject({ ready: false })
      await isReady()
      expect(Date.now() - from).toBeGreaterThanOrEqual(waitMs - 15)
    }
    spooler.refuseJobs(undefined)
    expect(await (await send()).confirmation).toMatchObject({ kind: 'handed-over' })
  })

  it('leaves a label unknown whose job was taken and not answered for', async () => {
    spooler.breakNextAnswer()
    expect(await (await send()).confirmation).toMatchObject({ kind: 'unknown', cause: 'connection-lost' })
  })

  it('has not printed a label whose job was taken out before it began, and does not know of one broken off', async () => {
    spooler.endJobs('never-begun')
    expect(await (await send()).confirmation).toMatchObject({
      kind: 'not-printed',
      reason: expect.stringContaining('taken out of the print queue')
    })
    for (const look of ['broken-off', 'forgotten'] as const) {
      spooler.endJobs(look)
      expect(await (await send()).confirmation).toMatchObject({ kind: 'unknown', cause: 'job-broken-off' })
    }
  })

  it('waits for a spooler that went away and comes back with its jobs', async () => {
    await isReady()
    await printer.prepare()
    spooler.setTrouble('printer-unreachable')
    const [sent] = await printer.send([LABEL])
    spooler.setTrouble('no-spooler')
    await troubleIs('no-spooler')
    spooler.setTrouble(undefined)
    expect(await sent?.confirmation).toMatchObject({ kind: 'handed-over' })
  })

  it('leaves a label unknown that is in the queue when it is closed', async () => {
    await isReady()
    await printer.prepare()
    spooler.setTrouble('printer-unreachable')
    const [sent] = await printer.send([LABEL])
    await printer.close()
    expect(await sent?.confirmation).toMatchObject({ kind: 'unknown', cause: 'closed' })
  })
})
