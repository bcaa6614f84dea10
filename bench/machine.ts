import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { electronLaunch } from '../scripts/runtime.ts'
import { figureOf } from './figure.ts'

const FLUSHES = 200
const PAGE_BYTES = 4096

/** What the figures were measured on: a figure means nothing without it. */
export function describeMachine() {
  const processors = cpus()
  const { version, fallback } = electronLaunch()
  const { p50, p95 } = figureOf({ name: 'flush', scale: '', unit: 'ms', samples: measureFlush() })
  return {
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    /** How many processes wanted to run in the minute before: more than there are processors, and all figures are too high. */
    loadBefore: loadavg()[0] ?? 0,
    /** A page written and on disk: each commit that is waited for takes at least this long. */
    flushMs: { p50, p95 },
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    electron: version,
    electronStandsIn: fallback
  }
}

function measureFlush(): readonly number[] {
  const file = join(tmpdir(), `dockside-bench-flush-${process.pid}`)
  const descriptor = openSync(file, 'w')
  const page = Buffer.alloc(PAGE_BYTES)
  try {
    return Array.from({ length: FLUSHES }, () => {
      const from = performance.now()
      writeSync(descriptor, page)
      fdatasyncSync(descriptor)
      return performance.now() - from
    })
  } finally {
    closeSync(descriptor)
    rmSync(file)
  }
}
