import { instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import type { NumberContext } from '../../core/numbering/bind.ts'
import { parsePattern } from '../../core/numbering/parse-pattern.ts'
import { periodOf, previewNumbers as preview, seriesOf } from '../../core/numbering/series.ts'
import { DEFAULT_CONFIG, readConfig } from '../config.ts'
import { existsSync } from 'node:fs'
import { revisionsOf } from '../store/part.ts'
import { nextCounter } from '../store/number-series.ts'
import { databaseFile, reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { visible } from './text-table.ts'

const MAX_COUNT = 1_000_000

export async function previewNumbers(
  dataFolder: string,
  pattern: string,
  count: string,
  part: string | null
): Promise<CommandResult> {
  const wanted = Number(count)
  if (!/^\d+$/.test(count) || wanted < 1 || wanted > MAX_COUNT) {
    throw new StationError('usage', `--count ${count}: give a whole number from 1 to ${MAX_COUNT}.`)
  }
  const parsed = parsePattern(pattern)
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ message }) => message)
    return refusedCommand({ ok: false, problems }, `${visible(pattern)} is no pattern:\n${problems.join('\n')}`)
  }
  const at = instantOf(Date.now())
  const context = withStandIns(await contextOf(dataFolder, part))
  const series = seriesOf(parsed.pattern, context)
  if (!series.ok) return refusedCommand({ ok: false, problems: [series.reason] }, series.reason)
  const next = existsSync(databaseFile(dataFolder))
    ? await reading(dataFolder, (db) => nextCounter(db, series.series, periodOf(parsed.pattern, at)))
    : 1
  const result = preview(parsed.pattern, context, at, next, wanted)
  if (!result.ok) return refusedCommand({ ok: false, problems: [result.reason] }, result.reason)
  const { first, last, remaining } = result
  return done(
    { first, last, count: wanted, remaining },
    `${first}${wanted === 1 ? '' : ` to ${last}`} (${remaining} left after that)`
  )
}

/** What is not known without a receipt shows as its token's name, so that every pattern can be looked at. */
function withStandIns(context: NumberContext): NumberContext {
  return {
    partNumber: context.partNumber || 'PN',
    revision: context.revision || 'REV',
    order: context.order || 'ORDER',
    supplier: context.supplier || 'SUPPLIER',
    site: context.site || 'SITE',
    station: context.station || 'STATION'
  }
}

async function contextOf(dataFolder: string, partNumber: string | null): Promise<NumberContext> {
  const config = readConfig(dataFolder)
  const { id, site } = config.ok ? config.config.station : DEFAULT_CONFIG.station
  const base = { order: '', supplier: '', site, station: id }
  if (partNumber === null) return { ...base, partNumber: '', revision: '' }
  const [part] = await reading(dataFolder, (db) => revisionsOf(db, partNumber))
  if (!part)
    throw new StationError('not-found', `There is no part ${partNumber} here. Import it first, or check its number.`)
  return { ...base, partNumber: part.partNumber, revision: part.revision }
}
