import { performance } from 'node:perf_hooks'
import { createTracingApi } from '../src/main/services/tracing/api.ts'
import { reportOf } from '../src/main/services/tracing/report.ts'
import { traceCode, WHOLE, type TraceLimits } from '../src/main/services/tracing/trace.ts'
import type { ReadableDb } from '../src/main/store/database.ts'
import type { Measurement } from './figure.ts'
import type { Landmarks } from './generated/history.ts'
import { openInProcess } from './in-process.ts'

const RUNS = 30
const TRACE_TARGET = { statistic: 'p95', atMost: 100 } as const
const RECALL_TARGET = { statistic: 'p95', atMost: 300 } as const

/** What a trace may cost, on a data folder that {@link generateFolder} has made. */
export async function measureTraces(
  dataFolder: string,
  { busyUnit, treeTop, recalls }: Pick<Landmarks, 'busyUnit' | 'treeTop' | 'recalls'>,
  scale: string
): Promise<readonly Measurement[]> {
  const station = openInProcess(dataFolder)
  const { db } = station.context
  const tracing = createTracingApi(station.context, undefined)
  const measure = async (name: string, work: () => unknown, target?: Measurement['target']): Promise<Measurement> => {
    await work()
    const samples: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const from = performance.now()
      await work()
      samples.push(performance.now() - from)
    }
    return { name, scale, unit: 'ms', samples, ...(target ? { target } : {}) }
  }
  try {
    const measured = [
      await measure('trace of a unit with 200 events', () => whole(db, busyUnit), TRACE_TARGET),
      await measure('trace of a unit with a tree of 1,011 nodes', () => whole(db, treeTop), TRACE_TARGET),
      await measure(
        'what the window first asks of that unit',
        () => tracing.trace({ code: treeTop, part: null }),
        TRACE_TARGET
      )
    ]
    for (const { lot, units } of recalls) {
      const name = `recall list of a lot used in ${units.toLocaleString('en')} units`
      measured.push(
        await measure(name, () => tracing.recall({ code: lot, part: null }), RECALL_TARGET),
        await measure(`whole report of that lot, its history too`, () => reportOf(db, lot, null))
      )
    }
    return measured
  } finally {
    station.close()
  }
}

function whole(db: ReadableDb, code: string, limits: TraceLimits = WHOLE): void {
  const outcome = traceCode(db, code, null, limits)
  if (outcome.kind !== 'found') throw new Error(`${code} is ${outcome.kind}`)
}
