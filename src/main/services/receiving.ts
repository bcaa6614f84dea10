import { assert } from '../../core/assert.ts'
import { addDays, dayOf, instantOf, type Day, type Instant } from '../../core/clock.ts'
import type { LotId, ReceiptId, ReceiptLineId } from '../../core/ids.ts'
import type { Part } from '../../core/part.ts'
import { formatQuantity, ONE } from '../../core/quantity.ts'
import type { LineToReceive } from '../../core/receiving/effect.ts'
import { refused, type Answer } from '../../core/session/answer.ts'
import type { ReceivingOrder } from '../../core/receiving/directory.ts'
import { describeHolder } from '../../core/receiving/serial-check.ts'
import { appendEvent } from '../store/event.ts'
import { ensureLotRow, ensureUntrackedRow, findSerial, insertUnit, move } from '../store/inventory.ts'
import { ensureLocation } from '../store/location.ts'
import { completeLot, findLot, insertLot } from '../store/lot.ts'
import { orderAt, orderLineAt } from '../store/order.ts'
import { partAt } from '../store/part.ts'
import { closeReceipt as closeReceiptRow, insertReceipt, insertReceiptLine, openReceiptOf } from '../store/receipt.ts'
import type { StationContext } from './context.ts'
import { drawLot, drawSerials } from './directory.ts'
import { queueLotLabel, queueUnitLabel } from './label-queue.ts'
import { drawNumbers, useNumbers, type DrawnNumbers } from './numbering.ts'
import type { OrderId } from '../../core/ids.ts'

/** How a receipt is numbered. */
const RECEIPT_PATTERN = 'R-{YYYY}-{#####}'

export type ReceiveOutcome =
  | {
      readonly kind: 'received'
      readonly receipt: string
      readonly serials: readonly string[]
      readonly lot: string | null
      readonly labels: number
    }
  | { readonly kind: 'refused'; readonly answer: Extract<Answer, { kind: 'refused' }> }

type Drawn = Extract<DrawnNumbers, { ok: true }>

/** What was found out before the first write: from here on nothing can be refused. */
interface Plan {
  readonly line: LineToReceive
  readonly order: ReceivingOrder
  readonly part: Part
  readonly serials: readonly string[]
  readonly drawnSerials: Drawn | null
  readonly drawnLot: Drawn | null
  readonly lot: string | null
  readonly expiry: Day | null
  readonly at: Instant
}

/**
 * Receives one line: receipt line, rows, movements, numbers, events and print jobs.
 *
 * Call it inside one transaction. A refusal comes before anything is written.
 */
export function receiveLine(context: StationContext, line: LineToReceive): ReceiveOutcome {
  const planned = plan(context, line)
  if (planned.kind === 'refused') return planned
  return write(context, planned.plan)
}

function plan(
  context: StationContext,
  line: LineToReceive
): { readonly kind: 'planned'; readonly plan: Plan } | Extract<ReceiveOutcome, { kind: 'refused' }> {
  const { db, clock } = context
  const at = instantOf(clock.now())
  const order = orderAt(db, line.order)
  const orderLine = orderLineAt(db, line.orderLine)
  assert(order && orderLine, 'an open line belongs to an order that exists')
  const part = partAt(db, orderLine.partId, orderLine.revision)
  assert(part, 'an order line has a part')

  for (const serial of line.serials) {
    const holder = findSerial(db, serial)
    if (holder) return refusal(refused('duplicate', 'Duplicate serial', describeHolder(holder), 'duplicate'))
  }
  const drawnSerials = line.generateSerials > 0 ? drawSerials(context, part, line.generateSerials, order.order) : null
  if (drawnSerials && !drawnSerials.ok) return refusal(refused('no-number', 'No serial numbers', drawnSerials.reason))
  const drawnLot = line.generateLot ? drawLot(context, part, order.order) : null
  if (drawnLot && !drawnLot.ok) return refusal(refused('no-number', 'No lot number', drawnLot.reason))

  const lot = drawnLot?.numbers[0] ?? line.lot
  const known = lot === null ? undefined : findLot(db, part.id, lot)
  if (known && known.expiry !== null && line.expiry !== null && known.expiry !== line.expiry) {
    return refusal(
      refused(
        'expiry-conflict',
        'Expiry differs',
        `Lot ${lot} of ${part.partNumber} expires ${known.expiry} by what was received before; this label says ${line.expiry}. Put it aside for quality.`,
        'attention'
      )
    )
  }
  const shelfLife = part.shelfLifeDays === null ? null : addDays(dayOf(at), part.shelfLifeDays)
  return {
    kind: 'planned',
    plan: {
      line,
      order,
      part,
      serials: drawnSerials?.numbers ?? line.serials,
      drawnSerials,
      drawnLot,
      lot,
      expiry: line.expiry ?? known?.expiry ?? shelfLife,
      at
    }
  }
}

function refusal(answer: Answer): Extract<ReceiveOutcome, { kind: 'refused' }> {
  assert(answer.kind === 'refused', 'made by refused()')
  return { kind: 'refused', answer }
}

