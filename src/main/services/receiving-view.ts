import { assert } from '../../core/assert.ts'
import type { OrderLineId } from '../../core/ids.ts'
import { wholeUnits } from '../../core/quantity.ts'
import type { ReceivingLine } from '../../core/receiving/directory.ts'
import type { Answer } from '../../core/session/answer.ts'
import type { StationDirectory } from '../../core/session/directory.ts'
import { expiryOf } from '../../core/receiving/expired.ts'
import { finishLine } from '../../core/receiving/finish.ts'
import { isOpen, openQuantity } from '../../core/receiving/progress.ts'
import { nextScan } from '../../core/receiving/prompt.ts'
import { captureModeOf, captureOf, type CaptureStep } from '../../core/receiving/capture.ts'
import type { Session } from '../../core/session/session.ts'
import { MAX_ORDERS_LISTED } from '../../ipc/contract.ts'
import { pendingState } from '../../core/inventory/pending-move.ts'
import type { PutAwayPlace } from '../../core/inventory/put-away-place.ts'
import type {
  ClosedReceiptView,
  OpenLineView,
  OrderLineView,
  OrderSummary,
  PutAwayView,
  ReceivingView
} from '../../ipc/views.ts'
import { orderLineAt, searchOrders } from '../store/order.ts'
import { openReceiptOf } from '../store/receipt.ts'
import type { StationContext } from './context.ts'
import { createDirectory } from './directory.ts'
import { createStockDirectory } from './stock-directory.ts'
import { teachingView } from './teaching/view.ts'
import { readSessionBeneath } from './session-store.ts'

const NOTHING_OPEN = { order: null, line: null, putAway: null, teaching: null } as const

/** What the receiving screen shows now. */
export function receivingView(context: StationContext, closed: ClosedReceiptView | null): ReceivingView {
  const session = readSessionBeneath(context.db)
  const location = session.location ?? context.station.location
  if (session.at.kind === 'put-away') {
    return { ...NOTHING_OPEN, location, putAway: putAwayView(context, session.at), closed }
  }
  if (session.at.kind === 'teach') {
    return { ...NOTHING_OPEN, location, teaching: teachingView(session.at, createDirectory(context)), closed: null }
  }
  if (session.at.kind !== 'receipt' && session.at.kind !== 'line') {
    return { ...NOTHING_OPEN, location, closed }
  }
  const directory = createDirectory(context)
  const { order: id } = session.at
  const order = directory.orderAt(id)
  assert(order, 'the session names an order of the store')
  const lines = directory.lines(id)
  const openLine = session.at.kind === 'line' ? session.at : null
  const line = openLine && lines.find((each) => each.id === openLine.line)
  return {
    location,
    order: {
      order: order.order,
      supplier: order.supplier,
      receipt: openReceiptOf(context.db, id)?.receipt ?? null,
      lines: lines.map((each) => lineView(context, each))
    },
    line: openLine && line ? openLineView(context, session, line, openLine.steps, directory, order.order) : null,
    putAway: null,
    teaching: null,
    closed: null
  }
}

/** What stayed short on an order whose receipt was closed just now. */
export function closedReceiptView(context: StationContext, session: Session): ClosedReceiptView | null {
  if (session.at.kind !== 'receipt' && session.at.kind !== 'line') return null
  const directory = createDirectory(context)
  const order = directory.orderAt(session.at.order)
  if (!order) return null
  return {
    order: order.order,
    receipt: openReceiptOf(context.db, order.id)?.receipt ?? null,
    short: directory
      .lines(order.id)
      .filter(isOpen)
      .map((line) => lineView(context, line))
  }
}

function putAwayView({ db }: StationContext, at: PutAwayPlace): PutAwayView {
  const { location, pending } = at
  if (!pending) return { location, pending: null }
  const { name, quantity, source } = pending
  return { location, pending: { name, quantity, source, ...pendingState(at, pending, createStockDirectory(db)) } }
}

export function orderSummaries({ db }: StationContext, search: string, openOnly: boolean): readonly OrderSummary[] {
  return searchOrders(db, search, openOnly, MAX_ORDERS_LISTED)
}

function lineView({ db }: StationContext, line: ReceivingLine): OrderLineView {
  const { part } = line
  return {
    id: line.id,
    line: line.line,
    partNumber: part.partNumber,
    revision: part.revision || null,
    description: part.description,
    tracking: part.tracking,
    unit: part.unit,
    ordered: line.ordered,
    received: line.received,
    due: dueOf(db, line.id),
    location: line.location
  }
}

function dueOf(db: StationContext['db'], line: OrderLineId) {
  return orderLineAt(db, line)?.due ?? null
}

/** Whether `DS:DONE` leads on: at once, or with a lead's word. */
function mayFinish(answer: Answer): boolean {
  return answer.kind === 'accepted' || answer.approvable !== undefined
}

function openLineView(
  context: StationContext,
  session: Session,
  line: ReceivingLine,
  steps: readonly CaptureStep[],
  directory: StationDirectory,
  order: string
): OpenLineView {
  const capture = captureOf(steps)
  const mode = captureModeOf(line.part)
  const open = openQuantity(line)
  const generatesLot =
    mode === 'lot' && (capture.generateLot || (capture.lot === null && line.part.lotSource === 'generated'))
  const count = mode === 'serial-generated' ? (wholeUnits(capture.quantity ?? open) ?? 0) : 0
  const serials = count > 0 ? directory.nextSerials(line.part, count, order) : null
  const lot = generatesLot ? directory.nextLot(line.part, order) : null
  assert(session.at.kind === 'line', 'a line is open')
  return {
    line: lineView(context, line),
    mode,
    serials: capture.serials,
    numbers: serials?.ok ? { first: serials.first, last: serials.last } : null,
    lot: lot?.ok ? lot.first : capture.lot,
    generatesLot,
    supplierLot: capture.supplierLot,
    expiry: expiryOf(directory, line, capture),
    quantity: capture.quantity,
    open,
    location: session.location ?? line.location ?? context.station.location,
    next: nextScan(line, capture),
    canFinish: mayFinish(finishLine({ session, at: session.at, line, directory }))
  }
}
