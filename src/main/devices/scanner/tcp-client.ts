import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Timers } from '../timers.ts'
import { formatNetworkAddress, parseNetworkAddress } from './network-address.ts'
import type { NetworkAddress } from './network-address.ts'
import type { Scanner } from './scanner.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings } from './signals.ts'
import { createStreamReader } from './stream-reader.ts'
import type { StreamFraming } from './stream-reader.ts'
import { KEEP_ALIVE_MS, readSocket } from './tcp.ts'

export interface TcpClientScannerSettings extends ScannerSettings {
  /** `host:port` of the scanner. */
  readonly connect: string
  readonly framing?: StreamFraming | undefined
  /** Absent for {@link KEEP_ALIVE_MS}. */
  readonly keepAliveMs?: number | undefined
  readonly timers: Timers
}

/** How long a scanner has to answer; one that is switched off leaves the system to wait for minutes. */
export const CONNECT_TIMEOUT_MS = 5000

/** A connection that lasted as long is made again at once when it ends; any other after this time. */
export const CONNECT_AGAIN_MS = 3000

/** A scanner, mostly one that is built in somewhere, that waits for the station to connect and then sends its scans. */
export function createTcpClientScanner(settings: TcpClientScannerSettings): Scanner {
  const { id, clock, timers, framing = {}, keepAliveMs = KEEP_ALIVE_MS } = settings
  const signals = createScannerSignals('tcp', settings, { kind: 'starting' })
  let current: Socket | undefined
  let stopWaiting = (): void => {}

  const address = parseNetworkAddress(settings.connect)
  if (address && address.port > 0) connectTo(address)
  else {
    signals.state({
      kind: 'failed',
      message: `Scanner "${id}" cannot be reached at "${settings.connect}": write host:port, such as 192.0.2.20:2001.`
    })
  }

  function connectTo(wanted: NetworkAddress): void {
    const place = formatNetworkAddress(wanted)
    const socket = connect({
      host: wanted.host,
      port: wanted.port,
      keepAlive: true,
      keepAliveInitialDelay: keepAliveMs
    })
    let connectedAtMs: number | undefined
    let problem: NodeJS.ErrnoException | undefined
    current = socket
    const stopTimeout = timers.after(CONNECT_TIMEOUT_MS, () => socket.destroy())

    readSocket(socket, createStreamReader(framing, settings, signals.of(place)))
    socket.on('connect', () => {
      stopTimeout()
      connectedAtMs = clock.now()
      signals.state({ kind: 'connected', devices: [place] })
    })
    socket.on('error', (error) => {
      problem = error
    })
    socket.on('close', () => {
      stopTimeout()
      if (current !== socket) return
      const lasted = connectedAtMs !== undefined && clock.now() - connectedAtMs >= CONNECT_AGAIN_MS
      const why = connectedAtMs === undefined ? whyNoAnswer(problem) : 'the connection ended'
      signals.state({
        kind: 'failed',
        message:
          `Scanner "${id}" cannot be reached at ${place}: ${why}. Check that it is switched on and has this address; ` +
          `the station tries again every few seconds.`
      })
      stopWaiting = timers.after(lasted ? 0 : CONNECT_AGAIN_MS, () => connectTo(wanted))
    })
  }

  return {
    ...signals.port,
    async close() {
      signals.closed()
      stopWaiting()
      const socket = current
      current = undefined
      if (!socket || socket.closed) return
      await new Promise((resolve) => {
        socket.once('close', resolve)
        socket.destroy()
      })
    }
  }
}

/** Without a problem it was the station that stopped waiting. */
function whyNoAnswer(problem: NodeJS.ErrnoException | undefined): string {
  if (!problem) return 'nothing answers there'
  switch (problem.code) {
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'ENETUNREACH':
      return 'nothing answers there'
    case 'ECONNREFUSED':
      return 'what is there takes no connection on this port'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'this name is not known in the network'
    default:
      return problem.message
  }
}
