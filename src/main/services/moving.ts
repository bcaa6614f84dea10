import { assert } from '../../core/assert.ts'
import { instantOf } from '../../core/clock.ts'
import type { EventSubject } from '../../core/event.ts'
import type { MoveEffect } from '../../core/inventory/move-effect.ts'
import { formatQuantity, subtract, ZERO, type Quantity } from '../../core/quantity.ts'
import { issueSubject } from './quality/facts.ts'
import { appendEvent } from '../store/event.ts'
import { addIssueRow, holdsOnRow } from '../store/issue.ts'
import { ensureRowLike, rowAt, type InventoryRow } from '../store/inventory.ts'
import { move, moveUnit } from '../store/movement.ts'
import type { StationContext } from './context.ts'

/**
 * Moves stock to another place: a unit takes its row along, of lots and untracked parts so much goes from one row into
 * the row at that place. Each is one event with two movements.
 *
 * Call it inside one transaction, with what was decided in it.
 */
export function moveStock(context: StationContext, { to, parts }: MoveEffect): void {
  for (const { row: id, quantity } of parts) {
    const row = rowAt(context.db, id)
    assert(row && quantity > ZERO && quantity <= row.quantity, 'so much of a row was there when it was decided')
    assert(row.location !== to, 'nothing moves to where it is')
    if (row.serial !== null) moveUnitRow(context, row, to)
    else moveQuantity(context, row, quantity, to)
  }
}

function moveUnitRow(context: StationContext, row: InventoryRow, to: string): void {
  const seq = appendMoved(context, row, row.quantity, to, [{ kind: 'row', id: row.id }])
  moveUnit(context.db, seq, row.id, row.location, to)
}

function moveQuantity(context: StationContext, row: InventoryRow, quantity: Quantity, to: string): void {
  const { db } = context
  const target = ensureRowLike(db, row, to)
  const seq = appendMoved(context, row, quantity, to, [
    { kind: 'row', id: row.id },
    { kind: 'row', id: target }
  ])
  // A lot's rows are all held by its issue; what holds untracked stock goes where the stock goes.
  if (row.lotId === null) for (const { issue } of holdsOnRow(db, row.id)) addIssueRow(db, issue, target)
  move(db, seq, row.id, 'transferred', row.location, subtract(ZERO, quantity))
  move(db, seq, target, 'transferred', to, quantity)
}

function appendMoved(
  { db, clock, operator, station }: StationContext,
  row: InventoryRow,
  quantity: Quantity,
  to: string,
  rows: readonly EventSubject[]
) {
  return appendEvent(db, {
    kind: 'stock-moved',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [...rows, ...subjectsOf(row), ...holdsOnRow(db, row.id).map(({ issue }) => issueSubject(issue))],
    data: { ...goodsFacts(row), quantity: formatQuantity(quantity), from: row.location, to }
  })
}

/** The part and the lot that an event of a row concerns besides the row. */
export function subjectsOf({ partId, lotId }: Pick<InventoryRow, 'partId' | 'lotId'>): readonly EventSubject[] {
  return [{ kind: 'part', id: partId }, ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])]
}

/** What an event says of the goods of a row. */
export function goodsFacts({ partNumber, revision, serial, lot, unit }: InventoryRow) {
  return { part_number: partNumber, revision, serial, lot, unit }
}
