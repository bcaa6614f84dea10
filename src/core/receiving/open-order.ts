import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { Directory, ReceivingOrder } from './directory.ts'
import { isOpen } from './progress.ts'

/** Opens the receipt of an order. No number is used up before something is received. */
export function openOrder(session: Session, order: ReceivingOrder, directory: Directory): Answer {
  const lines = directory.lines(order.id)
  const open = lines.filter(isOpen).length
  const message =
    open === 0
      ? `All ${lines.length} lines are received in full. Scan DS:CANCEL to leave.`
      : `${open} of ${lines.length} lines open. Scan a part.`
  return accepted(
    { ...session, at: { kind: 'receipt', order: order.id } },
    `Order ${order.order}`,
    `${order.supplier}. ${message}`,
    open === 0 ? { sound: 'attention' } : {}
  )
}

/** What `DS:ORDER:<no>` does while nothing else is open. */
export function openOrderNumbered(session: Session, number: string, directory: Directory): Answer {
  const order = directory.order(number)
  if (order) return openOrder(session, order, directory)
  return refused(
    'unknown-code',
    'Unknown order',
    `There is no order ${number} on this station. Import it first, or check the number.`
  )
}
