import type { UsbBus, UsbFile, UsbPrinter } from '../../src/main/devices/printer/usb/usb-bus.ts'
import type { VirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'

/** USB with one printer, as the kernel's printer driver shows it: 8 KB at a time, one program, nothing that waits. */
export interface FakeUsb extends UsbBus {
  /** The number in its path changes with each plugging, as the kernel's does. */
  plug(): void
  pull(): void
  /** How another program or the system keeps it from this one; undefined lets it. */
  refuseWith(code: 'EBUSY' | 'EACCES' | 'ENOTSUP' | undefined): void
  /** What the system says of the printer, in place of its path. */
  show(access: UsbPrinter['access'] | undefined): void
  /** How many files are open on it. */
  openFiles(): number
}

const PIECE_BYTES = 8192

export function createFakeUsb(printer: VirtualPrinter, serial: string): FakeUsb {
  const pulls = new Set<() => void>()
  const arrivals = new Set<() => void>()
  let number = 0
  let plugged = true
  let refusal: string | undefined
  let shown: UsbPrinter['access'] | undefined
  const path = (): string => `/dev/usb/lp${number}`

  function openFile(): UsbFile {
    const answers: Uint8Array[] = []
    const line = printer.attach((bytes) => answers.push(bytes))
    let taking: Promise<void> | undefined
    let gone = false
    const leave = (): void => {
      gone = true
      pulls.delete(leave)
      line.detach()
    }
    pulls.add(leave)
    const mustBeThere = (): void => {
      if (gone) throw systemError('ENODEV')
    }
    return {
      read: async (buffer) => {
        await Promise.resolve()
        mustBeThere()
        const answer = answers.shift()
        if (!answer) return undefined
        const now = answer.subarray(0, buffer.length)
        if (now.length < answer.length) answers.unshift(answer.subarray(now.length))
        buffer.set(now)
        return now.length
      },
      write: async (bytes) => {
        await Promise.resolve()
        mustBeThere()
        if (taking) return undefined
        const piece = bytes.slice(0, PIECE_BYTES)
        taking = piece.length > 0 ? line.send(piece) : undefined
        void taking?.then(() => (taking = undefined))
        return piece.length
      },
      close: () => {
        leave()
        return Promise.resolve()
      }
    }
  }

  return {
    printers: () =>
      Promise.resolve(
        plugged
          ? [{ serial, name: 'Virtual printer', speaksZpl: true, access: shown ?? { kind: 'file', path: path() } }]
          : []
      ),
    open: (wanted) => {
      if (!plugged || wanted !== path()) return Promise.reject(systemError('ENOENT'))
      const code = refusal ?? (pulls.size > 0 ? 'EBUSY' : undefined)
      return code === undefined ? Promise.resolve(openFile()) : Promise.reject(systemError(code))
    },
    plug: () => {
      if (!plugged) number += 1
      plugged = true
      for (const tell of arrivals) tell()
    },
    pull: () => {
      plugged = false
      for (const leave of pulls) leave()
    },
    refuseWith: (code) => {
      refusal = code
    },
    show: (access) => {
      shown = access
    },
    openFiles: () => pulls.size,
    onArrival: (listener) => {
      arrivals.add(listener)
      return () => void arrivals.delete(listener)
    }
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: of the fake USB`), { code })
}
