import { openSocketScanner, type SocketScanner } from '../scripts/drive/socket-scanner.ts'
import { freePorts } from '../scripts/drive/free-ports.ts'
import { instantOf } from '../src/core/clock.ts'
import { transaction } from '../src/main/store/database.ts'
import { labelsInState } from '../src/main/store/label.ts'
import { stepLabel } from '../src/main/store/label-step.ts'
import { launchStation } from '../test/e2e/launch.ts'
import { createBenchFolder } from './bench-folder.ts'
import { openInProcess, scanAll, type InProcessStation } from './in-process.ts'
import { watchShownScans, type ShownScans } from './shown-scans.ts'
import { openTimedPrinter, type TimedPrinter } from './timed-printer.ts'

/** The real station with a scanner and a printer on sockets, and an eye on its window. */
export interface StationInWindow {
  readonly scanner: SocketScanner
  readonly printer: TimedPrinter
  readonly shown: ShownScans
}

const ORDER = {
  order: 'PO-1',
  lines: [
    { part: 'OWN', quantity: 1_000_000 },
    { part: 'CAPTURED', quantity: 100_000 },
    { part: 'CAPTURED-2', quantity: 100_000 }
  ]
}
const FILL_BATCH = 10_000

/** Opens the station on `stock` units that were received before, and closes it after `work`. */
export async function withStationInWindow<Result>(
  stock: number,
  work: (station: StationInWindow) => Promise<Result>
): Promise<Result> {
  const [scannerPort = 0] = await freePorts(1)
  const printer = await openTimedPrinter()
  const folder = await createBenchFolder([ORDER], {
    station: { id: 'BENCH' },
    scanners: [{ id: 'bench', type: 'tcp', listen: `127.0.0.1:${scannerPort}` }],
    printers: [
      {
        id: 'bench',
        transport: { type: 'tcp', host: '127.0.0.1', port: printer.port },
        dpi: 203,
        media: { widthMm: 51, heightMm: 25 }
      }
    ]
  })
  try {
    fillStock(folder.path, stock)
    const station = await launchStation({ dataFolder: folder.path })
    const scanner = await openSocketScanner(scannerPort)
    try {
      return await work({ scanner, printer, shown: await watchShownScans(station.page) })
    } finally {
      scanner.close()
      await station.close()
    }
  } finally {
    await printer.close()
    folder.remove()
  }
}

/** Receives units, and marks their labels as printed long ago. */
export function fillStock(dataFolder: string, units: number): void {
  const station = openInProcess(dataFolder)
  scanAll(station, 'PO-1')
  for (let left = units; left > 0; left -= FILL_BATCH) {
    scanAll(station, 'OWN', `DS:QTY:${Math.min(FILL_BATCH, left)}`, 'DS:DONE')
  }
  scanAll(station, 'DS:CANCEL')
  printLongAgo(station)
  station.close()
}

/** Takes every label off the queue, so that the printer has nothing to do but what is measured. */
function printLongAgo({ context }: InProcessStation): void {
  const { db, clock, operator } = context
  const at = instantOf(clock.now())
  transaction(db, () => {
    for (const { id } of labelsInState(db, 'queued')) stepLabel(db, id, at, operator, 'printed', {})
  })
}
