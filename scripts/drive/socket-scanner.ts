import { connect, type Socket } from 'node:net'
import { waitFor } from './wait-for.ts'

/** A scanner on the network: what a fixed scanner at a dock is. */
export interface SocketScanner {
  /** Sends one scan and its line end. The station answers nothing. */
  scan(text: string | Uint8Array): void
  close(): void
}

/** Connects to a `tcp` scanner of the station, as soon as the station listens. */
export async function openSocketScanner(port: number, timeoutMs?: number): Promise<SocketScanner> {
  const socket = await waitFor(`a station that listens for scans on port ${port}`, () => tryConnect(port), timeoutMs)
  socket.setNoDelay(true)
  // The station may end first, which is some tests' purpose.
  socket.on('error', () => undefined)
  return {
    scan: (text) => void socket.write(Buffer.concat([Buffer.from(text), Buffer.from('\r\n')])),
    close: () => void socket.end()
  }
}

function tryConnect(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}
