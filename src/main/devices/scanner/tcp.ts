import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Timers } from '../timers.ts'
import type { LineEnd } from './calibration/findings.ts'
import { createLineReader } from './line-reader.ts'
import { formatListenAddress, parseListenAddress } from './listen-address.ts'
import type { ListenAddress } from './listen-address.ts'
import type { Scanner } from './scanner.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings } from './signals.ts'

export interface TcpScannerSettings extends ScannerSettings {
  /** `host:port`; port 0 takes a free one, which the state then tells. */
  readonly listen: string
  readonly timers: Timers
}

/** A line that was begun and not ended is given up after this time, so that it cannot run into the next scan. */
export const UNFINISHED_LINE_MS = 2000

/** What comes within this time after a line was given up may be its late rest. */
export const REST_OF_LINE_MS = 5000

/** The time after which a silent connection is probed: a scanner that lost its power says no goodbye. */
const KEEP_ALIVE_MS = 15_000

const LISTEN_AGAIN_MS = 3000
const MAX_CLIENTS = 64

/**
 * A scanner, or a gateway of several, that connects to the station and sends one scan per line.
 *
 * The station answers nothing. Where it cannot listen, it says why and tries again until it is closed.
 */
export function createTcpScanner(settings: TcpScannerSettings): Scanner {
  const { listen, timers } = settings
  const signals = createScannerSignals('tcp', settings, { kind: 'starting' })
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let stopWaiting = (): void => {}

  const address = parseListenAddress(listen)
  if (address) listenOn(address)
  else {
    signals.state({
      kind: 'failed',
      message: `Scanner "${settings.id}" cannot listen on "${listen}": write host:port, such as 127.0.0.1:4001 or [::1]:4001.`
    })
  }

  function listenOn(wanted: ListenAddress): void {
    const opened = createServer((socket) => serve(socket))
    opened.maxConnections = MAX_CLIENTS
    server = opened
    opened.on('error', (error) => {
      if (opened.listening) opened.close()
      if (server !== opened) return
      signals.state({ kind: 'failed', message: describeListenFailure(settings.id, wanted, error) })
      stopWaiting = timers.after(LISTEN_AGAIN_MS, () => listenOn(wanted))
    })
    opened.listen({ host: wanted.host, port: wanted.port, exclusive: true }, () => {
      if (server === opened) tellListening()
      else opened.close()
    })
  }

  function tellListening(): void {
    const bound = server?.address() as AddressInfo | null | undefined
    if (!bound) return
    const { port } = bound
    const shown = formatListenAddress({ host: address?.host ?? bound.address, port })
    signals.state({ kind: 'listening', address: shown, port, clients: sockets.size })
  }

  function serve(socket: Socket): void {
    const lines = createLineReader()
    let stopAwaitingEnd = (): void => {}
    let stopDoubting = (): void => {}
    sockets.add(socket)
    socket.setKeepAlive(true, KEEP_ALIVE_MS)
    tellListening()

    function giveUpUnfinished(): void {
      const begun = lines.abandon()
      if (!begun) return
      signals.fault('incomplete', begun)
      stopDoubting()
      stopDoubting = timers.after(REST_OF_LINE_MS, () => lines.forgetAbandoned())
    }

    socket.on('data', (chunk) => {
      stopAwaitingEnd()
      for (const outcome of lines.push(chunk)) {
        if (outcome.kind === 'line') signals.scan(outcome.bytes, { lineEnd: lineEndIn(chunk) })
        else signals.fault(outcome.kind, outcome.bytes)
      }
      stopAwaitingEnd = timers.after(UNFINISHED_LINE_MS, giveUpUnfinished)
    })
    // A broken connection is always followed by 'close'; without a listener the error would end the process.
    socket.on('error', () => {})
    socket.on('close', () => {
      stopAwaitingEnd()
      giveUpUnfinished()
      stopDoubting()
      sockets.delete(socket)
      tellListening()
    })
  }

  return {
    ...signals.port,
    async close() {
      signals.closed()
      stopWaiting()
      for (const socket of sockets) socket.destroy()
      const closing = server
      server = undefined
      if (closing?.listening) await new Promise((resolve) => closing.close(resolve))
    }
  }
}

/** What the lines of a chunk end in. Of a CR at its very end it is not known whether an LF follows. */
function lineEndIn(chunk: Uint8Array): LineEnd {
  const text = Buffer.from(chunk).toString('latin1')
  if (text.includes('\r\n')) return 'cr-lf'
  return text.includes('\r') ? 'cr' : 'lf'
}

function describeListenFailure(id: string, wanted: ListenAddress, error: NodeJS.ErrnoException): string {
  const place = formatListenAddress(wanted)
  switch (error.code) {
    case 'EADDRINUSE':
      return (
        `Scanner "${id}" cannot listen on ${place}: another program uses port ${wanted.port} already. ` +
        `End that program or give the scanner another port in Settings; the station tries again every few seconds.`
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return (
        `Scanner "${id}" cannot listen on ${place}: this computer has no address ${wanted.host}. ` +
        `Set one of its own addresses in Settings, or 0.0.0.0 for all of them.`
      )
    case 'EACCES':
      return (
        `Scanner "${id}" cannot listen on ${place}: ports below 1024 are kept for administrators. ` +
        `Set a port from 1024 to 65535 in Settings.`
      )
    default:
      return `Scanner "${id}" cannot listen on ${place}: ${error.message}. Check the address in Settings.`
  }
}
