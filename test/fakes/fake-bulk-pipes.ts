import {
  systemError,
  type BulkPipes,
  type Transfer,
  type TransferEnd
} from '../../src/main/devices/printer/usb/bulk-file.ts'
import type { VirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'

/** Pipes to a virtual printer, which takes a transfer when it has room for it and answers when it has something to say. */
export interface FakeBulkPipes extends BulkPipes {
  /** Ends what is under way as when the cable is pulled. */
  pull(): void
  /** The printer takes no more from now on, and does not say so. */
  takeNothing(): void
  /** How the next transfer of a direction ends, after so many bytes. */
  endNext(direction: 'in' | 'out', end: TransferEnd): void
  /** The halts that were cleared. */
  cleared(): readonly ('in' | 'out')[]
  released(): boolean
  /** How many transfers were begun to hear the printer. */
  receives(): number
}

const PACKET_BYTES = 512

export function createFakeBulkPipes(printer: VirtualPrinter): FakeBulkPipes {
  const answers: Uint8Array[] = []
  const endings: Record<'in' | 'out', TransferEnd[]> = { in: [], out: [] }
  const cleared: ('in' | 'out')[] = []
  const underWay = new Set<(kind: 'cancelled' | 'gone') => void>()
  let gone = false
  let released = false
  let receives = 0
  let takes = true
  let hear = (): void => {}
  const line = printer.attach((bytes) => {
    answers.push(bytes)
    hear()
  })

  function transfer(direction: 'in' | 'out', carry: (end: (bytes: number) => void) => void): Transfer {
    const planned = endings[direction].shift()
    if (planned || gone) {
      return { end: Promise.resolve(planned ?? { kind: 'gone', bytes: 0 }), cancel: () => {} }
    }
    let settle = (_end: TransferEnd): void => {}
    const end = new Promise<TransferEnd>((resolve) => {
      settle = resolve
    })
    const breakOff = (kind: 'cancelled' | 'gone'): void => settle({ kind, bytes: 0 })
    underWay.add(breakOff)
    void end.then(() => underWay.delete(breakOff))
    carry((bytes) => settle({ kind: 'done', bytes }))
    return { end, cancel: () => breakOff('cancelled') }
  }

  return {
    inPacketBytes: PACKET_BYTES,
    receive: (bytes) => {
      receives += 1
      return transfer('in', (end) => {
        hear = () => {
          const answer = answers.shift()
          if (!answer) return
          const now = answer.subarray(0, bytes.length)
          if (now.length < answer.length) answers.unshift(answer.subarray(now.length))
          bytes.set(now)
          hear = () => {}
          end(now.length)
        }
        hear()
      })
    },
    send: (bytes) =>
      transfer('out', (end) => {
        if (takes) void Promise.resolve(line.send(bytes.slice())).then(() => end(bytes.length))
      }),
    clearHalt: (direction) => {
      if (gone) return Promise.reject(systemError('ENODEV'))
      cleared.push(direction)
      return Promise.resolve()
    },
    release: () => {
      released = true
      line.detach()
      return Promise.resolve()
    },
    takeNothing: () => {
      takes = false
    },
    pull: () => {
      gone = true
      line.detach()
      for (const breakOff of underWay) breakOff('gone')
    },
    endNext: (direction, end) => void endings[direction].push(end),
    cleared: () => cleared,
    released: () => released,
    receives: () => receives
  }
}
