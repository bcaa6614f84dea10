import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** What sits at a printer's address and behaves badly. */
export interface AwkwardPeer {
  readonly port: number
  /** Everything that arrived, of all connections. */
  received(): Buffer
  /** The connections that stand. */
  sockets(): readonly Socket[]
  close(): Promise<void>
}

/** Takes connections and does with each what the test says. */
export async function openAwkwardPeer(onConnection: (socket: Socket) => void, port = 0): Promise<AwkwardPeer> {
  const sockets = new Set<Socket>()
  const received: Buffer[] = []
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    onConnection(socket)
    socket.on('data', (bytes) => received.push(bytes))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(received),
    sockets: () => [...sockets],
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

/** An address where a connection is neither taken nor refused: somebody listens and is busy for ever. */
export async function openBlackHole(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const worker = new Worker(BLACK_HOLE, { eval: true })
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  return { port, close: async () => void (await worker.terminate()) }
}

const BLACK_HOLE = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    setImmediate(() => { for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100) })
  })
`
