import { connect, type Socket } from 'node:net'
import { StationError } from '../../../core/errors.ts'
import { createConnectionSignals } from './connection-signals.ts'
import type { PrinterConnection, PrinterTransport } from './transport.ts'

export interface TcpAddress {
  readonly host: string
  /** 9100 on nearly every label printer; 6101 is a common second one. */
  readonly port: number
}

export interface TcpSettings {
  /** How long a printer may take to accept a connection. Defaults to 3,000. */
  readonly connectTimeoutMs?: number
  /**
   * After how much silence the system probes a connection, so that one whose other end is gone (a printer without
   * power, a pulled cable) is found to be lost. Defaults to 10,000; the system gives up some 10 s later.
   */
  readonly keepAliveMs?: number
  /** How long `close` waits for the printer to close too. Defaults to 500. */
  readonly closeTimeoutMs?: number
}

/** A printer on the network, by its raw port. */
export function createTcpTransport(address: TcpAddress, settings: TcpSettings = {}): PrinterTransport {
  const description = `${address.host}:${address.port}`
  return {
    description,
    connect: (signal) => openConnection(address, description, settings, signal)
  }
}

function openConnection(
  address: TcpAddress,
  description: string,
  settings: TcpSettings,
  signal: AbortSignal | undefined
): Promise<PrinterConnection> {
  const { connectTimeoutMs = 3_000, keepAliveMs = 10_000, closeTimeoutMs = 500 } = settings
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs })
    const giveUp = (error: StationError): void => {
      settle()
      socket.on('error', () => {})
      socket.destroy()
      reject(error)
    }
    const onAbort = (): void =>
      giveUp(new StationError('printer-closed', `The station gave up connecting to the printer at ${description}.`))
    const onError = (error: Error): void => giveUp(unreachable(description, error))
    const timer = setTimeout(() => giveUp(noAnswer(description, connectTimeoutMs)), connectTimeoutMs)
    const settle = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      socket.off('error', onError)
      socket.off('connect', onConnect)
    }
    const onConnect = (): void => {
      settle()
      resolve(createTcpConnection(socket, description, closeTimeoutMs))
    }
    socket.on('error', onError)
    socket.on('connect', onConnect)
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort)
  })
}

function createTcpConnection(socket: Socket, description: string, closeTimeoutMs: number): PrinterConnection {
  const signals = createConnectionSignals(description)
  let closing: Promise<void> | undefined

  function lose(reason: StationError): void {
    signals.lost(reason)
    // Printers that take one client go on holding its place while it still has something to say.
    socket.destroy()
  }

  socket.on('data', (bytes) => signals.data(bytes))
  socket.on('end', () => lose(hungUp(description)))
  socket.on('error', (error) => lose(unreachable(description, error)))
  socket.on('close', () => lose(hungUp(description)))

  return {
    onData: (listener) => signals.onData(listener),
    onLost: (listener) => signals.onLost(listener),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        const ending = signals.ending()
        if (ending) {
          reject(ending)
          return
        }
        socket.write(bytes, (error) => {
          if (error) reject(signals.ending() ?? unreachable(description, error))
          else resolve()
        })
      }),
    close: () => {
      signals.closed()
      closing ??= closeSocket(socket, closeTimeoutMs)
      return closing
    }
  }
}

function closeSocket(socket: Socket, closeTimeoutMs: number): Promise<void> {
  if (socket.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), closeTimeoutMs)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    // What a printer does not take now would hold up the close for as long as its fault lasts.
    if (socket.writableLength > 0) socket.destroy()
    else socket.end()
  })
}

function noAnswer(description: string, connectTimeoutMs: number): StationError {
  return new StationError(
    'printer-unreachable',
    `The printer at ${description} did not accept a connection within ${connectTimeoutMs / 1_000} s. ` +
      'Switch it on, check its cable and its address in Settings, and see that no other computer holds it.'
  )
}

function hungUp(description: string): StationError {
  return new StationError(
    'printer-unreachable',
    `The printer at ${description} closed the connection. See whether it was switched off or restarted; the station goes on trying.`,
    { details: { hungUp: true } }
  )
}

function unreachable(description: string, error: Error): StationError {
  return new StationError('printer-unreachable', reasonOf(description, error), { cause: error })
}

function reasonOf(description: string, error: Error): string {
  const code = 'code' in error ? error.code : undefined
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing takes labels at ${description}: the connection was refused. Switch the printer on, check its address and port in Settings, and see that no other computer holds it.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The printer's name in ${description} is not known to the network. Check the spelling in Settings, or use its number address.`
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
      return `There is no way to the printer at ${description}. Check the network cable of this computer and of the printer.`
    case 'ETIMEDOUT':
      return `The printer at ${description} no longer answers on the network. See that it is switched on and its cable plugged in.`
    case 'ECONNRESET':
    case 'EPIPE':
      return `The printer at ${description} broke off the connection. See whether it was switched off or restarted; the station goes on trying.`
    default:
      return `The connection to the printer at ${description} failed: ${error.message}. Check the printer, its cable and its address in Settings.`
  }
}
