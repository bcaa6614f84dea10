import { assert, assertNever } from '../../../core/assert.ts'
import { instantOf, todayOf } from '../../../core/clock.ts'
import type { CountPileStep, CountStep, UnknownFound } from '../../../core/counts/effect.ts'
import { ONE } from '../../../core/quantity.ts'
import type { CountId, RowId } from '../../../core/ids.ts'
import {
  countAt,
  deleteEntry,
  deletePlace,
  finishPlace,
  insertCount,
  insertEntry,
  insertPlace,
  lastMovement,
  markPlace,
  nextCountId,
  noteUnknown,
  openCountAt,
  pileEntries,
  unitEntry
} from '../../store/count.ts'
import { appendEvent } from '../../store/event.ts'
import { rowAt } from '../../store/inventory.ts'
import type { StationContext } from '../context.ts'
import { drawNumbers, useNumbers } from '../numbering.ts'
import { isBlindByDefault } from './blind.ts'
import { postCount } from './post.ts'

/** How counts are numbered. */
const COUNT_PATTERN = 'C-{YYYY}-{#####}'

/** Writes what a scan of a count decided. Call it inside the transaction of the decision. */
export function carryOutCount(context: StationContext, steps: readonly CountStep[]): void {
  for (const step of steps) carryOut(context, step)
}

function carryOut(context: StationContext, step: CountStep): void {
  const { db } = context
  switch (step.kind) {
    case 'begin':
      return begin(context, step.location)
    case 'go-to':
      return goTo(context, step)
    case 'finish-place':
      return finishPlace(db, step.count, step.location, now(context))
    case 'leave-place-out':
      return leavePlaceOut(context, step.count, step.location)
    case 'count-unit':
      return countUnit(context, step.count, step.location, step.row)
    case 'count-pile':
      return countPile(context, step)
    case 'take-back':
      return deleteEntry(db, step.entry)
    case 'post':
      return postCount(context, step.count, step.lines, step.approvedBy)
    default:
      return assertNever(step)
  }
}

/** A count gets its number with its first place, never by opening a screen. */
function begin(context: StationContext, location: string): void {
  const { db, station, operator } = context
  const at = now(context)
  const numbers = {
    partNumber: '',
    revision: '',
    order: '',
    supplier: '',
    site: station.site,
    station: station.id
  }
  const drawn = drawNumbers(db, COUNT_PATTERN, numbers, todayOf(context.clock), 1, () => false)
  assert(drawn.ok, 'the pattern of counts needs nothing but the date')
  useNumbers(db, drawn)
  const count = drawn.numbers[0]
  assert(count !== undefined, 'one number was drawn')
  const id = nextCountId(db)
  const blind = isBlindByDefault(db)
  const seq = appendEvent(db, {
    kind: 'count-started',
    at,
    operator,
    station: station.id,
    subjects: [{ kind: 'count', id }],
    data: { count, location, blind }
  })
  insertCount(db, id, count, blind, seq)
  insertPlace(db, id, { location, operator, startedAt: at, mark: lastMovement(db) })
}

function goTo(context: StationContext, { count, location, looksAgain }: Extract<CountStep, { kind: 'go-to' }>): void {
  const { db, operator, station } = context
  if (openCountAt(db, location)?.id === count) {
    finishPlace(db, count, location, null)
    if (looksAgain) markPlace(db, count, location, lastMovement(db))
    return
  }
  const at = now(context)
  appendEvent(db, {
    kind: 'count-extended',
    at,
    operator,
    station: station.id,
    subjects: [{ kind: 'count', id: count }],
    data: { count: numberOf(context, count), location }
  })
  insertPlace(db, count, { location, operator, startedAt: at, mark: lastMovement(db) })
}

/** A place is not part of a count any more, nor is what was counted there. */
export function leavePlaceOut(context: StationContext, count: CountId, location: string): void {
  const { db, operator, station } = context
  deletePlace(db, count, location)
  appendEvent(db, {
    kind: 'count-place-left-out',
    at: now(context),
    operator,
    station: station.id,
    subjects: [{ kind: 'count', id: count }],
    data: { count: numberOf(context, count), location }
  })
}

function countUnit(context: StationContext, count: CountId, location: string, id: RowId): void {
  const { db, operator } = context
  const row = rowAt(db, id)
  assert(row, 'the unit was there when it was decided')
  const before = unitEntry(db, count, id)
  if (before) deleteEntry(db, before.id)
  insertEntry(db, {
    count,
    location,
    tracking: 'serial',
    partId: row.partId,
    revision: row.revision,
    row: id,
    lotId: null,
    quantity: ONE,
    mark: lastMovement(db),
    operator,
    at: now(context)
  })
}

function countPile(context: StationContext, step: CountPileStep): void {
  const { db, operator } = context
  const { count, location, goods, revision, quantity } = step
  const lotId = goods.kind === 'lot' ? goods.lot : null
  if (step.replaces) {
    for (const { id } of pileEntries(db, count, location, goods.part, lotId, revision)) deleteEntry(db, id)
  }
  insertEntry(db, {
    count,
    location,
    tracking: goods.kind,
    partId: goods.part,
    revision,
    row: null,
    lotId,
    quantity,
    mark: lastMovement(db),
    operator,
    at: now(context)
  })
}

/** Remembers a code that nobody can count, with the count. */
export function carryOutNote(context: StationContext, { count, location, code, what, part }: UnknownFound): void {
  const { db, operator } = context
  noteUnknown(db, count, { location, code, what, partId: part, operator, at: now(context) })
}

function numberOf({ db }: StationContext, count: CountId): string {
  const row = countAt(db, count)
  assert(row, 'a count that is written to is there')
  return row.count
}

function now({ clock }: StationContext) {
  return instantOf(clock.now())
}
