// A station that works through steps until it is killed: worked-station.ts DATA_FOLDER STEPS KILL_AT
import { readFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openStation } from '../../../src/main/station.ts'
import { takeStep, type Step } from './step.ts'

const [dataFolder = '', stepsFile = '', killAt = '0', workers = ''] = process.argv.slice(2)
dieAtStatement(Number(killAt))
const station = await openStation({ dataFolder, version: '0.0.0-test', workers, replayKeys: () => undefined })
report('open')
for (const step of JSON.parse(readFileSync(stepsFile, 'utf8')) as readonly Step[]) {
  report(await takeStep(station.api, step))
  // The printer has its turn between two steps.
  await new Promise((resolve) => setImmediate(resolve))
}
report('done')
setInterval(() => undefined, 1_000)

/** At once, in the pipe when this returns. */
function report(answer: string): void {
  writeSync(1, `${JSON.stringify(answer)}\n`)
}

/** Ends this process, as a power cut does, before the n-th statement that writes; `0` never does. */
function dieAtStatement(wanted: number): void {
  const scratch = new Database(':memory:')
  const statement = Object.getPrototypeOf(scratch.prepare('SELECT 1')) as object
  const run = Reflect.get(statement, 'run') as (...values: unknown[]) => unknown
  let count = 0
  const counted = function (this: unknown, ...values: unknown[]): unknown {
    count += 1
    if (count === wanted) process.kill(process.pid, 'SIGKILL')
    return run.apply(this, values)
  }
  Reflect.set(statement, 'run', counted)
  scratch.close()
}
