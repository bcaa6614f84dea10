import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { parseHand } from '../../../../../src/main/devices/printer/virtual/hand.ts'
import { listenVirtualPrinter, type ListeningSettings } from '../../../../../src/main/devices/printer/virtual/listen.ts'

const HOST = '127.0.0.1'

async function listen(settings: Partial<ListeningSettings> = {}) {
  const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const
  const listening = await listenVirtualPrinter({ host: HOST, port: 0, media, ...settings })
  onTestFinished(() => listening.close())
  return {
    ...listening,
    hand: (words: string) => {
      const hand = parseHand(words)
      if (!hand) throw new Error(`Nobody can ${words}`)
      listening.printer.obey(hand)
    }
  }
}

/** A client, and how its connection ended. */
async function join(port: number) {
  const socket: Socket = connect(port, HOST)
  onTestFinished(() => void socket.destroy())
  const ends: string[] = []
  let heard = ''
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
  socket.on('error', (error) => ends.push('code' in error ? String(error.code) : error.message))
  socket.on('end', () => ends.push('hung up'))
  await once(socket, 'connect')
  return { socket, ends, heard: () => heard }
}

async function isRefused(port: number): Promise<boolean> {
  const socket = connect(port, HOST)
  return await new Promise((resolve) => {
    socket.once('connect', () => resolve(false))
    socket.once('error', () => resolve(true))
  }).then((refused) => {
    socket.destroy()
    return refused === true
  })
}

describe('a virtual printer on the network', () => {
  it('breaks connections off and refuses new ones while it is off', async () => {
    const { port, hand } = await listen()
    const client = await join(port)
    hand('power off')
    await vi.waitFor(() => expect(client.ends).toEqual(['ECONNRESET']))
    expect(await isRefused(port)).toBe(true)
    hand('power on')
    await vi.waitFor(async () => expect(await isRefused(port)).toBe(false))
  })

  it('tells nobody when its power fails; they find out when it has come back', async () => {
    const { port, hand } = await listen()
    const client = await join(port)
    hand('power fail')
    client.socket.write('~HI')
    expect(await isRefused(port)).toBe(true)
    expect({ ends: client.ends, heard: client.heard() }).toEqual({ ends: [], heard: '' })
    hand('power on')
    await vi.waitFor(() => expect(client.ends).toEqual(['ECONNRESET']))
  })

  it('hangs up on a client that is silent for too long', async () => {
    const { port } = await listen({ idleTimeoutMs: 30 })
    const client = await join(port)
    await vi.waitFor(() => expect(client.ends).toEqual(['hung up']))
  })

  it('reads no further than its buffer is large, until it has printed', async () => {
    const { port, hand, printer } = await listen({ bufferBytes: 10_000 })
    const client = await join(port)
    hand('paper out')
    const format = `^XA^FD${'x'.repeat(2_900)}^FS^XZ`
    let isTaken = false
    client.socket.write(format.repeat(5_000), () => (isTaken = true))
    await vi.waitFor(() => expect(printer.report().formatsWaiting).toBe(4))
    // Somebody else comes and goes meanwhile, so that there was time to read on.
    for (let visit = 0; visit < 20; visit += 1) await isRefused(port)
    expect({ isTaken, formatsWaiting: printer.report().formatsWaiting }).toEqual({ isTaken: false, formatsWaiting: 4 })
    hand('paper')
    await vi.waitFor(() => expect(printer.totalLabelCount()).toBe(5_000), 10_000)
  })
})
