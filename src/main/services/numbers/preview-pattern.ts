import { todayOf, type StationClock } from '../../../core/clock.ts'
import { bindPattern, type NumberContext } from '../../../core/numbering/bind.ts'
import { lastingInWords, lastingOf } from '../../../core/numbering/lasting.ts'
import { boundPattern } from '../../../core/numbering/meeting.ts'
import { readPartPattern, type NumberedPlace } from '../../../core/numbering/pattern-faults.ts'
import { formatPattern, type Pattern } from '../../../core/numbering/pattern.ts'
import { capacityOf, restartOfPattern } from '../../../core/numbering/series.ts'
import type { PatternPreview } from '../../../ipc/numbers-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { isSerialTaken } from '../../store/inventory.ts'
import { findLot } from '../../store/lot.ts'
import { previewBatch } from '../numbering.ts'
import { checkPattern, type Numbered } from './check-pattern.ts'
import { seriesUse } from './series-use.ts'

export interface PreviewContext {
  readonly db: ReadableDb
  readonly clock: StationClock
  readonly station: { readonly id: string; readonly site: string }
}

/** What is not known without a receipt shows as its token's name, so that every pattern can be looked at. */
const STAND_INS: NumberContext = {
  partNumber: 'PN',
  revision: 'REV',
  order: 'ORDER',
  supplier: 'SUPPLIER',
  site: 'SITE',
  station: 'STATION'
}

/** So many numbers that somebody bears already are passed over to find a free one. */
const MOST_PASSED_OVER = 20_000

/**
 * What a pattern would give to the next `count` of what it is to number, and until when it lasts; or what is wrong with
 * it. Uses nothing up.
 *
 * @param numbered null where the pattern is looked at without a part: then no other pattern is in its way
 */
export function previewPattern(
  { db, clock, station }: PreviewContext,
  numbered: Numbered | null,
  text: string,
  count: number
): PatternPreview {
  const place: NumberedPlace = { site: station.site, station: station.id }
  const named = numbered?.part ?? { partNumber: STAND_INS.partNumber, revision: STAND_INS.revision }
  const checked = numbered === null ? readPartPattern(text, named) : checkPattern(db, numbered, text, place)
  if (!checked.ok) return { kind: 'refused', faults: checked.faults }
  const { pattern } = checked
  const today = todayOf(clock)
  const { partNumber, revision } = named
  const context: NumberContext = {
    ...STAND_INS,
    partNumber,
    revision,
    site: station.site || STAND_INS.site,
    station: station.id
  }
  const taken = limitedTaken(db, numbered)
  const batch = previewBatch(db, text, context, today, count, taken.isTaken)
  if (!batch.ok) return { kind: 'too-few', message: batch.reason }
  if (taken.passedOver() > MOST_PASSED_OVER) {
    const message = `The next ${MOST_PASSED_OVER} numbers of the pattern ${formatPattern(pattern)} are taken already. Begin it with text of its own.`
    return { kind: 'too-few', message }
  }
  const key = boundPattern({ partNumber, revision, pattern: text })?.key ?? text
  const use = seriesUse(db, clock.now(), key, numbered)
  const lasting = lastingOf(boundHere(pattern, { ...context, order: '', supplier: '' }), today, batch.next, use)
  const capacity = capacityOf(pattern)
  return {
    kind: 'numbers',
    first: batch.first,
    last: batch.last,
    remaining: capacity - batch.next + 1,
    capacity,
    restart: restartOfPattern(pattern),
    used: use.used,
    usedInDays: use.days,
    lastsUntil: lasting.kind === 'until' ? lasting.day : null,
    words: lastingInWords(lasting, today)
  }
}

/** The pattern with what is known before an order comes; the order and its supplier stay open. */
function boundHere(pattern: Pattern, context: NumberContext): Pattern {
  const binding = bindPattern(pattern, context)
  return binding.ok ? binding.pattern : pattern
}

/** Whether a number is taken, asked for so long as somebody may wait for it. */
function limitedTaken(
  db: ReadableDb,
  numbered: Numbered | null
): { readonly isTaken: (number: string) => boolean; readonly passedOver: () => number } {
  let passedOver = 0
  const isBorne = (number: string): boolean =>
    numbered?.kind === 'lot' ? findLot(db, numbered.part.id, number) !== undefined : isSerialTaken(db, number)
  return {
    isTaken(number) {
      if (passedOver > MOST_PASSED_OVER || !isBorne(number)) return false
      passedOver += 1
      return true
    },
    passedOver: () => passedOver
  }
}
