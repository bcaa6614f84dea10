import type { RowId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'

/** Stock that goes to another place: so much of each of these rows. */
export interface MoveEffect {
  readonly kind: 'move'
  readonly to: string
  readonly parts: readonly MovedPart[]
}

export interface MovedPart {
  readonly row: RowId
  readonly quantity: Quantity
}
