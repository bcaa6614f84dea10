import { createServer, type Socket } from 'node:net'
import { StationError } from '../../../../core/errors.ts'
import { openVirtualPrinter, type VirtualPrinter, type VirtualPrinterSettings } from './virtual-printer.ts'

export interface ListeningSettings extends VirtualPrinterSettings {
  readonly host: string
  /** 0 for one that is free. */
  readonly port: number
}

/** A virtual printer on the network: what a label printer is on port 9100. */
export interface ListeningPrinter {
  readonly port: number
  readonly printer: VirtualPrinter
  /** Breaks off every connection, as a loss of power would, and goes on listening. */
  disconnect(): void
  close(): Promise<void>
}

/** Rejects with `printer-unreachable` when the port cannot be had. */
export async function listenVirtualPrinter(settings: ListeningSettings): Promise<ListeningPrinter> {
  const { host, port } = settings
  const printer = openVirtualPrinter(settings)
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    joinSocket(socket, printer)
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    await printer.close()
    throw portTaken(`${host}:${port}`, error)
  }
  const address = server.address()
  const disconnect = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: typeof address === 'object' && address ? address.port : port,
    printer,
    disconnect,
    close: async () => {
      disconnect()
      await new Promise((resolve) => server.close(resolve))
      await printer.close()
    }
  }
}

function joinSocket(socket: Socket, printer: VirtualPrinter): void {
  const line = printer.attach((bytes) => void socket.write(bytes))
  socket.on('data', (bytes) => {
    socket.cork()
    const taking = line.send(bytes)
    socket.uncork()
    if (!taking) return
    // The window of the connection closes while the printer has no room: so the sender feels it.
    socket.pause()
    void taking.then(() => socket.resume())
  })
  socket.on('close', () => line.detach())
  socket.on('error', () => {})
}

function portTaken(address: string, error: unknown): StationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StationError(
    'printer-unreachable',
    `The virtual printer cannot listen at ${address}: ${reason}. End the program that holds the port, or choose another one.`,
    { cause: error }
  )
}
