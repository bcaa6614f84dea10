import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StationError } from '../../src/core/errors.ts'
import type { PrinterConnection, PrinterTransport } from '../../src/main/devices/printer/transport.ts'
import type { VirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'

/** What a way to a printer can do, besides taking bytes. */
export interface TransportAbilities {
  /** Whether the printer is heard, and holds a write back for which it has no room. */
  readonly answers: boolean
}

/** A transport and the hand on the printer at its other end, made anew for each test. */
export interface PrinterTransportRig {
  readonly transport: PrinterTransport
  readonly printer: VirtualPrinter
  /** Breaks off every connection from the other side. It can be connected to again, after `setThere(true)` at the latest. */
  breakOff(): void | Promise<void>
  /** Lets the printer be there no more, or again. */
  setThere(there: boolean): Promise<void>
  close(): Promise<void>
}

/** What every way to a printer owes, whatever it is made of. */
export function describePrinterTransport(
  name: string,
  openRig: () => Promise<PrinterTransportRig>,
  { answers }: TransportAbilities = { answers: true }
): void {
  describe(`printer transport: ${name}`, () => {
    let rig: PrinterTransportRig
    const open: PrinterConnection[] = []

    beforeEach(async () => {
      rig = await openRig()
    })
    afterEach(async () => {
      await Promise.all(open.splice(0).map((connection) => connection.close()))
      await rig.close()
    })

    function itWhereItAnswers(behaviour: string, test: () => Promise<void>): void {
      if (answers) it(behaviour, test)
    }

    async function connect(): Promise<PrinterConnection> {
      const connection = await rig.transport.connect()
      open.push(connection)
      return connection
    }

    it('carries bytes to the printer whole and in order', async () => {
      const connection = await connect()
      await Promise.all([write(connection, '^XA^F'), write(connection, 'Da^FS^XZ^XA'), write(connection, '^FDb^FS^XZ')])
      await expect.poll(() => rig.printer.totalLabelCount()).toBe(2)
    })

    it('carries more than fits into any buffer on the way', async () => {
      const connection = await connect()
      await write(connection, `^XA^FD${'x'.repeat(3_000_000)}^FS^XZ`)
      await expect.poll(() => rig.printer.totalLabelCount()).toBe(1)
    })

    itWhereItAnswers('brings back what the printer answers', async () => {
      const connection = await connect()
      const heard = listen(connection)
      await write(connection, '~HI~HS')
      await expect.poll(() => heard.text).toMatch(/^\x02VIRTUAL[^\x03]*\x03\r\n(?:\x02[^\x03]*\x03\r\n){3}$/)
    })

    itWhereItAnswers('keeps what comes before anybody listens', async () => {
      const connection = await connect()
      await write(connection, '~HI')
      await write(connection, '\r\n! U1 getvar "odometer.total_label_count"\r\n')
      await eventLoopTurns()
      const heard = listen(connection)
      await expect.poll(() => heard.text).toMatch(/^\x02VIRTUAL.*"0"$/s)
    })

    itWhereItAnswers('stops telling who stopped listening', async () => {
      const connection = await connect()
      let heardByFirst = ''
      const stop = connection.onData((bytes) => (heardByFirst += Buffer.from(bytes).toString('latin1')))
      stop()
      const heard = listen(connection)
      await write(connection, '~HI')
      await expect.poll(() => heard.text).toContain('VIRTUAL')
      expect(heardByFirst).toBe('')
    })

    it('tells once that it was lost, and then refuses to write', async () => {
      const connection = await connect()
      const heard = listen(connection)
      await write(connection, '~HI')
      if (answers) await expect.poll(() => heard.text).toContain('VIRTUAL')
      await rig.breakOff()
      await expect.poll(() => heard.lost.map(({ code }) => code)).toEqual(['printer-unreachable'])
      await expect(write(connection, '~HI')).rejects.toMatchObject({ code: 'printer-unreachable' })
      await eventLoopTurns()
      expect(heard.lost).toHaveLength(1)
    })

    it('tells a listener that comes after the loss', async () => {
      const connection = await connect()
      const first = listen(connection)
      await rig.breakOff()
      await expect.poll(() => first.lost).toHaveLength(1)
      expect(listen(connection).lost).toEqual(first.lost)
    })

    it('does not call a close a loss, and says nothing after it', async () => {
      const connection = await connect()
      const heard = listen(connection)
      const writing = write(connection, '~HI')
      await connection.close()
      const heardAtClose = heard.text
      await writing.catch(() => {})
      await rig.breakOff()
      await eventLoopTurns()
      expect(heard.lost).toEqual([])
      expect(heard.text).toBe(heardAtClose)
      await expect(write(connection, '~HI')).rejects.toMatchObject({ code: 'printer-closed' })
      await connection.close()
    })

    itWhereItAnswers('rejects a write that the printer does not take when it is closed', async () => {
      rig.printer.setCondition('paper-out', true)
      const connection = await connect()
      const label = Buffer.from(`^XA^FD${'x'.repeat(600_000)}^FS^XZ`)
      const writes = Array.from({ length: 60 }, () => connection.write(label))
      const settled = Promise.allSettled(writes)
      await writes[0]
      await connection.close()
      const outcomes = await settled
      expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'printer-closed' } })
    })

    it('says where the printer is that cannot be reached, and what to do', async () => {
      await rig.setThere(false)
      const failure = await rig.transport.connect().then(
        () => undefined,
        (error: StationError) => error
      )
      expect(failure).toMatchObject({ name: 'StationError', code: 'printer-unreachable' })
      expect(failure?.message).toContain(rig.transport.description)
      expect(failure?.message).toMatch(answers ? /[Ss]witch (?:it|the printer) on/ : /[Mm]ake it again/)
    })

    it('connects again after a failure and after a loss', async () => {
      await rig.setThere(false)
      await expect(rig.transport.connect()).rejects.toMatchObject({ code: 'printer-unreachable' })
      await rig.setThere(true)
      const first = listen(await connect())
      await rig.breakOff()
      await expect.poll(() => first.lost).toHaveLength(1)
      await rig.setThere(true)
      const connection = await connect()
      await write(connection, '^XA^FDafter all^FS^XZ')
      await expect.poll(() => rig.printer.totalLabelCount()).toBe(1)
    })

    it('gives up connecting when it is told to', async () => {
      await expect(rig.transport.connect(AbortSignal.abort())).rejects.toMatchObject({ code: 'printer-closed' })
    })
  })
}

/** Time for what must not happen to happen: enough for bytes to go round on this machine. */
async function eventLoopTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function write(connection: PrinterConnection, text: string): Promise<void> {
  return connection.write(Buffer.from(text, 'latin1'))
}

function listen(connection: PrinterConnection): { text: string; readonly lost: StationError[] } {
  const heard = { text: '', lost: [] as StationError[] }
  connection.onData((bytes) => (heard.text += Buffer.from(bytes).toString('latin1')))
  connection.onLost((reason) => heard.lost.push(reason))
  return heard
}