function write(context: StationContext, plan: Plan): Extract<ReceiveOutcome, { kind: 'received' }> {
  const { db, operator, station } = context
  const { line, part, at } = plan
  const location = line.location ?? station.location
  ensureLocation(db, location)
  const receipt = openOrNewReceipt(context, plan.order, at)
  if (plan.drawnSerials) useNumbers(db, plan.drawnSerials)
  if (plan.drawnLot) useNumbers(db, plan.drawnLot)
  const lot = plan.lot === null ? null : ensureLot(context, plan, plan.lot)
  const receiptLine = insertReceiptLine(db, {
    receipt: receipt.id,
    orderLine: line.orderLine,
    tracking: part.tracking,
    quantity: line.quantity,
    lot,
    location,
    at,
    operator,
    station: station.id
  })
  const common = { context, plan, receipt, receiptLine, lot, location }
  const labels = part.tracking === 'serial' ? writeUnits(common) : writeStock(common)
  return {
    kind: 'received',
    receipt: receipt.receipt,
    serials: part.tracking === 'serial' ? plan.serials : [],
    lot: plan.lot,
    labels
  }
}

interface Writing {
  readonly context: StationContext
  readonly plan: Plan
  readonly receipt: { readonly id: ReceiptId; readonly receipt: string }
  readonly receiptLine: ReceiptLineId
  readonly lot: LotId | null
  readonly location: string
}

function writeUnits({ context, plan, receipt, receiptLine, lot, location }: Writing): number {
  const { db } = context
  const { part, line, order, at } = plan
  const received = { part, order: order.order, receiptLine, at, receivedOn: dayOf(at) }
  const shownLot = plan.lot ?? line.supplierLot
  for (const serial of plan.serials) {
    const row = insertUnit(db, {
      partId: part.id,
      revision: part.revision,
      serial,
      lot,
      supplierLot: line.supplierLot,
      location,
      expiry: plan.expiry,
      receiptLine
    })
    const label = queueUnitLabel(context, received, row, serial, shownLot)
    const seq = appendEvent(db, {
      kind: 'unit-received',
      at,
      operator: context.operator,
      station: context.station.id,
      subjects: [
        { kind: 'row', id: row },
        { kind: 'receipt-line', id: receiptLine },
        { kind: 'part', id: part.id },
        ...(lot === null ? [] : [{ kind: 'lot' as const, id: lot }])
      ],
      data: { ...receiptFacts(plan, receipt.receipt, location), serial, lot: plan.lot, label }
    })
    move(db, seq, row, 'received', location, ONE)
  }
  return plan.serials.length
}

function writeStock({ context, plan, receipt, receiptLine, lot, location }: Writing): number {
  const { db } = context
  const { part, line, order, at } = plan
  const row =
    lot === null
      ? ensureUntrackedRow(db, part.id, part.revision, location)
      : ensureLotRow(db, part.id, part.revision, lot, location)
  const label =
    lot === null || plan.lot === null
      ? null
      : queueLotLabel(context, { part, order: order.order, receiptLine, at, receivedOn: dayOf(at) }, row, {
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
    supplier_lot: line.supplierLot,
    expiry,
    location
  }
}

function ensureLot({ db }: StationContext, { part, line, expiry }: Plan, lot: string): LotId {
  const known = findLot(db, part.id, lot)
  if (!known) return insertLot(db, { partId: part.id, lot, supplierLot: line.supplierLot, expiry })
  completeLot(db, known.id, line.supplierLot, expiry)
  return known.id
}

/** A receipt gets its number with the first line that is received, never by opening a screen. */
function openOrNewReceipt(
  context: StationContext,
  order: ReceivingOrder,
  at: Instant
): { readonly id: ReceiptId; readonly receipt: string } {
  const { db, station, operator } = context
  const open = openReceiptOf(db, order.id)
  if (open) return open
  const numbers = {
    partNumber: '',
    revision: '',
    order: order.order,
    supplier: order.supplier,
    site: station.site,
    station: station.id
  }
  const drawn = drawNumbers(db, RECEIPT_PATTERN, numbers, at, 1, () => false)
  assert(drawn.ok, 'the pattern of receipts needs nothing but the date')
  useNumbers(db, drawn)
  const receipt = drawn.numbers[0]
  assert(receipt !== undefined, 'one number was drawn')
  const id = insertReceipt(db, receipt, order.id, at)
  appendEvent(db, {
    kind: 'receipt-opened',
    at,
    operator,
    station: station.id,
    subjects: [
      { kind: 'receipt', id },
      { kind: 'order', id: order.id }
    ],
    data: { receipt, order: order.order, supplier: order.supplier }
  })
  return { id, receipt }
}

/** Closes the open receipt of an order, if anything was received on it. Call it inside one transaction. */
export function closeReceipt({ db, clock, operator, station }: StationContext, order: OrderId): string | null {
  const open = openReceiptOf(db, order)
  if (!open) return null
  const at = instantOf(clock.now())
  closeReceiptRow(db, open.id, at)
  appendEvent(db, {
    kind: 'receipt-closed',
    at,
    operator,
    station: station.id,
    subjects: [
      { kind: 'receipt', id: open.id },
      { kind: 'order', id: order }
    ],
    data: { receipt: open.receipt }
  })
  return open.receipt
}
