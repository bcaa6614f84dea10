import type { Day, Instant, LocalTime } from '../clock.ts'
import type { LotId, OrderId, OrderLineId, PartId } from '../ids.ts'
import type { Part } from '../part.ts'
import type { Quantity } from '../quantity.ts'

/** An order line with how far it has come. */
export interface ReceivingLine {
  readonly id: OrderLineId
  readonly line: string
  readonly part: Part
  readonly ordered: Quantity
  readonly received: Quantity
  /** By how many percent of what was ordered more may come without a lead's word. */
  readonly tolerancePercent: Quantity
  /** Where the order wants the goods put, when it says so. */
  readonly location: string | null
}

export interface ReceivingOrder {
  readonly id: OrderId
  readonly order: string
  readonly supplier: string
}

/** Who bears a serial: what a clerk must be told about a duplicate. */
export interface SerialHolder {
  readonly serial: string
  readonly partNumber: string
  readonly location: string
  readonly order: string | null
  readonly receivedAt: Instant | null
  readonly operator: string | null
}

export interface KnownLot {
  readonly id: LotId
  readonly partId: PartId
  readonly lot: string
  readonly supplierLot: string | null
  readonly expiry: Day | null
}

/** What the rules of receiving may look up. The answers are those of one moment. */
export interface Directory {
  readonly today: Day
  readonly local: LocalTime
  order(number: string): ReceivingOrder | undefined
  orderAt(id: OrderId): ReceivingOrder | undefined
  /** The lines of an order in the order of their numbers. */
  lines(order: OrderId): readonly ReceivingLine[]
  line(id: OrderLineId): ReceivingLine | undefined
  /** Parts that a text names: our number, a supplier's, a GTIN of any length. */
  partsNamed(text: string): readonly PartId[]
  serial(serial: string): SerialHolder | undefined
  /** Lots that bear a text as our number or the supplier's. */
  lotsNamed(text: string): readonly KnownLot[]
  location(code: string): boolean
  /** Whether the supplier has announced it for the line; undefined where nothing of the kind was announced. */
  isAnnounced(line: OrderLineId, what: 'serial' | 'lot', code: string): boolean | undefined
  /** The announced serials that nothing bears yet. */
  awaitedSerials(line: OrderLineId): readonly string[]
  /** The first and last of the next numbers of a part, or why there are none. Uses nothing up. */
  nextSerials(part: Part, count: number, order: string): NumberPreview
  nextLot(part: Part, order: string): NumberPreview
}

export type NumberPreview =
  { readonly ok: true; readonly first: string; readonly last: string } | { readonly ok: false; readonly reason: string }
