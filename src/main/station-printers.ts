import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { DeviceStatus } from '../ipc/views.ts'
import type { Media } from '../labels/media.ts'
import type { PrinterConfig } from './config.ts'
import { StationError } from '../core/errors.ts'
import { createPrinterFromConfig, openPrinterWay, type PrinterSurroundings } from './devices/printer/create-printer.ts'
import type { Printer } from './devices/printer/printer.ts'
import type { Spooler } from './devices/printer/queue/spooler.ts'
import { bySameWay } from './devices/printer/same-way.ts'
import type { PrinterTransport } from './devices/printer/transport.ts'
import type { UsbBus } from './devices/printer/usb/usb-bus.ts'
import type { Clock } from '../core/clock.ts'
import type { Timers } from './devices/timers.ts'
import type { Log } from './log.ts'
import type { StationContext } from './services/context.ts'
import { printerStatus } from './services/device-status.ts'
import { createPrintQueue, type PrintQueue } from './services/printing/print-queue.ts'

export interface PrinterOptions {
  readonly context: StationContext
  readonly printers: readonly PrinterConfig[]
  /** Where virtual printers keep their paper. */
  readonly folder: string
  readonly draw: (zpl: Uint8Array, media: Media) => Promise<Uint8Array>
  readonly log: Log
  readonly onStep: () => void
  readonly onState: () => void
  /** The time by which printers are waited for, and their answers grow old; the system's own where absent. */
  readonly time?: (Timers & Clock) | undefined
  /** What keeps the print queues of this computer; needed where a printer is one of them. */
  readonly spooler?: Spooler | undefined
  /** The printers on USB of this computer; what the system has, where absent. */
  readonly usb?: UsbBus | undefined
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

/**
 * Opens every printer of the settings, each physical one with one owner and one queue.
 *
 * Two entries may be one printer: by their address, or by the serial number that it tells. Its counter would be of no
 * use to two owners, so that the second entry's labels go through the first one's queue.
 */
export function openPrinters(options: PrinterOptions): OpenPrinters {
  const firstVirtual = options.printers.find(({ transport }) => transport.type === 'virtual')
  const opened = new Map<string, OpenPrinter>()
  const lentNow = new Set<OpenPrinter>()
  let closed = false

  for (const [config, ...others] of bySameWay(options.printers)) {
    if (!config) continue
    const folder = config === firstVirtual ? options.folder : join(options.folder, config.id)
    open(config, [config, ...others], folder)
  }

  function open(config: PrinterConfig, entries: readonly PrinterConfig[], folder: string): void {
    const one = openPrinter(options, config, entries, folder)
    for (const { id } of entries) opened.set(id, one)
    one.printer.onState((state) => {
      const serial = state.kind === 'ready' ? state.identity.uniqueId : null
      if (serial !== null) joinOwner(one, serial)
    })
  }

  /** The printer that was known by this serial number first owns it. */
  function joinOwner(one: OpenPrinter, serial: string): void {
    one.serial = serial
    const owner = printersInUse().find((each) => each !== one && each.serial === serial)
    if (closed || !owner || owner.config.dpi !== one.config.dpi) return
    options.log.info('one-printer', { id: one.config.id, same: owner.config.id, serial })
    for (const [id, media] of one.served) {
      owner.served.set(id, media)
      opened.set(id, owner)
    }
    void closePrinter(one).then(() => owner.queue.wake())
  }

  function printersInUse(): readonly OpenPrinter[] {
    return [...new Set(opened.values())]
  }

  async function borrow<Result>(id: string, talk: (transport: PrinterTransport) => Promise<Result>): Promise<Result> {
    const lent = opened.get(id)
    if (!lent || closed)
      throw new StationError(
        'not-found',
        `There is no printer ${id} in use. Start Dockside again after changing the settings.`
      )
    if (lentNow.has(lent)) throw new StationError('refused', `${id} is being asked already. Wait until that is done.`)
    lentNow.add(lent)
    await closePrinter(lent)
    const way = openPrinterWay(lent.config, lent.surroundings)
    try {
      if (way instanceof StationError) throw way
      return await talk(way.transport)
    } finally {
      if (!(way instanceof StationError)) await way.close()
      const entries = options.printers.filter((entry) => opened.get(entry.id) === lent)
      if (!closed) open(lent.config, entries, lent.surroundings.folder)
      lentNow.delete(lent)
    }
  }

  return {
    wake: () => printersInUse().forEach(({ queue }) => queue.wake()),
    devices: () =>
      options.printers.flatMap(({ id, transport }) => {
        const state = opened.get(id)?.printer.state()
        return state ? [printerStatus(id, transport.type, state)] : []
      }),
    mediaOf: (id) => opened.get(id)?.served.get(id),
    borrow,
    async close() {
      closed = true
      await Promise.all(printersInUse().map(closePrinter))
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
  /** The entry of the settings that it was opened by. */
  readonly config: PrinterConfig
  readonly surroundings: PrinterSurroundings
  /** The entries that it prints for, each with the size of its labels. */
  readonly served: Map<string, Media>
  /** Its serial number, once it has told it. */
  serial: string | null
  readonly printer: Printer
  readonly queue: PrintQueue
}

function openPrinter(
  { context, draw, log, onStep, onState, time, spooler, usb }: PrinterOptions,
  config: PrinterConfig,
  entries: readonly PrinterConfig[],
  folder: string
): OpenPrinter {
  const served = new Map(entries.map((entry) => [entry.id, mediaOfEntry(entry)]))
  const surroundings: PrinterSurroundings = {
    folder,
    draw,
    spooler,
    usb,
    clock: time ?? context.clock,
    ...(time ? { timers: time } : {}),
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
    served,
    onStep,
    logBug: (error) => log.error('print-queue', error)
  })
  return { config, surroundings, served, serial: null, printer, queue }
}

function mediaOfEntry({ media, dpi, darkness, speedIps }: PrinterConfig): Media {
  const burn = { ...(darkness === undefined ? {} : { darkness }), ...(speedIps === undefined ? {} : { speedIps }) }
  return { ...media, dpi, burn }
}
