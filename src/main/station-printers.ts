import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { DeviceStatus } from '../ipc/views.ts'
import type { Media } from '../labels/media.ts'
import type { PrinterConfig } from './config.ts'
import { createPrinterFromConfig } from './devices/printer/create-printer.ts'
import type { Timers } from './devices/timers.ts'
import type { Log } from './log.ts'
import type { StationContext } from './services/context.ts'
import { printerStatus } from './services/device-status.ts'
import { createPrintQueue } from './services/print-queue.ts'

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
  close(): Promise<void>
}

const FINISHING_MS = 3_000

/** Opens every printer of the settings, each with a queue of its own. */
export function openPrinters(options: PrinterOptions): OpenPrinters {
  const firstVirtual = options.printers.find(({ transport }) => transport.type === 'virtual')
  const opened = options.printers.map((config) => {
    const folder = config === firstVirtual ? options.folder : join(options.folder, config.id)
    return openPrinter(options, config, folder)
  })
  return {
    wake: () => opened.forEach(({ queue }) => queue.wake()),
    devices: () =>
      opened.map(({ config, printer }) => printerStatus(config.id, config.transport.type, printer.state())),
    mediaOf: (id) => opened.find(({ config }) => config.id === id)?.media,
    async close() {
      await Promise.all(
        opened.map(async ({ queue, printer }) => {
          const ended = queue.close()
          // A healthy printer finishes the labels that it has: nobody needs to look for them afterwards.
          if (printer.state().kind === 'ready')
            await Promise.race([ended, delay(FINISHING_MS, undefined, { ref: false })])
          await printer.close()
          await ended
        })
      )
    }
  }
}

function openPrinter(
  { context, draw, log, onStep, onState, timers }: PrinterOptions,
  config: PrinterConfig,
  folder: string
) {
  const media: Media = { ...config.media, dpi: config.dpi }
  const printer = createPrinterFromConfig(config, {
    folder,
    draw,
    clock: context.clock,
    timers,
    onProblem: (problem) => log.error('virtual-printer', problem)
  })
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
  return { config, media, printer, queue }
}
