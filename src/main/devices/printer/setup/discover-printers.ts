import { createSocket } from 'node:dgram'
import { StationError } from '../../../../core/errors.ts'
import type { Timers } from '../../timers.ts'
import { DISCOVERY_PORT, DISCOVERY_QUESTION, isDiscoveryAnswer } from './discovery-datagram.ts'

export interface DiscoverySettings {
  /** Where the question goes: the addresses that reach all of a network, or single ones. */
  readonly addresses: readonly string[]
  readonly port?: number
  readonly timers: Timers
  /** How long answers are waited for. */
  readonly waitMs?: number
}

/** A printer waits for a moment of its own before it answers, so that not all answer at once. */
const WAIT_MS = 2_000
/** Datagrams get lost: it is asked more than once. */
const ASKED_AT_MS: readonly number[] = [0, 400, 1_000]
/** More answers are no office network. */
const MOST_FOUND = 64

/**
 * Asks a whole network who is a label printer, and gives the addresses that answered, each once, in the order of their answers.
 *
 * An answer is taken as a hint and for nothing else: whoever sent it is asked then who they are. Networks that cannot be
 * asked are left out; rejects with `refused` where none can.
 */
export async function discoverPrinters({
  addresses,
  port = DISCOVERY_PORT,
  timers,
  waitMs = WAIT_MS
}: DiscoverySettings): Promise<readonly string[]> {
  const found = new Set<string>()
  const socket = createSocket('udp4')
  let lastError: Error | undefined
  let sent = 0
  const callOffs: (() => void)[] = []
  const broken = new Promise<void>((resolve) =>
    socket.on('error', (error) => {
      lastError = error
      resolve()
    })
  )
  socket.on('message', (datagram, { address }) => {
    if (found.size < MOST_FOUND && isDiscoveryAnswer(datagram)) found.add(address)
  })

  function ask(): void {
    for (const address of addresses) {
      socket.send(DISCOVERY_QUESTION, port, address, (error) => {
        if (error) lastError = error
        else sent += 1
      })
    }
  }

  try {
    await Promise.race([broken, new Promise<void>((resolve) => socket.bind(0, resolve))])
    if (!lastError) {
      socket.setBroadcast(true)
      for (const atMs of ASKED_AT_MS) callOffs.push(timers.after(atMs, ask))
      await Promise.race([broken, new Promise<void>((resolve) => callOffs.push(timers.after(waitMs, resolve)))])
    }
  } finally {
    for (const callOff of callOffs) callOff()
    socket.close()
  }
  if (sent === 0) throw notAsked(lastError)
  return [...found]
}

function notAsked(cause: Error | undefined): StationError {
  return new StationError(
    'refused',
    `This computer cannot ask its network for printers${cause ? `: ${cause.message}` : ''}. Give their addresses instead; a printer prints its own on its configuration label.`,
    { cause }
  )
}
