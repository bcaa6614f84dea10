import type { UsbFile } from './usb-bus.ts'

/** How a transfer ended, and how many bytes were carried until then. */
export interface TransferEnd {
  readonly kind: 'done' | 'stalled' | 'cancelled' | 'gone' | 'failed'
  readonly bytes: number
}

export interface Transfer {
  /** Never rejects. */
  readonly end: Promise<TransferEnd>
  cancel(): void
}

/** The two pipes of a printer on USB that this program has for itself. A transfer waits as long as the printer does. */
export interface BulkPipes {
  /** Of the pipe that answers come by; absent where the printer has none. */
  readonly inPacketBytes: number | undefined
  /** Fills the bytes with what the printer says. */
  receive(bytes: Uint8Array): Transfer
  send(bytes: Uint8Array): Transfer
  /** Rejects when the printer is gone. */
  clearHalt(direction: 'in' | 'out'): Promise<void>
  /** Lets go of the printer. Never rejects. */
  release(): Promise<void>
}

/** So much is lost at most of what a printer took while the connection was closed. */
const PIECE_BYTES = 16_384

/**
 * A printer's pipes as a file that never waits.
 *
 * Labels are one stream of bytes: no packet of no length ends a transfer that fills its last one, and one that comes says
 * nothing. A printer that stalls a pipe has it cleared and gets the rest; one that stalls again at once broke off.
 * It is never reset: that would throw away labels that it has taken (Printing Devices 1.1, 4.2.1.3).
 */
export function createBulkFile(pipes: BulkPipes): UsbFile {
  const arrived: Uint8Array[] = []
  let receiving: Transfer | undefined
  let sending: Transfer | undefined
  let failure: Error | undefined
  let closed = false
  const underWay = new Set<Promise<void>>()

  function run(work: Promise<void>): void {
    const settled = work.catch((error: unknown) => {
      failure ??= error instanceof Error ? error : new Error(String(error))
    })
    underWay.add(settled)
    void settled.then(() => underWay.delete(settled))
  }

  async function receiveNext(packetBytes: number): Promise<void> {
    const bytes = new Uint8Array(Math.max(1, Math.floor(PIECE_BYTES / packetBytes)) * packetBytes)
    try {
      for (let stalls = 0; ; stalls += 1) {
        receiving = pipes.receive(bytes)
        const end = await receiving.end
        if (end.bytes > 0) arrived.push(bytes.slice(0, end.bytes))
        if (end.kind !== 'stalled') return checkEnd(end)
        if (closed) return
        await clearHalt('in', stalls)
      }
    } finally {
      receiving = undefined
    }
  }

  async function sendAll(piece: Uint8Array): Promise<void> {
    try {
      for (let rest = piece, stalls = 0; ;) {
        sending = pipes.send(rest)
        const end = await sending.end
        checkEnd(end)
        rest = rest.subarray(end.bytes)
        if (closed || rest.length === 0) return
        if (end.bytes > 0) stalls = 0
        if (end.kind === 'stalled') await clearHalt('out', stalls)
        else if (end.bytes === 0) throw systemError('EIO')
        stalls += 1
      }
    } finally {
      sending = undefined
    }
  }

  async function clearHalt(direction: 'in' | 'out', stalls: number): Promise<void> {
    if (stalls > 0) throw systemError('EIO')
    await pipes.clearHalt(direction)
  }

  return {
    read: async (buffer) => {
      const next = arrived.shift()
      if (next) {
        const now = next.subarray(0, buffer.length)
        if (now.length < next.length) arrived.unshift(next.subarray(now.length))
        buffer.set(now)
        return now.length
      }
      if (failure) throw failure
      // A printer that answers with nothing, again and again, is asked no more often than the file is read.
      if (!receiving && !closed && pipes.inPacketBytes !== undefined) run(receiveNext(pipes.inPacketBytes))
      return undefined
    },
    write: async (bytes) => {
      if (failure) throw failure
      if (sending || closed) return undefined
      const piece = bytes.slice(0, PIECE_BYTES)
      if (piece.length > 0) run(sendAll(piece))
      return piece.length
    },
    close: async () => {
      closed = true
      receiving?.cancel()
      sending?.cancel()
      await Promise.all(underWay)
      await pipes.release()
    }
  }
}

function checkEnd({ kind }: TransferEnd): void {
  if (kind === 'gone') throw systemError('ENODEV')
  if (kind === 'failed') throw systemError('EIO')
}

/** As the system's own files fail. */
export function systemError(code: string, cause?: unknown): Error {
  return Object.assign(new Error(`${code}: printer on USB`, { cause }), { code })
}
