import { statusOf } from '../inventory/status.ts'
import type { MovementKind } from '../inventory/movement.ts'
import type { LotSource, SerialSource } from '../part.ts'
import type { Quantity } from '../quantity.ts'
import type { TrackingType } from './tracking-type.ts'

/** What of an inventory row decides whether its part may be tracked in another way. */
export interface SwitchedRow {
  readonly tracking: TrackingType
  readonly quantity: Quantity
  readonly lastMovement: MovementKind | null
}

/**
 * The rows that keep a part from being tracked in another way: units with serials, or lots, that are in stock or in a
 * product. What is consumed, scrapped, archived or missing does not: it keeps its row, and a unit that is found again
 * keeps its serial, since a row carries its own type.
 *
 * Untracked stock never keeps a part from it. It stays untracked, and what comes in later is tracked in the new way.
 */
export function rowsAgainstSwitch<Row extends SwitchedRow>(from: TrackingType, rows: readonly Row[]): readonly Row[] {
  if (from === 'untracked') return []
  return rows.filter((row) => row.tracking === from && isStillThere(row))
}

function isStillThere({ quantity, lastMovement }: SwitchedRow): boolean {
  const status = statusOf({ quantity, lastMovement, held: false })
  return status === 'being built' || status === 'available' || status === 'on hold' || status === 'installed'
}

/**
 * Where the numbers of a part come from that is switched to serials and says nothing of them: from the supplier, since
 * only a person can choose a pattern that meets no other.
 */
export const SERIAL_SOURCE_AFTER_SWITCH: SerialSource = 'captured'

/** Where the lots of a part come from that is switched to lots: from the supplier's label, likewise. */
export const LOT_SOURCE_AFTER_SWITCH: LotSource = 'supplier'
