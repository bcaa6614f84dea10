// Everything that must hold before a change lands: npm test [-- STAGE…]
import { build } from './build.ts'
import { runEndToEndTests, runUnitTests } from './checks/suites.ts'
import { runWineTests } from './checks/wine.ts'
import { runUsbBenchTests } from './checks/usb-bench.ts'
import { checkFormat, checkLint, checkTypes } from './checks/static.ts'
import type { Tally } from './checks/tally.ts'
import { checked, closingLine, total } from './checks/tally.ts'
import { provideCups } from './cups/provide.ts'

type Stages = Readonly<Record<string, () => Promise<Tally>>>

/** One after another; those of one step beside each other. The emulated computer of the USB bench takes one processor. */
const STEPS: readonly Stages[] = [
  { format: checkFormat },
  { lint: checkLint },
  { types: checkTypes },
  { build: checkBuild },
  { unit: runUnitTestsWithCups, 'usb-bench': runUsbBenchTests },
  { e2e: runEndToEndTests }
]
/** Run when they are named alone: what they need is large. */
const BY_NAME: Stages = { wine: runWineTests }
const ALL: Stages = Object.assign({}, ...STEPS, BY_NAME)

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(ALL, name))
if (unknown.length > 0) {
  process.stderr.write(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(ALL).join(', ')}.\n`)
  process.exit(2)
}

const tallies: Tally[] = []
for (const step of wanted.length === 0 ? STEPS : [...STEPS, BY_NAME]) {
  const stages = Object.entries(step).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  if (stages.length === 0) continue
  process.stdout.write(`\n== ${stages.map(([name]) => name).join(' and ')}\n`)
  tallies.push(...(await Promise.all(stages.map(([, run]) => run()))))
}
const result = total(tallies)
process.stdout.write(`\n${closingLine(result)}\n`)
process.exitCode = result.failed > 0 ? 1 : 0

/** A test that finds no CUPS is skipped. */
async function runUnitTestsWithCups(): Promise<Tally> {
  try {
    provideCups()
  } catch (error) {
    process.stdout.write(`CUPS could not be provided: ${error instanceof Error ? error.message : String(error)}\n`)
  }
  return await runUnitTests()
}

async function checkBuild(): Promise<Tally> {
  try {
    build()
    process.stdout.write('ok      build\n')
    return checked(true)
  } catch (error) {
    process.stdout.write(`FAILED  build\n${error instanceof Error ? error.message : String(error)}\n`)
    return checked(false)
  }
}
