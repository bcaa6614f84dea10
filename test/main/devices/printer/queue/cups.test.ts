import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Confirmation } from '../../../../../src/core/printing/evidence.ts'
import { createQueuePrinter } from '../../../../../src/main/devices/printer/queue/queue-printer.ts'
import { createQueueTransport } from '../../../../../src/main/devices/printer/queue/queue-transport.ts'
import { describePrinterState } from '../../../../../src/main/devices/printer/printer-state.ts'
import type { Printer } from '../../../../../src/main/devices/printer/printer.ts'
import { listenVirtualPrinter, type ListeningPrinter } from '../../../../../src/main/devices/printer/virtual/listen.ts'
import { systemTimers } from '../../../../../src/main/devices/timers.ts'
import { startCups } from '../../../../helpers/cups.ts'

const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const LABEL = Buffer.from('^XA^FDU0001^FS^XZ')
const POLL = { timeout: 10_000 }

const cups = await startCups()

describe('a raw queue of CUPS', () => {
  if (!cups.ok) {
    it.skip(cups.reason)
    return
  }
  let listening: ListeningPrinter
  let printer: Printer

  beforeEach(async () => {
    listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: MEDIA })
    await cups.addQueue('zebra', `socket://127.0.0.1:${listening.port}`)
    printer = createQueuePrinter({
      id: 'queue',
      transport: createQueueTransport('zebra', cups.spooler, { watchMs: 50 }),
      clock: { now: () => Date.now() },
      timers: systemTimers
    })
    await expect.poll(() => printer.state().kind, POLL).toBe('ready')
  })
  afterEach(async () => {
    await printer.close()
    await cups.removeQueue('zebra')
    await listening.close().catch(() => {})
  })
  afterAll(() => cups.close())

  /** Resolves when the queue has it. */
  async function send(): Promise<{ readonly settled: Promise<Confirmation> }> {
    await expect.poll(() => printer.state().kind, POLL).toBe('ready')
    expect(await printer.prepare()).toMatchObject({ ready: true })
    const [sent] = await printer.send([LABEL])
    if (!sent) throw new Error('nothing was sent')
    return { settled: sent.confirmation }
  }
  const troubleIs = (trouble: string) =>
    expect.poll(() => printer.state(), POLL).toMatchObject({ kind: 'queue-trouble', trouble })
  const words = (): string => describePrinterState(printer.state())

  it('takes labels as they are and hands them on, which proves no more than that', async () => {
    for (let labels = 1; labels <= 3; labels += 1) {
      expect(await (await send()).settled).toMatchObject({
        kind: 'handed-over',
        evidence: { rank: 'spooled', after: null }
      })
      await expect.poll(() => listening.printer.totalLabelCount()).toBe(labels)
    }
  })

  it('that is stopped is sent nothing and says so, and goes on when it is started', async () => {
    await cups.stopQueue('zebra')
    await troubleIs('stopped')
    expect(words()).toMatch(/print queue zebra is stopped.*Start it again/)
    expect(await printer.prepare()).toMatchObject({ ready: false })
    await cups.startQueue('zebra')
    await expect.poll(() => printer.state().kind, POLL).toBe('ready')
    expect(await (await send()).settled).toMatchObject({ kind: 'handed-over' })
  })

  it('that takes no jobs is told from one that is stopped', async () => {
    await cups.refuseJobs('zebra')
    await troubleIs('refusing')
    expect(words()).toMatch(/takes no jobs/)
  })

  it('that does not reach its printer says so, and hands on what waits in it when it does', async () => {
    const { port } = listening
    await listening.close()
    const confirmation = await send()
    await troubleIs('printer-unreachable')
    expect(words()).toMatch(/does not reach its printer.*Switch the printer on/)
    listening = await listenVirtualPrinter({ host: '127.0.0.1', port, media: MEDIA })
    expect(await confirmation.settled).toMatchObject({
      kind: 'handed-over',
      evidence: { faults: ['queue-printer-unreachable'] }
    })
    expect(listening.printer.totalLabelCount()).toBe(1)
  })

  it('lets a job be taken out: before it began its label did not come out, later nobody knows', async () => {
    await listening.close()
    const begun = await send()
    await troubleIs('printer-unreachable')
    await cups.cancelJob('zebra', Math.max(...(await cups.jobs('zebra'))))
    expect(await begun.settled).toMatchObject({ kind: 'unknown', cause: 'job-broken-off' })

    expect(await printer.prepare()).toMatchObject({ ready: true })
    await cups.stopQueue('zebra')
    const [waiting] = await printer.send([LABEL])
    await troubleIs('stopped')
    await cups.cancelJob('zebra', Math.max(...(await cups.jobs('zebra'))))
    expect(await waiting?.confirmation).toMatchObject({ kind: 'not-printed' })
  })

  it('that is deleted says so, and its label under way is unknown', async () => {
    await listening.close()
    const confirmation = await send()
    await troubleIs('printer-unreachable')
    await cups.removeQueue('zebra')
    await troubleIs('deleted')
    expect(words()).toMatch(/no print queue zebra on this computer.*Make it again/)
    await cups.addQueue('zebra', 'socket://127.0.0.1:9')
    expect(await confirmation.settled).toMatchObject({ kind: 'unknown', cause: 'job-broken-off' })
  })
})
