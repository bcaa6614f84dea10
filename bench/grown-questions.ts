import { performance } from 'node:perf_hooks'
import type { StationApi } from '../src/ipc/contract.ts'
import { createRandom } from '../src/core/random.ts'
import type { Measurement, Target } from './figure.ts'
import type { GrownFolder } from './generated/folders.ts'
import { EVENTS_OF_BUSY_UNIT, NODES_OF_TREE } from './generated/landmarks.ts'
import { measureInstalling } from './install-scans.ts'
import { openQuestionedStation } from './questioned-station.ts'
import { sampleCodes } from './sample-codes.ts'

/** As many rows as the window asks for at once. */
const PAGE = 100
const SEARCHES = 12
const RUNS = 15
const SEED = 7

/** What the window asks of a station with years behind it: the time until the station has answered. */
export async function measureQuestions(folder: GrownFolder): Promise<readonly Measurement[]> {
  const installing = await measureInstalling(folder)
  const station = await openQuestionedStation(folder)
  try {
    return [
      ...(await measureSearches(station.api, folder)),
      ...(await measureTraces(station.api, folder)),
      measurement('scan that installs a component, committed', folder, installing, { statistic: 'p95', atMost: 10 })
    ]
  } finally {
    await station.close()
  }
}

type Search = (api: StationApi, search: string) => Promise<unknown>

const SEARCH_FIELDS: Readonly<Record<string, Search>> = {
  'inventory, what is in stock': (api, search) => api.inventory.list({ search, show: 'stock', offset: 0, limit: PAGE }),
  'inventory, also what is gone': (api, search) => api.inventory.list({ search, show: 'all', offset: 0, limit: PAGE }),
  labels: (api, search) => api.labels.list({ search, states: [], offset: 0, limit: PAGE }),
  'orders, what is still to come': (api, search) => api.receiving.orders({ search, openOnly: true }),
  'orders, all': (api, search) => api.receiving.orders({ search, openOnly: false }),
  parts: (api, search) => api.parts.list({ search, offset: 0, limit: PAGE }),
  runs: (api, search) => api.assembly.runs({ search, openOnly: false, offset: 0, limit: PAGE }),
  issues: (api, search) => api.issues.list({ search, show: 'all', severity: null, offset: 0, limit: PAGE })
}

/** One answer for each key that is pressed, until the whole code stands there. */
async function measureSearches(api: StationApi, folder: GrownFolder): Promise<readonly Measurement[]> {
  const { units, goneSerials, lots, orders, parts, places } = sampleCodes(folder, createRandom(SEED), SEARCHES)
  const texts = [
    ...units.map(({ serial }) => serial),
    ...goneSerials,
    ...lots,
    ...orders,
    ...parts,
    ...places.slice(0, SEARCHES)
  ]
  const measurements: Measurement[] = []
  for (const [field, search] of Object.entries(SEARCH_FIELDS)) {
    const samples: number[] = []
    await search(api, '')
    for (const text of texts) {
      for (let typed = 1; typed <= text.length; typed += 1) {
        samples.push(await timed(() => search(api, text.slice(0, typed))))
      }
    }
    measurements.push(
      measurement(`a key pressed in a search: ${field}`, folder, samples, { statistic: 'p95', atMost: 20 })
    )
  }
  return measurements
}

async function measureTraces(api: StationApi, folder: GrownFolder): Promise<readonly Measurement[]> {
  const { busyUnit, treeTop, recalls } = folder.landmarks
  const target: Target = { statistic: 'p95', atMost: 100 }
  const trace = (code: string) => async () => await api.tracing.trace({ code, part: null })
  const graph = (code: string) => async () => await api.tracing.graph({ code, part: null })
  return [
    measurement(`trace of a unit with ${EVENTS_OF_BUSY_UNIT} events`, folder, await repeated(trace(busyUnit)), target),
    measurement(
      `trace of a unit made of ${NODES_OF_TREE.toLocaleString('en')}: time line`,
      folder,
      await repeated(trace(treeTop)),
      target
    ),
    measurement(
      `trace of a unit made of ${NODES_OF_TREE.toLocaleString('en')}: graph`,
      folder,
      await repeated(graph(treeTop)),
      target
    ),
    ...(await inOrder(recalls, async ({ lot, part, units }) =>
      measurement(
        `recall of a lot that is in ${units.toLocaleString('en')} units`,
        folder,
        await repeated(() => api.tracing.recall({ code: lot, part })),
        { statistic: 'p95', atMost: 300 }
      )
    ))
  ]
}

function measurement(name: string, { plan }: GrownFolder, samples: readonly number[], target: Target): Measurement {
  return { name, scale: `${plan.units.toLocaleString('en')} units`, grownTo: plan.units, unit: 'ms', samples, target }
}

async function repeated(work: () => Promise<unknown>): Promise<readonly number[]> {
  await work()
  const samples: number[] = []
  for (let run = 0; run < RUNS; run += 1) samples.push(await timed(work))
  return samples
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function inOrder<T, Result>(list: readonly T[], work: (each: T) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const each of list) results.push(await work(each))
  return results
}
