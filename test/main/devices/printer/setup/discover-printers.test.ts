import { createSocket } from 'node:dgram'
import { describe, expect, it, onTestFinished } from 'vitest'
import { discoverPrinters } from '../../../../../src/main/devices/printer/setup/discover-printers.ts'
import {
  isDiscoveryAnswer,
  isDiscoveryQuestion
} from '../../../../../src/main/devices/printer/setup/discovery-datagram.ts'
import { findNetworkPrinters } from '../../../../../src/main/devices/printer/setup/find-printers.ts'
import { answerDiscovery } from '../../../../../src/main/devices/printer/virtual/answer-discovery.ts'
import { listenVirtualPrinter } from '../../../../../src/main/devices/printer/virtual/listen.ts'
import { systemTimers } from '../../../../../src/main/devices/timers.ts'

const HOST = '127.0.0.1'
const MEDIA = { widthMm: 51, heightMm: 25, dpi: 203 } as const

/** Somebody at the other end who answers each question with these datagrams. Returns the port. */
async function peer(...answers: readonly Uint8Array[]): Promise<number> {
  const socket = createSocket('udp4')
  onTestFinished(() => {
    socket.close()
  })
  socket.on('message', (_, { address, port }) => {
    for (const answer of answers) socket.send(answer, port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, HOST, resolve))
  return socket.address().port
}

function discover(port: number, addresses: readonly string[] = [HOST]) {
  return discoverPrinters({ addresses, port, timers: systemTimers, waitMs: 300 })
}

describe('asking a network for its printers', () => {
  it('finds one that answers, which then says who it is', async () => {
    const printer = await listenVirtualPrinter({ host: HOST, port: 0, media: MEDIA })
    const answering = await answerDiscovery(HOST, 0, 'VIRTUAL-203dpi')
    onTestFinished(async () => {
      await answering.close()
      await printer.close()
    })
    const [host = ''] = await discover(answering.port)
    expect(host).toBe(HOST)
    expect(
      await findNetworkPrinters([{ host, port: printer.port }], { timers: systemTimers, answerTimeoutMs: 500 })
    ).toMatchObject([{ name: 'VIRTUAL-203dpi', asked: { identity: { dotsPerMm: 8 } } }])
    expect(printer.printer.totalLabelCount()).toBe(0)
  })

  it('names whoever answers once, however often it does', async () => {
    expect(await discover(await peer(Buffer.from(':,.\x04'), Buffer.from(':,.')))).toEqual([HOST])
  })

  it('takes nothing else for an answer, and no harm by it', async () => {
    const noise = [
      new Uint8Array(),
      Buffer.from('.,:\x01\x00\x00', 'latin1'),
      Buffer.from(':,'),
      Buffer.from(' :,.'),
      Buffer.alloc(60_000, 0x3a),
      Buffer.from('^XA^XZ~JA')
    ]
    expect(await discover(await peer(...noise))).toEqual([])
  })

  it('finds nobody where nobody is', async () => {
    expect(await discover(await peer())).toEqual([])
  })

  it('leaves out what cannot be asked, and says so where nothing can', async () => {
    const answering = await answerDiscovery(HOST, 0, 'P')
    onTestFinished(() => answering.close())
    expect(await discover(answering.port, ['999.1.1.1', HOST])).toEqual([HOST])
    await expect(discover(answering.port, ['999.1.1.1'])).rejects.toMatchObject({ code: 'refused' })
    await expect(discover(answering.port, [])).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('the datagrams', () => {
  it('are told apart', () => {
    const question = Buffer.from('.,:\x01\x00\x00', 'latin1')
    expect([isDiscoveryQuestion(question), isDiscoveryAnswer(question)]).toEqual([true, false])
    expect([isDiscoveryQuestion(Buffer.from(':,.x')), isDiscoveryAnswer(Buffer.from(':,.x'))]).toEqual([false, true])
  })

  it('of a virtual printer answer the question and nothing else', async () => {
    const answering = await answerDiscovery(HOST, 0, 'P')
    const asker = createSocket('udp4')
    onTestFinished(async () => {
      asker.close()
      await answering.close()
    })
    const heard: string[] = []
    const answered = new Promise((resolve) =>
      asker.on('message', (datagram) => {
        heard.push(datagram.toString('latin1'))
        resolve(undefined)
      })
    )
    await new Promise<void>((resolve) => asker.bind(0, HOST, resolve))
    for (const datagram of ['', 'x', '.,:', '.,:\x01\x00\x00']) {
      asker.send(Buffer.from(datagram, 'latin1'), answering.port, HOST)
    }
    await answered
    expect(heard).toEqual([':,.\x03P\0'])
  })
})
