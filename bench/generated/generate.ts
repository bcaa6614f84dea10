import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '../../src/core/assert.ts'
import type { Day } from '../../src/core/clock.ts'
import { EMPTY_CONTEXT } from '../../src/core/numbering/bind.ts'
import { ISSUE_PATTERN } from '../../src/core/quality/issue.ts'
import { parsePattern } from '../../src/core/numbering/parse-pattern.ts'
import { periodOf, seriesOf } from '../../src/core/numbering/series.ts'
import type { WritableDb } from '../../src/main/store/database.ts'
import { advanceCounter } from '../../src/main/store/number-series.ts'
import { openBulkStore } from './bulk-store.ts'
import { putCatalogue, SERIAL_PATTERN } from './catalogue.ts'
import { writeHistory, type HistoryPlan, type Landmarks } from './history.ts'
import { createLabelBook } from './labels.ts'
import { createRandom } from '../../src/core/random.ts'
import { createStock } from './stock.ts'

const SEED = 20_211_123

const RECEIPT_PATTERN = 'R-{YYYY}-{#####}'

/** Fills a new data folder with years of work, the same each time. */
export function generateFolder(dataFolder: string, plan: HistoryPlan): Landmarks {
  const store = openBulkStore(dataFolder)
  const { db } = store
  const catalogue = putCatalogue(db)
  const stock = createStock()
  const labels = createLabelBook(db, store.now, store.operator)
  const random = createRandom(SEED)
  const { numbers, ...landmarks } = writeHistory({ store, stock, labels, catalogue, random }, plan)
  stock.write(db)
  labels.flush()
  advance(db, SERIAL_PATTERN, 2021, stock.serials() + 1)
  for (const [year, used] of numbers.receipts.used) advance(db, RECEIPT_PATTERN, Number(year), used + 1)
  for (const [year, used] of numbers.issues.used) advance(db, ISSUE_PATTERN, Number(year), used + 1)
  store.close()
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify({ station: { id: 'BENCH' } }))
  return landmarks
}

/** Has the next number of a pattern come after those that the history has used. */
function advance(db: WritableDb, text: string, year: number, next: number): void {
  const parsed = parsePattern(text)
  assert(parsed.ok, 'the patterns of the history are patterns')
  const series = seriesOf(parsed.pattern, EMPTY_CONTEXT)
  assert(series.ok, 'the patterns of the history need nothing but the date')
  advanceCounter(db, series.series, periodOf(parsed.pattern, `${year}-07-01` as Day), next)
}
