import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { StationError } from '../../../../core/errors.ts'
import { HAND_WORDS, parseHand } from './hand.ts'
import type { VirtualPrinter } from './virtual-printer.ts'

/** Where somebody stands before a virtual printer by its words: a line each, and a line of JSON in answer. */
export interface PrinterControl {
  readonly port: number
  close(): Promise<void>
}

export interface ControlSettings {
  readonly host: string
  /** 0 for one that is free. */
  readonly port: number
  readonly printer: VirtualPrinter
  /** Told of `quit`. */
  readonly onQuit: () => void
}

/** How long an answer may take to its reader before the connection is broken off. */
const LAST_WORDS_MS = 200

/** Rejects with `printer-unreachable` when the port cannot be had. */
export async function openControl({ host, port, printer, onQuit }: ControlSettings): Promise<PrinterControl> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    obeyLines(socket, printer, onQuit, (answer) => void socket.write(`${answer}\n`))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(`${host}:${port}`, error)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.end()
        server.close(() => resolve())
        setTimeout(() => sockets.forEach((socket) => socket.destroy()), LAST_WORDS_MS).unref()
      })
  }
}

/** Does what each line says. Its end means nothing: whoever spoke may have left. */
export function obeyLines(
  lines: Readable,
  printer: VirtualPrinter,
  onQuit: () => void,
  answer: (text: string) => void
): void {
  createInterface({ input: lines }).on('line', (line) => {
    const words = line.trim()
    if (words === '') return
    answer(JSON.stringify(words === 'quit' ? { ok: true } : obeyLine(words, printer)))
    if (words === 'quit') onQuit()
  })
}

function obeyLine(words: string, printer: VirtualPrinter): unknown {
  if (words === 'status') return { ok: true, ...printer.report() }
  const hand = parseHand(words)
  if (!hand) return { ok: false, reason: `Nobody can ${words}.`, known: HAND_WORDS.map(([how]) => how) }
  printer.obey(hand)
  return { ok: true }
}

function portTaken(address: string, cause: Error): StationError {
  return new StationError(
    'printer-unreachable',
    `The virtual printer cannot be controlled at ${address}: ${cause.message}. End the program that holds the port, or choose another one.`,
    { cause }
  )
}
