import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { StationError } from '../../../../src/core/errors.ts'
import { createTcpTransport } from '../../../../src/main/devices/printer/tcp.ts'
import { openAwkwardPeer, openBlackHole, type AwkwardPeer } from '../../../fakes/awkward-peer.ts'

const HOST = '127.0.0.1'

describe('tcp transport', () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })

  async function peer(onConnection: (socket: Socket) => void = () => {}): Promise<AwkwardPeer> {
    const opened = await openAwkwardPeer(onConnection)
    closers.push(() => opened.close())
    return opened
  }

  async function blackHole(): Promise<number> {
    const hole = await openBlackHole()
    closers.push(() => hole.close())
    // The kernel takes the first connections by itself; after these it lets callers wait.
    const fillers = Array.from({ length: 4 }, () => connect({ host: HOST, port: hole.port }).on('error', () => {}))
    closers.push(() => Promise.resolve(fillers.forEach((filler) => filler.destroy())))
    await expect.poll(() => fillers.filter((filler) => !filler.connecting).length).toBeGreaterThan(0)
    return hole.port
  }

  it('gives up on a printer that does not take the connection in time', async () => {
    const transport = createTcpTransport({ host: HOST, port: await blackHole() }, { connectTimeoutMs: 50 })
    await expect(transport.connect()).rejects.toMatchObject({
      code: 'printer-unreachable',
      message: expect.stringMatching(/did not accept a connection within 0.05 s/)
    })
  })

  it('stops connecting when it is told to', async () => {
    const transport = createTcpTransport({ host: HOST, port: await blackHole() }, { connectTimeoutMs: 20_000 })
    const abort = new AbortController()
    const connecting = transport.connect(abort.signal)
    abort.abort()
    await expect(connecting).rejects.toMatchObject({ code: 'printer-closed' })
  })

  it('says what is wrong with an address that has no name or takes no labels', async () => {
    const nameless = createTcpTransport({ host: 'no-such-printer.invalid', port: 9100 })
    await expect(nameless.connect()).rejects.toMatchObject({
      code: 'printer-unreachable',
      message: expect.stringContaining('no-such-printer.invalid:9100')
    })
    const { port } = await peer()
    for (const close of closers.splice(0)) await close()
    await expect(createTcpTransport({ host: HOST, port }).connect()).rejects.toMatchObject({
      code: 'printer-unreachable',
      message: expect.stringContaining('was refused')
    })
  })

  it('waits with a write until a slow printer has taken it', async () => {
    const opened = await peer((socket) => socket.pause())
    const connection = await createTcpTransport({ host: HOST, port: opened.port }).connect()
    closers.push(() => connection.close())
    let taken = false
    const writing = connection.write(Buffer.alloc(32 * 1024 * 1024)).then(() => (taken = true))
    await expect.poll(() => opened.sockets().length).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(taken).toBe(false)
    for (const socket of opened.sockets()) socket.resume()
    await writing
  })

  it('rejects a write that a reset cuts in the middle, and tells of the loss', async () => {
    const opened = await peer((socket) => socket.pause())
    const connection = await createTcpTransport({ host: HOST, port: opened.port }).connect()
    closers.push(() => connection.close())
    const lost = new Promise<StationError>((resolve) => connection.onLost(resolve))
    const writing = connection.write(Buffer.alloc(32 * 1024 * 1024))
    await expect.poll(() => opened.sockets().length).toBe(1)
    for (const socket of opened.sockets()) socket.resetAndDestroy()
    await expect(writing).rejects.toMatchObject({ code: 'printer-unreachable' })
    expect((await lost).message).toContain(`${HOST}:${opened.port}`)
  })

  it('takes a printer that says goodbye for lost, after its last words', async () => {
    const { port } = await peer((socket) => socket.end('last words'))
    const connection = await createTcpTransport({ host: HOST, port }).connect()
    closers.push(() => connection.close())
    const heard: string[] = []
    connection.onData((bytes) => heard.push(Buffer.from(bytes).toString('latin1')))
    await new Promise<StationError>((resolve) =>
      connection.onLost((reason) => {
        heard.push('lost')
        resolve(reason)
      })
    )
    expect(heard.at(-1)).toBe('lost')
    expect(heard.slice(0, -1).join('')).toBe('last words')
  })

  it('leaves a printer that hung up, although that printer still has bytes to take', async () => {
    const opened = await openAwkwardPeer((socket) => {
      socket.allowHalfOpen = true
      socket.pause()
      socket.end()
    })
    closers.push(() => opened.close())
    const connection = await createTcpTransport({ host: HOST, port: opened.port }).connect()
    closers.push(() => connection.close())
    const writing = connection.write(Buffer.alloc(32 * 1024 * 1024))
    await expect(writing).rejects.toMatchObject({ code: 'printer-unreachable' })
    for (const socket of opened.sockets()) socket.resume()
    await expect.poll(() => opened.sockets()).toEqual([])
  })

  it('does not wait for ever for a printer that does not close its side', async () => {
    const opened = await openAwkwardPeer((socket) => (socket.allowHalfOpen = true))
    closers.push(() => opened.close())
    const connection = await createTcpTransport({ host: HOST, port: opened.port }, { closeTimeoutMs: 20 }).connect()
    await connection.close()
  })
})
