import { cpus, release, totalmem, type } from 'node:os'
import { electronLaunch } from '../scripts/runtime.ts'

/** What the figures were measured on: a figure means nothing without it. */
export function describeMachine() {
  const processors = cpus()
  const { version, fallback } = electronLaunch()
  return {
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    electron: version,
    electronStandsIn: fallback
  }
}
