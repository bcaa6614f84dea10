import { createSocket } from 'node:dgram'
import { StationError } from '../../../../core/errors.ts'
import { discoveryAnswer, isDiscoveryQuestion } from '../setup/discovery-datagram.ts'

/** A printer that answers when a network is asked who is one. */
export interface DiscoveryAnswering {
  readonly port: number
  close(): Promise<void>
}

/**
 * @param port 0 for one that is free
 *
 * Rejects with `printer-unreachable` when the port cannot be had.
 */
export async function answerDiscovery(host: string, port: number, name: string): Promise<DiscoveryAnswering> {
  const socket = createSocket('udp4')
  socket.on('message', (datagram, { address, port: asker }) => {
    if (isDiscoveryQuestion(datagram)) socket.send(discoveryAnswer(name), asker, address, () => {})
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error) => reject(portTaken(`${host}:${port}`, error)))
    socket.bind(port, host, resolve)
  })
  socket.on('error', () => {})
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve()))
  }
}

function portTaken(address: string, cause: Error): StationError {
  return new StationError(
    'printer-unreachable',
    `The virtual printer cannot be looked for at ${address}: ${cause.message}. End the program that holds the port, or choose another one.`,
    { cause }
  )
}
