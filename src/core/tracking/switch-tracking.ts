import { ZERO, type Quantity } from '../quantity.ts'
import type { TrackingType } from './tracking-type.ts'

/** What of an inventory row decides whether its part may be tracked in another way. */
export interface SwitchedRow {
  readonly tracking: TrackingType
  readonly quantity: Quantity
}

/**
 * The rows that keep a part from being tracked in another way: units with serials, or lots, that are still there.
 *
 * Untracked stock never does. It stays untracked, since a row carries its own type, and what comes in later is
 * tracked in the new way.
 */
export function rowsAgainstSwitch<Row extends SwitchedRow>(from: TrackingType, rows: readonly Row[]): readonly Row[] {
  if (from === 'untracked') return []
  return rows.filter(({ tracking, quantity }) => tracking === from && quantity > ZERO)
}
