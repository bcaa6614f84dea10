import { assert, assertNever } from '../../../core/assert.ts'
import type { Clock } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import { dotsPerMm, type Dpi, type Media, type SizeMm } from '../../../labels/media.ts'
import { systemTimers, type Timers } from '../timers.ts'
import { createPrinter, DEFAULT_DEPTH, DEFAULT_PRINTER_SETTINGS, type Printer } from './printer.ts'
import { createTcpTransport } from './tcp.ts'
import type { PrinterTransport } from './transport.ts'
import { createQueuePrinter } from './queue/queue-printer.ts'
import { createQueueTransport } from './queue/queue-transport.ts'
import type { Spooler } from './queue/spooler.ts'
import { createUnavailablePrinter } from './unavailable-printer.ts'
import { systemUsb } from './usb/system-usb.ts'
import type { UsbBus } from './usb/usb-bus.ts'
import { createUsbTransport } from './usb/usb-transport.ts'
import type { DrawLabel } from './virtual/drawing-queue.ts'
import { openVirtualPrinter } from './virtual/virtual-printer.ts'
import { createVirtualTransport } from './virtual/virtual-transport.ts'

/** A printer as `station.json` says it. */
export interface PrinterEntry {
  readonly id: string
  readonly transport:
    | { readonly type: 'tcp'; readonly host: string; readonly port: number }
    | { readonly type: 'usb'; readonly serial: string }
    | { readonly type: 'queue'; readonly name: string }
    | { readonly type: 'virtual' }
  readonly dpi: Dpi
  readonly media: SizeMm
  /** How many labels may be in it at once. */
  readonly depth?: number | undefined
}

export interface PrinterSurroundings {
  readonly clock: Clock
  readonly timers?: Timers | undefined
  /** Where a virtual printer puts its labels and keeps its odometer. No two may share one. */
  readonly folder: string
  /** The printers on this computer's USB. Defaults to what the system has. */
  readonly usb?: UsbBus | undefined
  /** What keeps this computer's print queues; needed where an entry is one of them. */
  readonly spooler?: Spooler | undefined
  /** How a virtual printer draws its labels. */
  readonly draw: DrawLabel
  /** Told of what goes wrong behind a virtual printer's back. */
  readonly onProblem?: (problem: StationError) => void
}

/** The way to a printer that answers, and what has to be closed after it. */
export interface PrinterWay {
  readonly transport: PrinterTransport
  close(): Promise<void>
}

/**
 * The printer that an entry of the settings describes, connecting at once. Never throws for a printer that cannot be
 * used: it is `unavailable` and says why.
 */
export function createPrinterFromConfig(entry: PrinterEntry, surroundings: PrinterSurroundings): Printer {
  const { id, transport } = entry
  if (transport.type === 'queue') return createOnQueue(transport.name, entry, surroundings)
  const way = openPrinterWay(entry, surroundings)
  if (way instanceof StationError) return createUnavailablePrinter(id, way.message)
  const { clock, timers = systemTimers } = surroundings
  const { depth = DEFAULT_DEPTH } = entry
  const settings = { ...DEFAULT_PRINTER_SETTINGS, dotsPerMm: dotsPerMm(entry.dpi), depth }
  const printer = createPrinter({ id, transport: way.transport, clock, timers, settings })
  return {
    ...printer,
    close: async () => {
      await printer.close()
      await way.close()
    }
  }
}

/** A failure for a printer that cannot be asked anything, or not as it is set up. */
export function openPrinterWay(entry: PrinterEntry, surroundings: PrinterSurroundings): PrinterWay | StationError {
  const { transport } = entry
  const { usb = systemUsb(), timers } = surroundings
  switch (transport.type) {
    case 'tcp':
      return { transport: createTcpTransport(transport), close: () => Promise.resolve() }
    case 'virtual':
      return openVirtualWay(entry, surroundings)
    case 'usb':
      return { transport: createUsbTransport(transport.serial, usb, timers), close: () => Promise.resolve() }
    case 'queue':
      return new StationError('printer-unreachable', cannotAsk(transport.name))
    default:
      return assertNever(transport)
  }
}

/** How often a print queue is looked at while nothing is printed. */
const QUEUE_WATCH_MS = 2_000

function createOnQueue(name: string, { id }: PrinterEntry, surroundings: PrinterSurroundings): Printer {
  const { clock, timers = systemTimers, spooler } = surroundings
  assert(spooler, 'who uses print queues says what keeps them')
  const transport = createQueueTransport(name, spooler, { watchMs: QUEUE_WATCH_MS, timers })
  return createQueuePrinter({ id, transport, clock, timers })
}

function openVirtualWay(entry: PrinterEntry, surroundings: PrinterSurroundings): PrinterWay | StationError {
  const { timers, folder, draw, onProblem } = surroundings
  const media: Media = { ...entry.media, dpi: entry.dpi }
  try {
    const machine = openVirtualPrinter({ media, folder, draw, onProblem, timers })
    return { transport: createVirtualTransport(machine), close: () => machine.close() }
  } catch (error) {
    if (error instanceof StationError) return error
    throw error
  }
}

function cannotAsk(queue: string): string {
  return `The printer behind the print queue ${queue} cannot be asked anything. Connect it by network or USB to check and calibrate it here.`
}
