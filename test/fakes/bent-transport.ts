import type { PrinterTransport } from '../../src/main/devices/printer/transport.ts'

export interface BentTransport extends PrinterTransport {
  /** What went to the printer, one entry for each write. */
  readonly written: string[]
  /** How often it was connected to. */
  connections(): number
  /** What becomes of the pieces that the printer sends: each may be cut, changed, doubled or dropped. */
  bend(replies: (piece: string) => readonly string[]): void
  /** What becomes of what is written: absent keeps it from the printer, and the write never settles. */
  bendWrites(writes: (piece: string) => Bent | undefined): void
}

/** What reaches the printer of a write: all at once, or the rest when the printer takes it. */
type Bent = string | { readonly now: string; readonly later: Promise<string> }

/** A way to a printer on which things happen to the bytes. Until it is told otherwise it carries them as they are. */
export function bendTransport(straight: PrinterTransport): BentTransport {
  const written: string[] = []
  let connections = 0
  let bendReply = (piece: string): readonly string[] => [piece]
  let bendWrite = (piece: string): Bent | undefined => piece
  return {
    description: straight.description,
    written,
    connections: () => connections,
    bend: (replies) => {
      bendReply = replies
    },
    bendWrites: (writes) => {
      bendWrite = writes
    },
    connect: async (signal) => {
      const connection = await straight.connect(signal)
      connections += 1
      let refuseStuck = (_reason: unknown): void => {}
      const stuck = new Promise<void>((_resolve, reject) => (refuseStuck = reject))
      stuck.catch(() => {})
      connection.onLost(refuseStuck)
      return {
        write: async (bytes) => {
          const piece = text(bytes)
          written.push(piece)
          const bent = bendWrite(piece)
          if (typeof bent === 'string') return await connection.write(Buffer.from(bent, 'latin1'))
          if (bent === undefined) return await stuck
          await connection.write(Buffer.from(bent.now, 'latin1'))
          return await connection.write(Buffer.from(await bent.later, 'latin1'))
        },
        onData: (listener) =>
          connection.onData((bytes) => {
            for (const piece of bendReply(text(bytes))) listener(Buffer.from(piece, 'latin1'))
          }),
        onLost: (listener) => connection.onLost(listener),
        close: async () => {
          await connection.close()
          refuseStuck(await connection.write(new Uint8Array()).catch((reason: unknown) => reason))
        }
      }
    }
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
