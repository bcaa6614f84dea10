import { assert, assertNever } from '../../../core/assert.ts'
import { instantOf } from '../../../core/clock.ts'
import type { EventSubject, Json } from '../../../core/event.ts'
import type { CountId, EventSeq, RowId } from '../../../core/ids.ts'
import { isOpenQuestion, type VarianceLine } from '../../../core/counts/variance.ts'
import { tallyOf } from '../../../core/counts/tally.ts'
import { add, formatQuantity, subtract, ZERO, type Quantity } from '../../../core/quantity.ts'
import { countAt, endCount, placesOf, unknownOf } from '../../store/count.ts'
import { insertResult, type KeptFinding } from '../../store/count-result.ts'
import { appendEvent } from '../../store/event.ts'
import { ensureRowLike, placeUnit, rowAt, type InventoryRow } from '../../store/inventory.ts'
import { move, moveUnit } from '../../store/movement.ts'
import type { StationContext } from '../context.ts'

/** How many things that agree share an event: a count of ten thousand units writes fifty events, not ten thousand. */
export const AGREEING_PER_EVENT = 200

interface Posting {
  readonly context: StationContext
  readonly count: CountId
  readonly number: string
  readonly reason: string
  readonly approvedBy: string | null
  readonly places: ReadonlySet<string>
  /** What the store says of goods at a place by now, where a line before has changed it. */
  readonly stands: Map<string, Quantity>
}

/**
 * Writes what a count found: for each difference an event with its movements and its reason, for what agrees one event
 * for many, and a result for everything that was counted or expected. Call it inside one transaction, with lines that
 * were made in it.
 */
export function postCount(
  context: StationContext,
  count: CountId,
  lines: readonly VarianceLine[],
  approvedBy: string | null
): void {
  const { db, clock, operator, station } = context
  const row = countAt(db, count)
  assert(row?.state === 'open' && !lines.some(isOpenQuestion), 'only an open count without open questions is posted')
  const places = placesOf(db, count).map(({ location }) => location)
  const reason = row.reason === '' ? `Cycle count ${row.count}` : row.reason
  const posting: Posting = {
    context,
    count,
    number: row.count,
    reason,
    approvedBy,
    places: new Set(places),
    stands: new Map()
  }
  for (const line of lines) writeLine(posting, line)
  for (const location of places) {
    const agreeing = lines.filter((line) => line.finding === 'agrees' && line.location === location)
    for (let first = 0; first < agreeing.length; first += AGREEING_PER_EVENT) {
      writeAgreeing(posting, location, agreeing.slice(first, first + AGREEING_PER_EVENT))
    }
  }
  const { agrees, differs, left } = tallyOf(lines)
  const unknown = unknownOf(db, count).map(({ code, location }) => ({ code, location }))
  const seq = appendEvent(db, {
    kind: 'count-posted',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [{ kind: 'count', id: count }],
    data: { count: row.count, places, agrees, differs, left, unknown, reason, approved_by: approvedBy }
  })
  endCount(db, count, 'posted', reason, seq)
}

function writeLine(posting: Posting, line: VarianceLine): void {
  switch (line.finding) {
    case 'agrees':
    case 'came':
    case 'changed':
      return
    case 'installed':
    case 'being built':
      return writeLeft(posting, line, line.finding)
    case 'misplaced':
      return writeMisplaced(posting, line)
    case 'found':
    case 'missing':
    case 'more':
    case 'less':
      return writeAdjusted(posting, line, line.finding)
    default:
      return assertNever(line.finding)
  }
}

/** A unit that the store has inside a product or still being built stays there; that it was seen is kept. */
function writeLeft(posting: Posting, line: VarianceLine, finding: KeptFinding): void {
  assert(line.row !== null, 'a unit has its row')
  const seq = appendCounted(posting, line, [line.row], { became: line.became })
  insertResult(posting.context.db, {
    count: posting.count,
    row: line.row,
    location: line.location,
    finding,
    expected: ZERO,
    found: line.counted,
    adjusted: ZERO,
    seq
  })
}

