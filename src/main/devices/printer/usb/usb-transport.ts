import { StationError } from '../../../../core/errors.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { createConnectionSignals } from '../connection-signals.ts'
import { createPauses } from '../pauses.ts'
import type { PrinterConnection, PrinterTransport } from '../transport.ts'
import { serialKey, type UsbBus, type UsbFile, type UsbPrinter } from './usb-bus.ts'
import { explainUsbFailure, isHeld, noSuchPrinter, unplugged } from './usb-words.ts'

/** The kernel hands over no more at a time. */
const READ_BYTES = 8192
/** A printer that said something lately is listened to closely; the longer it is quiet, the less often. */
const LEAST_WAIT_MS = 1
const MOST_WAIT_MS = 50

/** A printer on USB, known by its serial number wherever it is plugged in. */
export function createUsbTransport(serial: string, bus: UsbBus, timers: Timers = systemTimers): PrinterTransport {
  const description = `USB printer ${serial}`
  return {
    description,
    onArrival: (listener) => bus.onArrival(listener),
    connect: async (signal) => {
      const giveUp = (): void => {
        if (signal?.aborted)
          throw new StationError('printer-closed', `The station gave up connecting to ${description}.`)
      }
      giveUp()
      const file = await openPrinter(serial, bus).catch((error: unknown) => {
        throw explainUsbFailure(description, error)
      })
      if (signal?.aborted) await file.close()
      giveUp()
      return createUsbConnection(file, description, timers)
    }
  }
}

async function openPrinter(serial: string, bus: UsbBus): Promise<UsbFile> {
  return await bus.open(pathOf(serial, await bus.printers()))
}

function pathOf(serial: string, printers: readonly UsbPrinter[]): string {
  const printer = printers.find((found) => serialKey(found.serial) === serialKey(serial))
  if (!printer) throw noSuchPrinter(serial, printers)
  if (printer.access.kind === 'held') throw isHeld(printer, printer.access.driver)
  return printer.access.path
}

function createUsbConnection(file: UsbFile, description: string, timers: Timers): PrinterConnection {
  const signals = createConnectionSignals(description)
  const pauses = createPauses(timers)
  const readBuffer = new Uint8Array(READ_BYTES)
  let stirredAt = performance.now()
  let lastWrite: Promise<void> = Promise.resolve()
  let closing: Promise<void> | undefined
  const listening = listen()

  /** Reads until the connection ends. The printer's buffer must never fill up: it would stop taking labels. */
  async function listen(): Promise<void> {
    while (!signals.ending()) {
      const length = await attempt(() => file.read(readBuffer))
      if (length !== undefined && length > 0) {
        stirredAt = performance.now()
        signals.data(readBuffer.slice(0, length))
      } else if (!signals.ending()) {
        const quietMs = performance.now() - stirredAt
        await pauses.pause(Math.min(Math.max(quietMs / 10, LEAST_WAIT_MS), MOST_WAIT_MS))
      }
    }
  }

  async function handOver(bytes: Uint8Array): Promise<void> {
    stirredAt = performance.now()
    pauses.cutShort()
    for (let from = 0; from < bytes.length;) from += await writeSome(bytes.subarray(from))
    // A piece that the system took may still lie there, and would be given up when the file is closed.
    await writeSome(new Uint8Array())
    stirredAt = performance.now()
    pauses.cutShort()
  }

  /** Waits until the printer takes some of it. Rejects when the connection ends before. */
  async function writeSome(bytes: Uint8Array): Promise<number> {
    for (let waitMs = 0; ; waitMs = Math.min(waitMs + LEAST_WAIT_MS, MOST_WAIT_MS)) {
      const before = signals.ending()
      if (before) throw before
      const taken = await attempt(() => file.write(bytes))
      if (taken !== undefined) return taken
      if (!signals.ending()) await pauses.pause(waitMs)
    }
  }

  /** Undefined where there is nothing yet, and where the connection is lost by it. */
  async function attempt(use: () => Promise<number | undefined>): Promise<number | undefined> {
    try {
      return await use()
    } catch (error) {
      signals.lost(unplugged(description, error))
      pauses.cutShort()
      // Only when it is closed does the system let go of what was plugged out, and of its number.
      void close()
      return undefined
    }
  }

  function close(): Promise<void> {
    pauses.cutShort()
    closing ??= (async () => {
      await Promise.all([listening, lastWrite])
      await file.close().catch(() => {})
    })()
    return closing
  }

  return {
    onData: (listener) => signals.onData(listener),
    onLost: (listener) => signals.onLost(listener),
    write: (bytes) => {
      const writing = lastWrite.then(() => handOver(bytes))
      lastWrite = writing.catch(() => {})
      return writing
    },
    close: () => {
      signals.closed()
      return close()
    }
  }
}
