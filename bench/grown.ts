import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from '../scripts/display.ts'
import { freePorts } from '../scripts/drive/free-ports.ts'
import { PROJECT_ROOT } from '../scripts/project.ts'
import { figureOf, type Measurement, type Target } from './figure.ts'
import { openGrownFolders, type GrownFolder } from './generated/folders.ts'
import type { HistoryPlan } from './generated/history.ts'
import { measureQuestions } from './grown-questions.ts'
import { timeGrownScans } from './grown-scans.ts'
import { timeToReady } from './window-start.ts'

const TEN_THOUSAND: HistoryPlan = { units: 10_000, lots: 500, events: 50_000, recalls: [1_000] }
const MILLION: HistoryPlan = { units: 1_000_000, lots: 50_000, events: 5_000_000, recalls: [1_000, 10_000] }

const STARTS = 8
const LATER_THAN_EMPTY_MS = 200
const VERIFY_RUNS = 3
const SCAN_TARGET: Target = { statistic: 'p95', atMost: 50 }
const VERIFY_TARGET: Target = { statistic: 'max', atMost: 60_000 }

/** A station after its first weeks. */
export async function measureTenThousand(): Promise<readonly Measurement[]> {
  return await measureGrown([TEN_THOUSAND])
}

/** And the same after years: a million units and five million events. */
export async function measureMillion(): Promise<readonly Measurement[]> {
  return await measureGrown([TEN_THOUSAND, MILLION])
}

async function measureGrown(plans: readonly HistoryPlan[]): Promise<readonly Measurement[]> {
  const folders = openGrownFolders((line) => process.stdout.write(`${line}\n`))
  try {
    const measurements: Measurement[] = []
    for (const plan of plans) {
      const folder = folders.of(plan)
      measurements.push(await measureVerify(folder), ...(await measureQuestions(folder)))
      await withDisplay(async () => {
        measurements.push(...(await measureScans(folder)), ...(await measureStarts(folder)))
      })
    }
    return measurements
  } finally {
    folders.close()
  }
}

async function measureScans(folder: GrownFolder): Promise<readonly Measurement[]> {
  const times = await timeGrownScans(folder)
  const about = scaleOf(folder)
  return [
    {
      name: 'any scan sent, committed, shown',
      ...about,
      samples: [...times.values()].flat(),
      target: SCAN_TARGET
    },
    ...[...times].map(([kind, samples]) => ({ name: `scan shown: ${kind}`, ...about, samples }))
  ]
}

/** Starts on the grown folder and on an empty one take turns, so that both see the machine alike. */
async function measureStarts(folder: GrownFolder): Promise<readonly Measurement[]> {
  const [port = 0] = await freePorts(1)
  const empty = mkdtempSync(join(tmpdir(), 'dockside-bench-empty-'))
  const config = { station: { id: 'BENCH' }, scanners: [{ id: 'bench', type: 'tcp', listen: `127.0.0.1:${port}` }] }
  for (const path of [empty, folder.path]) writeFileSync(join(path, 'station.json'), JSON.stringify(config))
  const name = 'program started, window ready for a scan'
  const of = { empty: [] as number[], grown: [] as number[] }
  try {
    // The first start of an empty folder makes its database.
    await timeToReady(empty, port)
    for (let start = 0; start < STARTS; start += 1) {
      of.empty.push(await timeToReady(empty, port))
      of.grown.push(await timeToReady(folder.path, port))
    }
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
  const alone: Measurement = { name, scale: 'an empty folder', unit: 'ms', samples: of.empty }
  const atMost = Math.round(figureOf(alone).p95 + LATER_THAN_EMPTY_MS)
  return [alone, { name, ...scaleOf(folder), samples: of.grown, target: { statistic: 'p95', atMost } }]
}

/** `dockside verify` in a process of its own, from its start to its end. */
async function measureVerify(folder: GrownFolder): Promise<Measurement> {
  const samples: number[] = []
  for (let run = 0; run < VERIFY_RUNS; run += 1) samples.push(await timeVerify(folder))
  const events = folder.plan.events.toLocaleString('en')
  return { name: `dockside verify (${events} events)`, ...scaleOf(folder), samples, target: VERIFY_TARGET }
}

async function timeVerify({ path }: GrownFolder): Promise<number> {
  const from = performance.now()
  const program = spawn(process.execPath, [join(PROJECT_ROOT, 'scripts', 'dockside.ts'), '--data', path, 'verify'], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const status = await new Promise((resolve) => program.once('exit', resolve))
  if (status !== 0) throw new Error(`dockside verify finds ${path} not in order`)
  return performance.now() - from
}

function scaleOf({ plan }: GrownFolder): Pick<Measurement, 'scale' | 'grownTo' | 'unit'> {
  return { scale: `${plan.units.toLocaleString('en')} units`, grownTo: plan.units, unit: 'ms' }
}
