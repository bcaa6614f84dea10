import { spawn, type ChildProcess } from 'node:child_process'
import { freePorts } from '../scripts/drive/free-ports.ts'
import { openSocketScanner } from '../scripts/drive/socket-scanner.ts'
import { waitFor } from '../scripts/drive/wait-for.ts'
import { electronLaunch } from '../scripts/runtime.ts'
import { createBenchFolder } from './bench-folder.ts'
import { attachToPage, type DebuggedPage } from './debugged-page.ts'
import type { Measurement } from './figure.ts'
import { fillStock } from './in-window.ts'
import { nowMs } from './window-clock.ts'

const STOCKS = [10_000, 100_000]
const RUNS = 10
const TARGET = { statistic: 'p95', atMost: 1_500 } as const

/** From the start of the program to a window in sight that says it is ready, and a scanner that is listened to. */
export async function measureWindowStart(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for (const stock of STOCKS) {
    const [scannerPort = 0] = await freePorts(1)
    const order = { order: 'PO-1', lines: [{ part: 'OWN', quantity: 1_000_000 }] }
    const folder = await createBenchFolder([order], {
      station: { id: 'BENCH' },
      scanners: [{ id: 'bench', type: 'tcp', listen: `127.0.0.1:${scannerPort}` }]
    })
    try {
      fillStock(folder.path, stock)
      const samples: number[] = []
      for (let run = 0; run < RUNS; run += 1) samples.push(await timeToReady(folder.path, scannerPort))
      const scale = `${stock.toLocaleString('en')} units in stock`
      measurements.push({
        name: 'program started, window ready for a scan',
        scale,
        unit: 'ms',
        samples,
        target: TARGET
      })
    } finally {
      folder.remove()
    }
  }
  return measurements
}

/** Starts the program on a folder whose settings have a scanner at this port, and ends it once it is ready. */
export async function timeToReady(dataFolder: string, scannerPort: number): Promise<number> {
  const [debuggingPort = 0] = await freePorts(1)
  const { executablePath, args, env } = electronLaunch()
  const startedAt = nowMs()
  const program = spawn(executablePath, [`--remote-debugging-port=${debuggingPort}`, ...args, '--data', dataFolder], {
    env,
    stdio: 'ignore'
  })
  try {
    const scanner = await openSocketScanner(scannerPort)
    const listeningAt = nowMs()
    scanner.close()
    const page = await waitFor('the page', () => attachToPage(debuggingPort).catch(() => undefined))
    const seenAt = await timeOfSight(page)
    page.close()
    return Math.max(listeningAt, seenAt) - startedAt
  } finally {
    await end(program)
  }
}

/** What the page itself noted: when it first drew something, and when its window came in sight. */
async function timeOfSight(page: DebuggedPage): Promise<number> {
  return await waitFor('the window', async () => {
    const atMs = await page.evaluate(`(() => {
      const drawn = performance.getEntriesByName('first-contentful-paint')[0]
      const inSight = performance.getEntriesByType('visibility-state').find(({ name }) => name === 'visible')
      const ready = document.querySelector('[aria-label="Last scan"]')?.textContent.includes('Ready to scan')
      if (!drawn || !inSight || !ready) return null
      return performance.timeOrigin + Math.max(drawn.startTime, inSight.startTime)
    })()`)
    return typeof atMs === 'number' ? atMs : undefined
  })
}

async function end(program: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  await ended
}
