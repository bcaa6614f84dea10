import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { DeviceStatus } from '../ipc/views.ts'
import type { Media } from '../labels/media.ts'
import type { PrinterConfig } from './config.ts'
import { StationError } from '../core/errors.ts'
import { createPrinterFromConfig, openPrinterWay, type PrinterSurroundings } from './devices/printer/create-printer.ts'
import type { Printer } from './devices/printer/printer.ts'
import type { PrinterTransport } from './devices/printer/transport.ts'
import type { Timers } from './devices/timers.ts'
import type { Log } from './log.ts'
import type { StationContext } from './services/context.ts'
import { printerStatus } from './services/device-status.ts'
import { createPrintQueue, type PrintQueue } from './services/print-queue.ts'

export interface PrinterOptions {
  readonly context: StationContext
  readonly printers: readonly PrinterConfig[]
  /** Where virtual printers keep their paper. */
  readonly folder: string
  readonly draw: (zpl: Uint8Array, media: Media) => Promise<Uint8Array>
  readonly log: Log
  readonly onStep: () => void
  readonly onState: () => void
  readonly timers?: Timers | undefined
}

export interface OpenPrinters {
  /** Says that labels may have been queued. */
  wake(): void
  devices(): readonly DeviceStatus[]
  mediaOf(printer: string): Media | undefined
  /**
   * Takes a printer out of use for a while, to talk to it over a connection of its own, and puts it back whatever comes
   * of that. Labels that are queued meanwhile wait. Rejects with `not-found`, or the reason why it cannot be asked.
   */
  borrow<Result>(printer: string, talk: (transport: PrinterTransport) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

const FINISHING_MS = 3_000

/** Opens every printer of the settings, each with a queue of its own. */
export function openPrinters(options: PrinterOptions): OpenPrinters {
  const firstVirtual = options.printers.find(({ transport }) => transport.type === 'virtual')
  const opened = new Map<string, OpenPrinter>()
  for (const config of options.printers) {
    const folder = config === firstVirtual ? options.folder : join(options.folder, config.id)
    opened.set(config.id, openPrinter(options, config, folder))
  }
  let closed = false

  async function borrow<Result>(id: string, talk: (transport: PrinterTransport) => Promise<Result>): Promise<Result> {
    const lent = opened.get(id)
    if (!lent || closed)
      throw new StationError(
        'not-found',
        `There is no printer ${id} in use. Start Dockside again after changing the settings.`
      )
    await closePrinter(lent)
    const way = openPrinterWay(lent.config, lent.surroundings)
    try {
      if (way instanceof StationError) throw way
      return await talk(way.transport)
    } finally {
      if (!(way instanceof StationError)) await way.close()
      if (!closed) opened.set(id, openPrinter(options, lent.config, lent.surroundings.folder))
    }
  }

  return {
    wake: () => opened.forEach(({ queue }) => queue.wake()),
    devices: () =>
      [...opened.values()].map(({ config, printer }) =>
        printerStatus(config.id, config.transport.type, printer.state())
      ),
    mediaOf: (id) => opened.get(id)?.media,
    borrow,
    async close() {
      closed = true
      await Promise.all([...opened.values()].map(closePrinter))
    }
  }
}

async function closePrinter({ queue, printer }: OpenPrinter): Promise<void> {
  const ended = queue.close()
  // A healthy printer finishes the labels that it has: nobody needs to look for them afterwards.
  if (printer.state().kind === 'ready') await Promise.race([ended, delay(FINISHING_MS, undefined, { ref: false })])
  await printer.close()
  await ended
}

interface OpenPrinter {
  readonly config: PrinterConfig
  readonly surroundings: PrinterSurroundings
  readonly media: Media
  readonly printer: Printer
  readonly queue: PrintQueue
}

function openPrinter(
  { context, draw, log, onStep, onState, timers }: PrinterOptions,
  config: PrinterConfig,
  folder: string
): OpenPrinter {
  const media: Media = { ...config.media, dpi: config.dpi }
  const surroundings: PrinterSurroundings = {
    folder,
    draw,
    clock: context.clock,
    ...(timers ? { timers } : {}),
    onProblem: (problem) => log.error('virtual-printer', problem)
  }
  const printer = createPrinterFromConfig(config, surroundings)
  printer.onState((state) => {
    log.info('printer', { id: config.id, state })
    onState()
  })
  const queue = createPrintQueue({
    context,
    printer,
    served: new Map([[config.id, media]]),
    onStep,
    logBug: (error) => log.error('print-queue', error)
  })
  return { config, surroundings, media, printer, queue }
}
