import { instantOf, type Instant } from '../../../core/clock.ts'
import type { NumberUse } from '../../../core/numbering/lasting.ts'
import { mayProduce } from '../../../core/numbering/match.ts'
import { boundPattern } from '../../../core/numbering/meeting.ts'
import type { ReadableDb } from '../../store/database.ts'
import { firstMoment, lotsSince, unitsSince } from '../../store/number-use.ts'
import { findPart, lotPatterns, revisionsOf, serialPatterns } from '../../store/part.ts'
import type { Numbered } from './check-pattern.ts'

/** So far back, in days, the rate of use is looked for. */
const DAYS_LOOKED_BACK = 30
const DAY_MS = 86_400_000

/**
 * How many numbers a series gave lately: to all parts that share it, and to the part that is to have it from now on.
 *
 * A station that is younger than a month is asked for the days that it has. Numbers of what was taken back count: they
 * stay taken.
 *
 * @param key of the series, as {@link boundPattern} gives it
 */
export function seriesUse(db: ReadableDb, nowMs: number, key: string, numbered: Numbered | null): NumberUse {
  const begun = Date.parse(firstMoment(db) ?? instantOf(nowMs))
  const days = Math.min(DAYS_LOOKED_BACK, Math.max(1, Math.ceil((nowMs - begun) / DAY_MS)))
  const since = instantOf(nowMs - days * DAY_MS)
  let used = 0
  for (const { partNumber, revision } of sharing(serialPatterns(db), key)) {
    if (isUnitOf(numbered, partNumber, revision)) continue
    const part = findPart(db, partNumber, revision)
    if (part) used += unitsSince(db, part.id, revision, since)
  }
  for (const { partNumber } of sharing(
    lotPatterns(db).map((each) => ({ ...each, revision: '' })),
    key
  )) {
    if (numbered?.kind === 'lot' && numbered.part.partNumber === partNumber) continue
    used += ownLotsSince(db, partNumber, since)
  }
  if (numbered?.kind === 'serial') used += unitsSince(db, numbered.part.id, numbered.part.revision, since)
  if (numbered?.kind === 'lot') used += ownLotsSince(db, numbered.part.partNumber, since)
  return { used, days }
}

function* sharing<Owner extends { readonly partNumber: string; readonly revision: string; readonly pattern: string }>(
  patterns: readonly Owner[],
  key: string
): Generator<Owner> {
  for (const each of patterns) if (boundPattern(each)?.key === key) yield each
}

function isUnitOf(numbered: Numbered | null, partNumber: string, revision: string): boolean {
  return numbered?.kind === 'serial' && numbered.part.partNumber === partNumber && numbered.part.revision === revision
}

/** Of a part whose lots come from the supplier, those that its own pattern may have given. */
function ownLotsSince(db: ReadableDb, partNumber: string, since: Instant): number {
  const [part] = revisionsOf(db, partNumber)
  if (!part) return 0
  const lots = lotsSince(db, part.id, since)
  if (part.lotSource === 'generated') return lots.length
  const own =
    part.lotPattern === null
      ? undefined
      : boundPattern({ partNumber, revision: part.revision, pattern: part.lotPattern })
  return own === undefined ? 0 : lots.filter((lot) => mayProduce(own.bound, lot)).length
}
