import { request } from 'node:http'
import { StationError } from '../../../../core/errors.ts'
import { decodeIppAnswer, encodeIppRequest, type IppAnswer, type IppRequest } from './ipp.ts'

/** Where CUPS listens: a socket in the file system, or a port. */
export type IppAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }

export type AskIpp = (question: Omit<IppRequest, 'requestId'>, resource: string) => Promise<IppAnswer>

/** A spooler on the same computer answers at once, unless it is hung. */
const ANSWER_TIMEOUT_MS = 10_000

const START_IT = 'Start it, then the labels go on.'
const LET_IN = 'Let the user in by its access rules (cupsd.conf); the labels wait, and are tried again by themselves.'

/**
 * Asks over HTTP (RFC 8010, 4). Rejects with `printer-unreachable`; `details.handedOver` is false where nobody was there
 * to hear the question.
 */
export function createIppConnection(address: IppAddress, timeoutMs = ANSWER_TIMEOUT_MS): AskIpp {
  let questions = 0
  return (question, resource) =>
    new Promise((resolve, reject) => {
      questions += 1
      const requestId = questions
      const body = encodeIppRequest({ ...question, requestId })
      const fail = (reason: string, wasHeard: boolean, cause?: unknown, remedy = START_IT): void =>
        reject(
          new StationError('printer-unreachable', `The printing system of this computer (CUPS) ${reason}. ${remedy}`, {
            cause,
            details: { handedOver: wasHeard }
          })
        )
      let isConnected = false
      const asking = request(
        {
          ...(address.kind === 'socket' ? { socketPath: address.path } : { host: address.host, port: address.port }),
          path: resource,
          method: 'POST',
          headers: { 'content-type': 'application/ipp', 'content-length': body.length },
          timeout: timeoutMs
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', (error) => fail('broke off its answer', true, error))
          response.on('end', () => {
            const answer = response.statusCode === 200 ? decodeIppAnswer(Buffer.concat(chunks)) : undefined
            if (answer?.requestId === requestId) resolve(answer)
            else if (response.statusCode === 401 || response.statusCode === 403) {
              fail('does not let this user print', false, undefined, LET_IN)
            } else fail(`gave no answer that can be read (HTTP ${response.statusCode})`, true)
          })
        }
      )
      asking.on('socket', (socket) => {
        if (!socket.connecting) isConnected = true
        else socket.once('connect', () => (isConnected = true))
      })
      asking.on('timeout', () => asking.destroy(new Error('no answer in time')))
      asking.on('error', (error) => fail('does not answer', isConnected, error))
      asking.end(body)
    })
}

/**
 * Where the programs of CUPS themselves look for it (cups(1)): what `CUPS_SERVER` says, else the socket where there is
 * one, else the port of this computer.
 */
export function ippAddressOf(server: string | undefined, isThere: (path: string) => boolean): IppAddress {
  if (server?.startsWith('/')) return { kind: 'socket', path: server }
  if (server) {
    const { host = server, port } = /^(?<host>.+):(?<port>\d+)$/.exec(server)?.groups ?? {}
    return { kind: 'port', host, port: Number(port ?? IPP_PORT) }
  }
  const path = SOCKETS.find(isThere)
  return path === undefined ? { kind: 'port', host: 'localhost', port: IPP_PORT } : { kind: 'socket', path }
}

const IPP_PORT = 631
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cupsd', '/private/var/run/cupsd']
