import { instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import type { RowId } from '../../core/ids.ts'
import {
  decideMove,
  decideRemoval,
  type RemovalRequest,
  type StockDecision
} from '../../core/inventory/stock-decision.ts'
import { formatQuantity, subtract, ZERO } from '../../core/quantity.ts'
import { decidesQuality } from '../../core/quality/authority.ts'
import { transaction } from '../store/database.ts'
import { appendEvent } from '../store/event.ts'
import { rowAt, type InventoryRow } from '../store/inventory.ts'
import { lastChangeOf, move } from '../store/movement.ts'
import { holdsOnRow } from '../store/issue.ts'
import { findLocation } from '../store/location.ts'
import type { StationContext } from './context.ts'
import { createDirectory } from './directory.ts'
import { goodsFacts, moveStock, subjectsOf } from './moving.ts'
import { stockRow } from './stock-directory.ts'

/** Takes stock out for good: consumed, scrapped or archived, all of a row or part of it. One transaction. */
export function removeStock(context: StationContext, id: RowId, request: RemovalRequest): StockDecision {
  const { db, clock, operator, station } = context
  return transaction(db, () => {
    const row = knownRow(context, id)
    const decision = decideRemoval(stockRow(row), lastChangeOf(db, id), clock.local, request, holdsOnRow(db, id))
    if (decision.kind === 'refused') return decision
    const seq = appendEvent(db, {
      kind: `stock-${request.kind}`,
      at: instantOf(clock.now()),
      operator,
      station: station.id,
      subjects: [{ kind: 'row', id }, ...subjectsOf(row)],
      data: {
        ...goodsFacts(row),
        quantity: formatQuantity(decision.quantity),
        location: row.location,
        reason: request.reason.trim()
      }
    })
    move(db, seq, id, request.kind, row.location, subtract(ZERO, decision.quantity))
    return decision
  })
}

/** Takes a row, or part of it, to another place, as a scan does. One transaction. */
export function moveRow(context: StationContext, id: RowId, to: string, quantity: string | null): StockDecision {
  const { db, clock } = context
  return transaction(db, () => {
    const row = knownRow(context, id)
    const place = { code: to, exists: findLocation(db, to) !== undefined }
    const decision = decideMove(
      stockRow(row),
      lastChangeOf(db, id),
      clock.local,
      place,
      quantity,
      holdsOnRow(db, id),
      decidesQuality(createDirectory(context).operators)
    )
    if (decision.kind === 'allowed') {
      moveStock(context, { kind: 'move', to, parts: [{ row: id, quantity: decision.quantity }] })
    }
    return decision
  })
}

function knownRow({ db }: StationContext, id: RowId): InventoryRow {
  const row = rowAt(db, id)
  if (!row) throw new StationError('not-found', 'This row is not in the inventory. Look it up again.')
  return row
}
