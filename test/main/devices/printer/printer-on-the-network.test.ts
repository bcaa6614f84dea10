import { mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Confirmation } from '../../../../src/core/printing/evidence.ts'
import {
  createPrinter,
  DEFAULT_PRINTER_SETTINGS,
  type Printer,
  type PrinterSettings
} from '../../../../src/main/devices/printer/printer.ts'
import { createTcpTransport } from '../../../../src/main/devices/printer/tcp.ts'
import { listenVirtualPrinter, type ListeningPrinter } from '../../../../src/main/devices/printer/virtual/listen.ts'
import { createStreamSplitter } from '../../../../src/main/devices/printer/virtual/stream-splitter.ts'
import { systemTimers, type Timers } from '../../../../src/main/devices/timers.ts'
import { openAwkwardPeer } from '../../../fakes/awkward-peer.ts'

const HOST = '127.0.0.1'
const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const
const LABEL = Buffer.from('^XA^FDU0001^FS^XZ')
const HEALTHY =
  '\x02030,0,0,0200,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'

describe('printer on the network', () => {
  const closers: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })

  function open(port: number, settings: Partial<PrinterSettings> = {}, timers = systemTimers): Printer {
    const printer = createPrinter({
      id: 'net',
      transport: createTcpTransport({ host: HOST, port }, { closeTimeoutMs: 50 }),
      clock: { now: () => Date.now() },
      timers,
      settings: { ...DEFAULT_PRINTER_SETTINGS, dotsPerMm: 8, reconnectDelaysMs: [10], ...settings }
    })
    closers.push(() => printer.close())
    return printer
  }

  async function listen(port = 0, folder?: string): Promise<ListeningPrinter> {
    const listening = await listenVirtualPrinter({ host: HOST, port, media: MEDIA, folder })
    closers.push(() => listening.close().catch(() => {}))
    return listening
  }

  async function freePort(): Promise<number> {
    const peer = await openAwkwardPeer(() => {})
    await peer.close()
    return peer.port
  }

  const stateOf = (printer: Printer) => expect.poll(() => printer.state().kind)

  async function print(printer: Printer, format: Uint8Array = LABEL): Promise<Confirmation> {
    await stateOf(printer).toBe('ready')
    const preparation = await printer.prepare()
    if (!preparation.ready) throw new Error(`The printer is ${preparation.state.kind}`)
    const [sent] = await printer.send([format])
    if (!sent) throw new Error('Nothing was sent')
    return sent.confirmation
  }

  it('prints labels, one after the other', async () => {
    const listening = await listen()
    const printer = open(listening.port)
    for (let labels = 1; labels <= 20; labels += 1) {
      expect(await print(printer)).toMatchObject({ kind: 'printed', evidence: { before: labels - 1, after: labels } })
    }
  })

  it('gets through to a printer that was left in the middle of a question', async () => {
    const listening = await listen()
    const earlier = connect(listening.port, HOST)
    earlier.end('\r\n! U1 getvar "odometer.total_la')
    await once(earlier, 'close')
    expect((await print(open(listening.port))).kind).toBe('printed')
  })

  it('is absent, then appears, and is printed on', async () => {
    const port = await freePort()
    const printer = open(port)
    await stateOf(printer).toBe('unreachable')
    expect(await printer.prepare()).toMatchObject({
      ready: false,
      state: { reason: expect.stringContaining(`${HOST}:${port}`) }
    })
    await listen(port)
    expect((await print(printer)).kind).toBe('printed')
  })

  it('keeps its odometer over a restart, so that the evidence goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'network-printer-'))
    closers.push(() => rmSync(folder, { recursive: true }))
    const first = await listen(0, folder)
    const printer = open(first.port)
    const before = await print(printer)
    await first.close()
    await stateOf(printer).toBe('unreachable')
    await listen(first.port, folder)
    expect(await print(printer)).toMatchObject({
      kind: 'printed',
      evidence: { before: 1, after: 2, printer: before.evidence.printer }
    })
  })

  it('leaves a label unknown when a reset cuts it off, and does not send it again', async () => {
    let formats = 0
    const peer = await openAwkwardPeer((socket) =>
      answer(socket, () => {
        formats += 1
        socket.resetAndDestroy()
      })
    )
    closers.push(() => peer.close())
    const printer = open(peer.port)
    await stateOf(printer).toBe('ready')
    expect(await print(printer)).toMatchObject({ kind: 'unknown', cause: 'connection-lost' })
    await stateOf(printer).toBe('ready')
    expect(formats).toBe(1)
  })

  it('is silent when it takes the connection and never says a word', async () => {
    const peer = await openAwkwardPeer(() => {})
    closers.push(() => peer.close())
    const printer = open(peer.port, { answerTimeoutMs: 30 })
    await stateOf(printer).toBe('silent')
    expect(await printer.prepare()).toMatchObject({ ready: false, state: { kind: 'silent' } })
    expect(peer.received().toString()).not.toContain('^XA')
  })

  it('has its turn when another client leaves it, and was sent no label before', async () => {
    const listening = await listen()
    const other = connect(listening.port, HOST)
    closers.push(() => void other.destroy())
    await expect.poll(() => other.connecting).toBe(false)
    other.write('~HI')
    await once(other, 'data')
    const printer = open(listening.port, { answerTimeoutMs: 300 })
    await stateOf(printer).toBe('silent')
    expect(await printer.prepare()).toMatchObject({ ready: false })
    other.destroy()
    expect(await print(printer)).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
    expect(listening.printer.totalLabelCount()).toBe(1)
  })

  it('is connected to less and less often while it turns every client away', async () => {
    const peer = await openAwkwardPeer((socket) => socket.end())
    closers.push(() => peer.close())
    const delays: number[] = []
    const timers: Timers = {
      after: (delayMs, callback) => {
        if (delayMs > 2_000) delays.push(delayMs)
        return systemTimers.after(delayMs > 2_000 ? 1 : delayMs, callback)
      }
    }
    const reconnectDelaysMs = [2_001, 2_002, 2_004]
    open(peer.port, { reconnectDelaysMs, watchMs: 1_000, recoveryMs: 1_000 }, timers)
    await expect.poll(() => delays.length).toBeGreaterThan(4)
    expect(delays.slice(0, 5)).toEqual([2_001, 2_002, 2_004, 2_004, 2_004])
  })

  it('is connected to again without a word when it hung up on an idle station', async () => {
    let connections = 0
    const peer = await openAwkwardPeer((socket) => {
      connections += 1
      answer(socket)
    })
    closers.push(() => peer.close())
    const printer = open(peer.port)
    const states: string[] = []
    printer.onState(({ kind }) => states.push(kind))
    await stateOf(printer).toBe('ready')
    for (const socket of peer.sockets()) socket.end()
    await expect.poll(() => connections).toBe(2)
    expect(await print(printer)).toMatchObject({ kind: 'printed' })
    expect(states).toEqual(['ready', 'connecting', 'ready'])
  })

  it('is freed of the half of a label that a broken connection left in it, and prints the next one whole', async () => {
    const listening = await listen()
    const other = connect(listening.port, HOST)
    closers.push(() => void other.destroy())
    other.write('~HI^XA^FDhalf of another')
    await once(other, 'data')
    other.resetAndDestroy()
    const printer = open(listening.port)
    expect(await print(printer)).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
    expect(listening.printer.totalLabelCount()).toBe(1)
  })

  it('waits for a label that it takes slowly, and prints it when it has it whole', async () => {
    const peer = await openAwkwardPeer((socket) => {
      let bytes = 0
      answer(socket)
      socket.on('data', ({ length }) => {
        bytes += length
        if (bytes < 1_000 || bytes > 200_000) return
        socket.pause()
        setTimeout(() => socket.resume(), 20)
      })
    })
    closers.push(() => peer.close())
    const printer = open(peer.port, { answerTimeoutMs: 40 })
    const states: string[] = []
    printer.onState(({ kind }) => states.push(kind))
    const confirmation = await print(printer, Buffer.from(`^XA^FD${'x'.repeat(6_000_000)}^FS^XZ`))
    expect(confirmation).toMatchObject({ kind: 'printed', evidence: { before: 0, after: 1 } })
    // A computer that is busy may let more answers wait.
    expect(states.slice(states.indexOf('ready')).slice(0, 2)).toEqual(['ready', 'silent'])
    expect(states.at(-1)).toBe('ready')
  })
})

/** Answers questions like a healthy printer that counts each format as a label. */
function answer(socket: Socket, onFormat: () => void = () => {}): void {
  let counted = 0
  const splitter = createStreamSplitter({
    format: () => {
      counted += 1
      onFormat()
    },
    immediate: (name) => void socket.write(name === 'HI' ? '\x02AWKWARD,V1,8,1KB,X\x03\r\n' : HEALTHY),
    setGetDo: (line) => void socket.write(line.includes('total_label_count') ? `"${counted}"` : '"AWKWARD1"')
  })
  socket.on('data', (bytes) => splitter.push(bytes))
}
