import { performance } from 'node:perf_hooks'
import { createBenchFolder, type BenchFolder } from './bench-folder.ts'
import { openFastPrinter, type FastPrinter } from './fast-printer.ts'
import type { Measurement } from './figure.ts'
import { openInProcessPrinter } from './in-process-printer.ts'
import { openInProcess, scanAll } from './in-process.ts'

/** The one that has a target is ten times the other: what a label costs must not grow with the queue. */
const BATCHES = [{ labels: 100 }, { labels: 1_000, target: { statistic: 'p95', atMost: 1_000 } }] as const
const RUNS = 5
const CONFIG = { station: { id: 'BENCH' } }

/**
 * A batch of labels, from the ledger through the socket to the printer's own word for each, with a printer that takes
 * them at once. Host time is the time in which the station's thread was busy; the whole time holds the printer's answers
 * too.
 */
export async function measureSending(): Promise<readonly Measurement[]> {
  const printer = await openFastPrinter()
  const order = { order: 'PO-1', lines: [{ part: 'OWN', quantity: 1_000_000 }] }
  const folder = await createBenchFolder([order], CONFIG)
  try {
    const measurements: Measurement[] = []
    for (const { labels, ...goal } of BATCHES) {
      const busy: number[] = []
      const whole: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const sending = await sendBatch(folder, printer, labels)
        busy.push(sending.busyMs)
        whole.push(sending.wholeMs)
      }
      const name = `${labels.toLocaleString('en')} labels sent and confirmed`
      measurements.push(
        { name: `${name}, host time`, scale: 'a printer that takes them at once', unit: 'ms', samples: busy, ...goal },
        { name: `${name}, whole time`, scale: 'a printer that takes them at once', unit: 'ms', samples: whole }
      )
    }
    return measurements
  } finally {
    folder.remove()
    await printer.close()
  }
}

async function sendBatch(folder: BenchFolder, { port }: FastPrinter, batch: number) {
  const station = openInProcess(folder.path)
  scanAll(station, 'PO-1', 'OWN', `DS:QTY:${batch}`)
  const printer = await openInProcessPrinter(station, folder.path, port, { widthMm: 51, heightMm: 25 })
  try {
    scanAll(station, 'DS:DONE')
    const allAreOut = printer.untilAllAreOut()
    const before = performance.eventLoopUtilization()
    const from = performance.now()
    printer.wake()
    await allAreOut
    const wholeMs = performance.now() - from
    const { active: busyMs } = performance.eventLoopUtilization(before)
    scanAll(station, 'DS:DONE')
    return { busyMs, wholeMs }
  } finally {
    await printer.close()
    station.close()
  }
}