function writeMisplaced(posting: Posting, line: VarianceLine): void {
  const { db } = posting.context
  const { from, location, adjusted } = line
  const source = from === null ? undefined : rowAt(db, from.row)
  assert(from && source && source.location === from.location && source.quantity >= adjusted, 'it is where it was')
  const target = source.serial === null ? ensureRowLike(db, source, location) : source.id
  const expectedHere = standsAt(posting, target, location)
  const expectedThere = standsAt(posting, source.id, from.location)
  const seq = appendCounted(posting, line, [source.id, target], { from: from.location })
  if (source.serial === null) {
    move(db, seq, source.id, 'transferred', from.location, subtract(ZERO, adjusted))
    move(db, seq, target, 'transferred', location, adjusted)
  } else {
    moveUnit(db, seq, source.id, from.location, location)
  }
  keep(posting, target, location, 'misplaced', expectedHere, adjusted, seq)
  if (posting.places.has(from.location)) {
    keep(posting, source.id, from.location, 'misplaced', expectedThere, subtract(ZERO, adjusted), seq)
  }
}

function writeAdjusted(posting: Posting, line: VarianceLine, finding: KeptFinding): void {
  const { db } = posting.context
  const { goods, location, adjusted } = line
  const row = line.row ?? ensureRowLike(db, goods, location)
  const expected = standsAt(posting, row, location)
  const seq = appendCounted(posting, line, [row], { became: line.became })
  if (goods.serial !== null && adjusted > ZERO) placeUnit(db, row, location)
  move(db, seq, row, 'counted', location, adjusted)
  keep(posting, row, location, finding, expected, adjusted, seq)
}

function writeAgreeing(posting: Posting, location: string, lines: readonly VarianceLine[]): void {
  const { context, count, number } = posting
  const rows = lines.flatMap(({ row }) => (row === null ? [] : [row]))
  const parts = new Set(lines.map(({ goods }) => goods.partId))
  const lots = new Set(lines.flatMap(({ goods }) => (goods.lotId === null ? [] : [goods.lotId])))
  const seq = append(
    context,
    [
      { kind: 'count', id: count },
      ...rows.map((id) => ({ kind: 'row' as const, id })),
      ...[...parts].map((id) => ({ kind: 'part' as const, id })),
      ...[...lots].map((id) => ({ kind: 'lot' as const, id }))
    ],
    { count: number, location, finding: 'agrees', things: rows.length }
  )
  for (const { row, counted } of lines) {
    if (row === null) continue
    const { db } = context
    insertResult(db, {
      count,
      row,
      location,
      finding: 'agrees',
      expected: counted,
      found: counted,
      adjusted: ZERO,
      seq
    })
  }
}

function keep(
  { context, count, stands }: Posting,
  row: RowId,
  location: string,
  finding: KeptFinding,
  expected: Quantity,
  adjusted: Quantity,
  seq: EventSeq
): void {
  const found = add(expected, adjusted)
  stands.set(`${row} ${location}`, found)
  insertResult(context.db, { count, row, location, finding, expected, found, adjusted, seq })
}

function standsAt({ context, stands }: Posting, id: RowId, location: string): Quantity {
  const row: InventoryRow | undefined = rowAt(context.db, id)
  return stands.get(`${id} ${location}`) ?? (row?.location === location ? row.quantity : ZERO)
}

function appendCounted(
  { context, count, number, reason, approvedBy }: Posting,
  { goods, location, finding, expected, counted, adjusted }: VarianceLine,
  rows: readonly RowId[],
  more: { readonly [key: string]: Json }
): EventSeq {
  const { partId, partNumber, revision, serial, lotId, lot, unit } = goods
  return append(
    context,
    [
      ...[...new Set(rows)].map((id) => ({ kind: 'row' as const, id })),
      { kind: 'count', id: count },
      { kind: 'part', id: partId },
      ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])
    ],
    {
      count: number,
      part_number: partNumber,
      revision,
      serial,
      lot,
      unit,
      location,
      finding,
      expected: formatQuantity(expected),
      counted: formatQuantity(counted),
      quantity: formatQuantity(adjusted),
      reason,
      approved_by: approvedBy,
      ...more
    }
  )
}

function append(
  { db, clock, operator, station }: StationContext,
  subjects: readonly EventSubject[],
  data: { readonly [key: string]: Json }
): EventSeq {
  return appendEvent(db, {
    kind: 'stock-counted',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects,
    data
  })
}
