import { assertNever } from '../assert.ts'
import type { Quantity } from '../quantity.ts'
import type { MovementKind } from './movement.ts'

/** How a row stands. It follows from what happened to it and is never set by hand. */
export type RowStatus =
  'being built' | 'available' | 'on hold' | 'installed' | 'consumed' | 'scrapped' | 'archived' | 'missing'

export interface StatusFacts {
  readonly quantity: Quantity
  /** What the row's last movement was; null for a row that nothing has happened to yet. */
  readonly lastMovement: MovementKind | null
  /** Whether an open issue holds it. */
  readonly held: boolean
}

/** The status of a row: the first rule that fits. Stock that is there is available unless an issue holds it. */
export function statusOf({ quantity, lastMovement, held }: StatusFacts): RowStatus {
  if (quantity > 0) return held ? 'on hold' : 'available'
  switch (lastMovement) {
    case 'installed':
      return 'installed'
    case 'scrapped':
      return 'scrapped'
    case 'archived':
    // It left the site: its supplier has it again.
    case 'returned':
    case 'reversed':
    // Nothing is gone: what the row held lies elsewhere, in a row of its own.
    case 'transferred':
      return 'archived'
    case 'counted':
      return 'missing'
    case 'received':
    case 'built':
    case 'removed':
    case 'consumed':
      return 'consumed'
    // A unit has its row, and with it its serial, from the moment its run starts.
    case null:
      return 'being built'
    default:
      return assertNever(lastMovement)
  }
}

/** What counts for rows that belong together, such as those of a lot: what is there before what is gone. */
const FOREMOST: readonly RowStatus[] = [
  'on hold',
  'available',
  'being built',
  'missing',
  'installed',
  'scrapped',
  'consumed',
  'archived'
]

/** The status of several rows together; null for none. */
export function statusOfSeveral(statuses: readonly RowStatus[]): RowStatus | null {
  return FOREMOST.find((status) => statuses.includes(status)) ?? null
}
