import { performance } from 'node:perf_hooks'
import { createBenchFolder } from './bench-folder.ts'
import type { Measurement } from './figure.ts'
import { openInProcess, scanAll, type InProcessStation } from './in-process.ts'

/** The second stock is ten times the first: what grows with it is not ready for years of work. */
const STOCKS = [20_000, 200_000]
const THOUSAND_RUNS = 20
const TEN_THOUSAND_RUNS = 4
const CONFIG = { station: { id: 'BENCH' } }

/**
 * The `DS:DONE` that receives generated serials: numbers, rows, movements, events and print jobs in one transaction,
 * on disk when it returns.
 */
export async function measureReceiving(): Promise<readonly Measurement[]> {
  const order = { order: 'PO-1', lines: [{ part: 'OWN', quantity: 10_000_000 }] }
  const folder = await createBenchFolder([order], CONFIG)
  const station = openInProcess(folder.path)
  try {
    scanAll(station, 'PO-1')
    const measurements: Measurement[] = []
    let stock = 0
    for (const wanted of STOCKS) {
      for (; stock < wanted; stock += 10_000) receive(station, 10_000)
      const thousands = Array.from({ length: THOUSAND_RUNS }, () => receive(station, 1_000))
      const tenThousands = Array.from({ length: TEN_THOUSAND_RUNS }, () => receive(station, 10_000))
      const scale = `from ${wanted.toLocaleString('en')} units in stock on`
      measurements.push(
        measurement('1,000 generated serials received', scale, thousands, 100),
        measurement('10,000 generated serials received', scale, tenThousands, 1_000)
      )
      stock += THOUSAND_RUNS * 1_000 + TEN_THOUSAND_RUNS * 10_000
    }
    return measurements
  } finally {
    station.close()
    folder.remove()
  }
}

function receive(station: InProcessStation, count: number): number {
  scanAll(station, 'OWN', `DS:QTY:${count}`)
  const from = performance.now()
  scanAll(station, 'DS:DONE')
  return performance.now() - from
}

function measurement(name: string, scale: string, samples: readonly number[], atMost: number): Measurement {
  return { name, scale, unit: 'ms', samples, target: { statistic: 'p95', atMost } }
}
