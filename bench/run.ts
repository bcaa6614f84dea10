// The performance figures: npm run bench [-- NAME…]. What takes long runs only when it is named.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build.ts'
import { withDisplay } from '../scripts/display.ts'
import { PROJECT_ROOT } from '../scripts/project.ts'
import { figureOf, type Measurement } from './figure.ts'
import { measureFiltering } from './filter-labels.ts'
import { growthLines, growthOf } from './growth.ts'
import { measureMillion, measureTenThousand } from './grown.ts'
import { measureJournal } from './journal.ts'
import { describeMachine } from './machine.ts'
import { measurePrinting } from './print-labels.ts'
import { measureReceiving } from './receive-serials.ts'
import { measureScanLatency } from './scan-latency.ts'
import { measureScrolling } from './scroll-rows.ts'
import { measureSending } from './send-labels.ts'
import { figureTable } from './table.ts'
import { measureWindowStart } from './window-start.ts'

const BENCHES: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  receiving: measureReceiving,
  sending: measureSending,
  printing: measurePrinting,
  filtering: measureFiltering,
  journal: measureJournal,
  scanning: () => withDisplay(measureScanLatency),
  start: () => withDisplay(measureWindowStart),
  scrolling: () => withDisplay(measureScrolling),
  'ten-thousand': measureTenThousand,
  million: measureMillion
}

/** Minutes each. `million`: a quarter of an hour or more, and seven gigabytes of disk. `DOCKSIDE_BENCH_DATA=DIR` keeps what it generates there, for the next time. */
const ONLY_BY_NAME = ['million', 'journal']

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  process.stderr.write(`No such bench: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.\n`)
  process.exit(2)
}

buildIfNeeded()
const folder = join(PROJECT_ROOT, 'bench-out')
mkdirSync(folder, { recursive: true })
const missed: string[] = []
for (const [name, measure] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ONLY_BY_NAME.includes(name)) continue
  const machine = describeMachine()
  const { processors, loadBefore, flushMs } = machine
  process.stdout.write(
    `${processors} processors, load ${loadBefore.toFixed(1)}, a page on disk in ${flushMs.p50} ms (p95 ${flushMs.p95} ms)\n`
  )
  const figures = (await measure()).map(figureOf)
  const growth = growthOf(figures)
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ at: new Date().toISOString(), machine, figures, growth }, null, 2)}\n`
  )
  process.stdout.write(`${figureTable(figures)}\n\n`)
  if (growth.length > 0) process.stdout.write(`${growthLines(growth)}\n\n`)
  missed.push(...figures.filter(({ holds }) => holds === false).map(({ name, scale }) => `${name}, ${scale}`))
}
process.stdout.write(
  missed.length === 0 ? 'Every target holds (times in ms).\n' : `Missed (times in ms):\n${missed.join('\n')}\n`
)
