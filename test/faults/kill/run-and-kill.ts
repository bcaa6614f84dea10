import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Step } from './step.ts'

/** Where a process is killed. */
export type KillPoint =
  /** Before the n-th statement that it writes with, from its start on. */
  | { readonly kind: 'statement'; readonly number: number }
  /** So long after the n-th answer, whatever it does by then. */
  | { readonly kind: 'moment'; readonly answers: number; readonly afterMs: number }

/** How far it came. */
export interface KilledRun {
  /** Whether the station was open when it was killed. */
  readonly opened: boolean
  /** What it answered, one for each step; the step behind the last one may have been under way. */
  readonly answers: readonly string[]
  readonly errors: string
}

const PROGRAM = fileURLToPath(new URL('worked-station.ts', import.meta.url))
const MAIN = fileURLToPath(new URL('../../../src/main', import.meta.url))

/** Starts a station in a process of its own, has it work, and kills it. */
export async function runAndKill(dataFolder: string, steps: readonly Step[], point: KillPoint): Promise<KilledRun> {
  const file = join(dataFolder, 'steps.json')
  writeFileSync(file, JSON.stringify(steps))
  const killAt = point.kind === 'statement' ? point.number : 0
  const program = spawn(process.execPath, [PROGRAM, dataFolder, file, String(killAt), MAIN], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  let errors = ''
  program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    const answers = linesOf(said).length - 1
    if (said.endsWith('"done"\n')) program.kill('SIGKILL')
    else if (point.kind === 'moment' && answers >= point.answers) {
      setTimeout(() => program.kill('SIGKILL'), point.afterMs)
    }
  })
  const signal = await new Promise((resolve) => program.once('close', (_status, signal) => resolve(signal)))
  if (signal !== 'SIGKILL') throw new Error(`The station ended by itself, which it should not have:\n${errors}`)
  const [opened, ...answers] = linesOf(said)
  return { opened: opened === 'open', answers: answers.filter((answer) => answer !== 'done'), errors }
}

/** Whole lines alone: the last one may have been cut off. */
function linesOf(said: string): readonly string[] {
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as string)
}
