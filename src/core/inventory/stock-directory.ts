import type { Instant } from '../clock.ts'
import type { LotId, PartId, RowId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'
import type { MovementKind } from './movement.ts'
import type { RowStatus } from './status.ts'

/** A row of the inventory as the rules of moving it see it. */
export interface StockRow {
  readonly id: RowId
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly tracking: TrackingType
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly location: string
  readonly quantity: Quantity
  readonly unit: string
  readonly status: RowStatus
}

/** The last thing that changed how much of a row there is. */
export interface LastChange {
  readonly kind: MovementKind
  readonly at: Instant
  readonly operator: string
  /** Why, where a person had to say so. */
  readonly reason: string | null
}

/** What the rules of moving stock may look up. The answers are those of one moment. */
export interface StockDirectory {
  /** The unit that bears a serial, whatever became of it. */
  unit(serial: string): StockRow | undefined
  /** The rows of a lot that hold stock. Units that came from a lot have their own serials and are not among them. */
  lotRows(lot: LotId): readonly StockRow[]
  /** The untracked rows of a part that hold stock, whatever the part's tracking type is by now. */
  untrackedRows(part: PartId): readonly StockRow[]
  /** How what comes in of a part is tracked. */
  trackingOf(part: PartId): TrackingType | undefined
  lastChange(row: RowId): LastChange | undefined
}
