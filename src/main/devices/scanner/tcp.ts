import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Timers } from '../timers.ts'
import { formatNetworkAddress, parseNetworkAddress } from './network-address.ts'
import type { NetworkAddress } from './network-address.ts'
import type { Scanner } from './scanner.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings } from './signals.ts'
import { createStreamReader } from './stream-reader.ts'
import type { StreamFraming, StreamReader } from './stream-reader.ts'

export interface TcpScannerSettings extends ScannerSettings {
  /** `host:port`; port 0 takes a free one, which the state then tells. */
  readonly listen: string
  readonly framing?: StreamFraming | undefined
  /** Absent for {@link KEEP_ALIVE_MS}. */
  readonly keepAliveMs?: number | undefined
  readonly timers: Timers
}

/**
 * The time after which a silent connection is probed: a scanner that lost its power says no goodbye. Node probes ten times,
 * a second apart, before the connection is given up.
 */
export const KEEP_ALIVE_MS = 15_000

const LISTEN_AGAIN_MS = 3000
const MAX_CLIENTS = 64

/**
 * Scanners, or gateways of several, that connect to the station and send scans. What each sends is read apart.
 *
 * The station answers nothing. Where it cannot listen, it says why and tries again until it is closed.
 */
export function createTcpScanner(settings: TcpScannerSettings): Scanner {
  const { listen, timers } = settings
  const signals = createScannerSignals('tcp', settings, { kind: 'starting' })
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let stopWaiting = (): void => {}

  const address = parseNetworkAddress(listen)
  if (address) listenOn(address)
  else {
    signals.state({
      kind: 'failed',
      message: `Scanner "${settings.id}" cannot listen on "${listen}": write host:port, such as 127.0.0.1:4001 or [::1]:4001.`
    })
  }

  function listenOn(wanted: NetworkAddress): void {
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
    const shown = formatNetworkAddress({ host: address?.host ?? bound.address, port })
    signals.state({ kind: 'listening', address: shown, port, clients: sockets.size })
  }

  function serve(socket: Socket): void {
    const reader = createStreamReader(settings.framing ?? {}, settings, signals.of(senderOf(socket)))
    sockets.add(socket)
    socket.setKeepAlive(true, settings.keepAliveMs ?? KEEP_ALIVE_MS)
    tellListening()
    readSocket(socket, reader)
    socket.on('close', () => {
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

/** Hands what comes on until the connection is closed, by whomever. */
export function readSocket(socket: Socket, reader: StreamReader): void {
  socket.on('data', (chunk) => reader.push(chunk))
  socket.on('end', () => reader.ended())
  // A broken connection is always followed by 'close'; without a listener the error would end the process.
  socket.on('error', () => {})
  socket.on('close', () => reader.lost())
}

function describeListenFailure(id: string, wanted: NetworkAddress, error: NodeJS.ErrnoException): string {
  const place = formatNetworkAddress(wanted)
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

/** The other end, which is all that is known of what sends. */
function senderOf({ remoteAddress, remotePort }: Socket): string {
  return formatNetworkAddress({ host: remoteAddress ?? '', port: remotePort ?? 0 })
}
