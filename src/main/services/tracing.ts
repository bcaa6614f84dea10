import type { Instant } from '../../core/clock.ts'
import type { ChainedEvent, EventSubject, Json } from '../../core/event.ts'
import type { MovementKind } from '../../core/inventory/movement.ts'
import { statusOfSeveral } from '../../core/inventory/status.ts'
import { add, ONE, parseQuantity, subtract, sum, ZERO, type Quantity } from '../../core/quantity.ts'
import type { ReadableDb } from '../store/database.ts'
import { eventsOf } from '../store/event.ts'
import { movedOf, rowsOfLot, rowsOfPart, unitWithSerial, type InventoryRow } from '../store/inventory.ts'
import { labelsOfLot, labelsOfRow, type LabelRow } from '../store/label.ts'
import { lotsNamed, type Lot } from '../store/lot.ts'
import { partNumberAt, revisionsOf } from '../store/part.ts'
import { rowStatus } from './inventory-view.ts'

/** What is known of a unit, a lot or a part: where it came from, where it is, and what happened to it. */
export interface Trace {
  readonly kind: 'serial' | 'lot' | 'part'
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly unit: string
  readonly serial: string | null
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly expiry: string | null
  readonly status: string | null
  readonly location: string | null
  readonly history: readonly TraceEvent[]
  readonly labels: readonly LabelRow[]
  readonly totals: TraceTotals
}

export interface TraceEvent {
  readonly at: Instant
  readonly event: string
  readonly operator: string
  readonly station: string
  readonly data: { readonly [key: string]: Json }
}

export interface TraceTotals {
  readonly received: Quantity
  readonly onHand: Quantity
  readonly installed: Quantity
  readonly consumed: Quantity
  readonly scrapped: Quantity
  /** What counts found more, less what they found missing. */
  readonly adjusted: Quantity
}

export type TraceOutcome =
  | { readonly kind: 'found'; readonly trace: Trace }
  | { readonly kind: 'unknown' }
  /** The code is a lot of several parts: which one is meant must be said. */
  | { readonly kind: 'ambiguous'; readonly parts: readonly string[] }

/** Follows a serial, a lot or a part number. A part narrows a lot that several parts have. */
export function traceCode(db: ReadableDb, code: string, part: string | null): TraceOutcome {
  const unit = unitWithSerial(db, code)
  if (unit && (part === null || unit.partNumber === part)) return { kind: 'found', trace: traceUnit(db, unit) }
  const lots = lotsNamed(db, code).filter((lot) => part === null || partNumberAt(db, lot.partId) === part)
  const [lot, another] = lots
  if (lot && another)
    return { kind: 'ambiguous', parts: [...new Set(lots.map((each) => partNumberAt(db, each.partId)))] }
  if (lot) return { kind: 'found', trace: traceLot(db, lot) }
  if (part === null || part === code) return tracePart(db, code)
  return { kind: 'unknown' }
}

function traceUnit(db: ReadableDb, row: InventoryRow): Trace {
  return {
    kind: 'serial',
    partNumber: row.partNumber,
    revision: row.revision || null,
    description: row.description,
    unit: row.unit,
    serial: row.serial,
    lot: row.lot,
    supplierLot: row.supplierLot,
    expiry: row.expiry,
    status: rowStatus(row),
    location: row.location,
    history: history(db, { kind: 'row', id: row.id }),
    labels: labelsOfRow(db, row.id),
    totals: totalsOf(db, [row], history(db, { kind: 'row', id: row.id }))
  }
}

function traceLot(db: ReadableDb, lot: Lot): Trace {
  const rows = rowsOfLot(db, lot.id)
  const [first] = rows
  const events = history(db, { kind: 'lot', id: lot.id })
  const stocked = rows.filter(({ quantity }) => quantity > 0)
  return {
    kind: 'lot',
    partNumber: partNumberAt(db, lot.partId),
    revision: first?.revision || null,
    description: first?.description ?? '',
    unit: first?.unit ?? '',
    serial: null,
    lot: lot.lot,
    supplierLot: lot.supplierLot,
    expiry: lot.expiry,
    status: statusOfSeveral(rows.map(rowStatus)),
    location: placesOf(stocked),
    history: events,
    labels: labelsOfLot(db, lot.id),
    totals: totalsOf(db, rows, events)
  }
}

function tracePart(db: ReadableDb, partNumber: string): TraceOutcome {
  const [part, another] = revisionsOf(db, partNumber)
  if (!part) return { kind: 'unknown' }
  const rows = rowsOfPart(db, part.id)
  const events = history(db, { kind: 'part', id: part.id })
  return {
    kind: 'found',
    trace: {
      kind: 'part',
      partNumber: part.partNumber,
      // Stock and history are those of all its revisions.
      revision: another ? null : part.revision || null,
      description: part.description,
      unit: part.unit,
      serial: null,
      lot: null,
      supplierLot: null,
      expiry: null,
      status: null,
      location: placesOf(rows.filter(({ quantity }) => quantity > 0)),
      history: events,
      labels: [],
      totals: totalsOf(db, rows, events)
    }
  }
}

function history(db: ReadableDb, subject: EventSubject): readonly TraceEvent[] {
  return eventsOf(db, subject).map(({ at, kind, operator, station, data }: ChainedEvent) => ({
    at,
    event: kind,
    operator,
    station,
    data
  }))
}

function totalsOf(db: ReadableDb, rows: readonly InventoryRow[], events: readonly TraceEvent[]): TraceTotals {
  let received: Quantity = ZERO
  for (const { event, data } of events) received = add(received, receivedBy(event, data))
  const moved = movedOf(
    db,
    rows.map(({ id }) => id)
  )
  const out = (...kinds: readonly MovementKind[]) => subtract(ZERO, sum(kinds.map((kind) => moved[kind] ?? ZERO)))
  return {
    received,
    onHand: sum(rows.map(({ quantity }) => quantity)),
    installed: out('installed', 'removed'),
    consumed: out('consumed'),
    scrapped: out('scrapped'),
    adjusted: moved.counted ?? ZERO
  }
}

function receivedBy(event: string, data: TraceEvent['data']): Quantity {
  if (event === 'unit-received') return ONE
  if (event !== 'lot-received' && event !== 'count-received') return ZERO
  const { quantity } = data
  const reading = parseQuantity(typeof quantity === 'string' ? quantity : '')
  return reading.ok ? reading.quantity : ZERO
}

function placesOf(rows: readonly InventoryRow[]): string | null {
  const places = [...new Set(rows.map(({ location }) => location))]
  return places.length === 0 ? null : places.join(', ')
}
