import { connect, createServer, type Server, type Socket } from 'node:net'
import { StationError } from '../../../../core/errors.ts'
import type { AlertMessage } from './alerts.ts'
import { openVirtualPrinter, type CutOff, type VirtualPrinter, type VirtualPrinterSettings } from './virtual-printer.ts'

export interface ListeningSettings extends VirtualPrinterSettings {
  readonly host: string
  /** 0 for one that is free. */
  readonly port: number
  /** What a second client meets: it waits for its turn, or is turned away. Absent, it waits. */
  readonly others?: 'wait' | 'refused' | undefined
  /** After how much silence of a client it hangs up. Absent: never. */
  readonly idleTimeoutMs?: number | undefined
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
  const { host, others = 'wait', idleTimeoutMs = 0 } = settings
  const onAlert = settings.onAlert ?? sendAlert
  const printer = openVirtualPrinter({ ...settings, onAlert })
  const sockets = new Set<Socket>()
  /** Clients that were not told that the printer is without power. */
  const orphans = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {})
    if (others === 'refused' && sockets.size > 0) {
      breakOff(socket)
      return
    }
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      orphans.delete(socket)
    })
    socket.setTimeout(idleTimeoutMs, () => socket.end())
    joinSocket(socket, printer, () => orphans.has(socket))
  })
  try {
    await listen(server, host, settings.port)
  } catch (error) {
    await printer.close()
    throw portTaken(`${host}:${settings.port}`, error)
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port

  function cutOff(how: CutOff): void {
    for (const socket of sockets) {
      if (how === 'reset') breakOff(socket)
      else {
        orphans.add(socket)
        socket.pause()
      }
    }
  }

  function setPower(on: boolean): void {
    if (!on) {
      server.close()
      return
    }
    // What is sent to a computer that has restarted meanwhile is answered with a reset.
    for (const socket of orphans) breakOff(socket)
    server.listen(port, host)
  }

  printer.onCutOff(cutOff)
  printer.onPower(setPower)
  return {
    port,
    printer,
    disconnect: () => cutOff('reset'),
    close: async () => {
      cutOff('reset')
      if (server.listening) await new Promise((resolve) => server.close(resolve))
      await printer.close()
    }
  }
}

/** A reset is refused while a goodbye is on its way (uv_tcp_close_reset), and the socket would never be let go of. */
function breakOff(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function joinSocket(socket: Socket, printer: VirtualPrinter, isOrphan: () => boolean): void {
  const line = printer.attach((bytes) => void socket.write(bytes))
  socket.on('data', (bytes) => {
    socket.cork()
    const taking = line.send(bytes)
    socket.uncork()
    if (!taking) return
    // The window of the connection closes while the printer has no room: so the sender feels it.
    socket.pause()
    void taking.then(() => (isOrphan() ? undefined : socket.resume()))
  })
  socket.on('close', () => line.detach())
}

/** One connection for each message, as printers do it. Nobody there is the printer's least concern. */
function sendAlert({ host, port, text }: AlertMessage): void {
  const socket = connect({ host, port })
  socket.on('error', () => {})
  socket.end(text)
}

function portTaken(address: string, error: unknown): StationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StationError(
    'printer-unreachable',
    `The virtual printer cannot listen at ${address}: ${reason}. End the program that holds the port, or choose another one.`,
    { cause: error }
  )
}
