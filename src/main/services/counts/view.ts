import { assert } from '../../../core/assert.ts'
import { whatIsMissing } from '../../../core/counts/pile.ts'
import type { CountPlace } from '../../../core/counts/place.ts'
import { whatStands } from '../../../core/counts/review.ts'
import { tallyOf } from '../../../core/counts/tally.ts'
import { lineWords } from '../../../core/counts/words.ts'
import type { VarianceLine } from '../../../core/counts/variance.ts'
import type {
  CountEntryView,
  CountingView,
  OpenCountView,
  UnknownView,
  VarianceLineView,
  VarianceView
} from '../../../ipc/counts-views.ts'
import {
  countEntries,
  countNumbered,
  lastEntries,
  openCountAt,
  openCounts,
  placesOf,
  unknownOf,
  type CountRow,
  type EntryRow
} from '../../store/count.ts'
import type { ReadableDb } from '../../store/database.ts'
import { momentOf } from '../../store/event.ts'
import { uncountedAt } from '../../store/count-expected.ts'
import type { StationContext } from '../context.ts'
import { readSessionBeneath } from '../session-store.ts'
import { createCountDirectory } from './directory.ts'

/** How much of a list is sent to the window at once; the rest is counted. */
const MAX_LISTED = 500
const MAX_LAST = 40

/** What the counts screen shows of the count in hand; null while nothing is counted at this station. */
export function countingView(context: Pick<StationContext, 'db' | 'clock'>): CountingView | null {
  const { db } = context
  const { at } = readSessionBeneath(db)
  if (at.kind !== 'count') return null
  const count = countInHand(db, at)
  const { location, pending } = at
  if (!count) {
    return {
      count: null,
      location: null,
      pending: null,
      entries: 0,
      last: [],
      expected: null,
      unknown: [],
      variance: null
    }
  }
  return {
    count: openCountView(db, count),
    location,
    pending: pending && {
      name: pending.name,
      unit: pending.unit,
      revision: pending.revision,
      revisions: pending.revisions,
      quantity: pending.quantity,
      next: whatIsMissing(pending)
    },
    entries: location === null ? 0 : countEntries(db, count.id, location),
    last: location === null ? [] : lastEntries(db, count.id, location, MAX_LAST).map(entryView),
    expected:
      location === null || count.blind === 1 || at.review ? null : uncountedAt(db, count.id, location, MAX_LISTED),
    unknown: unknownOf(db, count.id).map(unknownView),
    variance: at.review ? varianceView(context, count) : null
  }
}

/** The counts that are neither posted nor thrown away. */
export function openCountViews(db: ReadableDb): readonly OpenCountView[] {
  return openCounts(db).map((count) => openCountView(db, count))
}

function countInHand(db: ReadableDb, { location, joined }: CountPlace): CountRow | undefined {
  if (location !== null) return openCountAt(db, location)
  return joined === null ? undefined : countNumbered(db, joined)
}

function openCountView(db: ReadableDb, { id, count, blind, reason, startedSeq }: CountRow): OpenCountView {
  return {
    id,
    count,
    blind: blind === 1,
    reason,
    startedAt: momentOf(db, startedSeq),
    places: placesOf(db, id).map(({ location, operator, finishedAt }) => ({
      location,
      operator,
      finished: finishedAt !== null,
      entries: countEntries(db, id, location)
    }))
  }
}

function varianceView({ db, clock }: Pick<StationContext, 'db' | 'clock'>, { id, count }: CountRow): VarianceView {
  const directory = createCountDirectory(db, clock.local)
  const lines = directory.variance(id)
  const differing = lines.filter(({ finding }) => finding !== 'agrees')
  const open = directory.numbered(count)
  assert(open, 'the variance of an open count is shown')
  return {
    tally: tallyOf(lines),
    lines: [...differing].sort(byUrgency).slice(0, MAX_LISTED).map(lineView),
    total: differing.length,
    waits: whatStands(open, null, lines) ?? null
  }
}

/** What must be counted again first, then what posting changes, then what it leaves. */
function byUrgency(a: VarianceLine, b: VarianceLine): number {
  return urgency(a) - urgency(b) || a.location.localeCompare(b.location)
}

function urgency({ finding, adjusted }: VarianceLine): number {
  if (finding === 'changed') return 0
  return adjusted === 0 ? 2 : 1
}

function lineView(line: VarianceLine): VarianceLineView {
  const { finding, goods, location, expected, counted, adjusted } = line
  const { partNumber, revision, serial, lot, unit } = goods
  return {
    finding,
    partNumber,
    revision: revision || null,
    serial,
    lot,
    unit,
    location,
    expected,
    counted,
    adjusted,
    words: lineWords(line)
  }
}

function entryView({ id, partNumber, revision, serial, lot, quantity, unit, operator, at }: EntryRow): CountEntryView {
  return { id, partNumber, revision: revision || null, serial, lot, quantity, unit, operator, at }
}

function unknownView({ location, code, partNumber, operator }: UnknownView): UnknownView {
  return { location, code, partNumber, operator }
}
