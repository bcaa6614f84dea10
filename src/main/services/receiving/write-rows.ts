import type { LotId, ReceiptId, ReceiptLineId } from '../../../core/ids.ts'
import { formatQuantity } from '../../../core/quantity.ts'
import { appendEvent, appendEvents } from '../../store/event.ts'
import { ensureLotRow, ensureUntrackedRow, insertStockedUnits } from '../../store/inventory.ts'
import { insertMovements, move } from '../../store/movement.ts'
import { completeLot, findLot, insertLot } from '../../store/lot.ts'
import type { StationContext } from '../context.ts'
import { queueLotLabel, queueUnitLabels } from '../label-queue.ts'
import type { Plan } from './plan.ts'

export interface Writing {
  readonly context: StationContext
  readonly plan: Plan
  readonly receipt: { readonly id: ReceiptId; readonly receipt: string }
  readonly receiptLine: ReceiptLineId
  readonly lot: LotId | null
  readonly location: string
}

/** One row, one label, one event and one movement for each unit. Returns how many labels were queued. */
export function writeUnits({ context, plan, receipt, receiptLine, lot, location }: Writing): number {
  const { db } = context
  const { part, line, order, at, on } = plan
  const origin = { part, order: order.order, receiptLine, at, on, isBuilt: false }
  const alike = {
    partId: part.id,
    revision: part.revision,
    lot,
    supplierLot: line.supplierLot,
    location,
    expiry: plan.expiry,
    receiptLine
  }
  const firstRow = insertStockedUnits(db, alike, plan.serials)
  const labels = queueUnitLabels(context, origin, firstRow, plan.serials, plan.lot ?? line.supplierLot)
  const facts = receiptFacts(plan, receipt.receipt, location)
  const events = plan.serials.map((serial, index) => ({
    kind: 'unit-received',
    at,
    operator: context.operator,
    station: context.station.id,
    subjects: [
      { kind: 'row' as const, id: firstRow + index },
      { kind: 'receipt-line' as const, id: receiptLine },
      { kind: 'part' as const, id: part.id },
      ...(lot === null ? [] : [{ kind: 'lot' as const, id: lot }])
    ],
    data: { ...facts, serial, lot: plan.lot, label: labels[index] ?? null }
  }))
  const seq = appendEvents(db, events)
  insertMovements(db, { seq, row: firstRow }, plan.serials.length, 'received', location)
  return plan.serials.length
}

/** A lot or a count becomes part of the row of its place. Returns how many labels were queued. */
export function writeStock({ context, plan, receipt, receiptLine, lot, location }: Writing): number {
  const { db } = context
  const { part, line, order, at, on } = plan
  const row =
    lot === null
      ? ensureUntrackedRow(db, part.id, part.revision, location)
      : ensureLotRow(db, part.id, part.revision, lot, location)
  const label =
    lot === null || plan.lot === null
      ? null
      : queueLotLabel(context, { part, order: order.order, receiptLine, at, on, isBuilt: false }, row, {
          id: lot,
          lot: plan.lot,
          supplierLot: line.supplierLot,
          quantity: line.quantity,
          expiry: plan.expiry
        })
  const seq = appendEvent(db, {
    kind: lot === null ? 'count-received' : 'lot-received',
    at,
    operator: context.operator,
    station: context.station.id,
    subjects: [
      { kind: 'row', id: row },
      { kind: 'receipt-line', id: receiptLine },
      { kind: 'part', id: part.id },
      ...(lot === null ? [] : [{ kind: 'lot' as const, id: lot }])
    ],
    data: {
      ...receiptFacts(plan, receipt.receipt, location),
      quantity: formatQuantity(line.quantity),
      lot: plan.lot,
      label
    }
  })
  move(db, seq, row, 'received', location, line.quantity)
  return label === null ? 0 : 1
}

function receiptFacts({ part, line, order, expiry }: Plan, receipt: string, location: string) {
  return {
    receipt,
    order: order.order,
    supplier: order.supplier,
    part_number: part.partNumber,
    revision: part.revision,
    unit: part.unit,
    supplier_lot: line.supplierLot,
    expiry,
    location
  }
}

/** The lot that is received, made when its part has none of this number yet. */
export function ensureLot({ db }: StationContext, { part, line, expiry }: Plan, lot: string): LotId {
  const known = findLot(db, part.id, lot)
  if (!known) return insertLot(db, { partId: part.id, lot, supplierLot: line.supplierLot, expiry })
  completeLot(db, known.id, line.supplierLot, expiry)
  return known.id
}
