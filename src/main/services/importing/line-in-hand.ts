import type { OrderLineId } from '../../../core/ids.ts'
import type { ReadableDb } from '../../store/database.ts'
import { orderLineAt, type OrderLine } from '../../store/order.ts'
import { readSession } from '../session-store.ts'

/** The order line that a clerk is capturing: what its part is may not change under the clerk's hands. */
export function lineInHand(db: ReadableDb): OrderLine | undefined {
  const { at } = readSession(db)
  const id: OrderLineId | undefined = at.kind === 'line' ? at.line : undefined
  return id === undefined ? undefined : orderLineAt(db, id)
}

export const IN_HAND = 'this line is being received now: finish it with DS:DONE or leave it with DS:CANCEL first'
