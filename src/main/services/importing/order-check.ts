import { orderLineTexts, type ImportedOrderLine } from '../../../core/importing/orders.ts'
import type { ParsedRow, RowProblem } from '../../../core/importing/table.ts'
import type { Part } from '../../../core/part.ts'
import { formatQuantity, wholeUnits } from '../../../core/quantity.ts'
import type { ReadableDb } from '../../store/database.ts'
import { findLocation } from '../../store/location.ts'
import { findOrder, findOrderLine, hasReceipts, type Order, type OrderLine } from '../../store/order.ts'
import { partAt, revisionsOf } from '../../store/part.ts'
import { partNamed, whyUnknown, type RevisionsOf } from './known-parts.ts'
import { IN_HAND, lineInHand } from './line-in-hand.ts'
import { cached } from './plan.ts'

/** What orders are checked against, as it stands before the import. */
export interface OrderStore {
  order(order: string): Order | undefined
  line(order: string, line: string): OrderLine | undefined
  /** The part of a stored line. */
  partOf(order: string, line: string): Part | undefined
  readonly revisions: RevisionsOf
  hasLocation(code: string): boolean
  hasReceipts(order: string): boolean
  readonly inHand: OrderLine | undefined
}

export function createOrderStore(db: ReadableDb): OrderStore {
  const order = cached((number: string) => findOrder(db, number))
  const lineAt = cached((key: string) => {
    const [number = '', name = ''] = key.split('\n')
    const found = order(number)
    return found && findOrderLine(db, found.id, name)
  })
  const line = (number: string, name: string) => lineAt(`${number}\n${name}`)
  return {
    order,
    line,
    partOf: (number, name) => {
      const found = line(number, name)
      return found && partAt(db, found.partId, found.revision)
    },
    revisions: cached((partNumber: string) => revisionsOf(db, partNumber)),
    hasLocation: cached((code: string) => findLocation(db, code) !== undefined),
    hasReceipts: cached((number: string) => {
      const found = order(number)
      return found !== undefined && hasReceipts(db, found.id)
    }),
    inHand: lineInHand(db)
  }
}

/** A stored line as a file would describe it. */
export function storedLine(store: OrderStore, order: string, line: string): ImportedOrderLine | undefined {
  const stored = store.line(order, line)
  const part = store.partOf(order, line)
  if (!stored || !part) return undefined
  return {
    order,
    supplier: store.order(order)?.supplier ?? '',
    line,
    partNumber: part.partNumber,
    revision: part.revision,
    quantity: stored.ordered,
    due: stored.due,
    location: stored.location,
    tolerancePercent: stored.tolerancePercent
  }
}

/** What the store has against an order line. */
export function orderLineProblems(store: OrderStore, row: ParsedRow<ImportedOrderLine>): readonly RowProblem[] {
  const { item } = row
  const part = partNamed(store.revisions, item)
  const problems: RowProblem[] = []
  const texts = orderLineTexts(item)
  const refuse = (column: string, reason: string | undefined) => {
    if (reason !== undefined) problems.push({ line: row.line, column, value: texts[column] ?? '', reason })
  }
  if (part) {
    if (part.tracking === 'serial' && wholeUnits(item.quantity) === undefined) {
      refuse('quantity', `${part.partNumber} is tracked by serial, so its quantity is whole`)
    }
  } else refuse(...whyUnknown(store.revisions, item))
  if (item.location !== null && !store.hasLocation(item.location)) {
    refuse('location', 'there is no such location: import it first, or leave this empty')
  }
  const order = store.order(item.order)
  if (order && order.supplier !== item.supplier && store.hasReceipts(item.order)) {
    refuse('supplier', `the order was received from ${order.supplier}, so its supplier stays`)
  }
  const stored = store.line(item.order, item.line)
  if (stored && part) {
    const anotherPart = stored.partId !== part.id || stored.revision !== part.revision
    const column = stored.partId === part.id ? 'revision' : 'part_number'
    const received = formatQuantity(stored.received)
    if (anotherPart && stored.everReceived === 1)
      refuse(column, 'something was received on this line, so its part stays')
    else if (anotherPart && store.inHand?.id === stored.id) refuse(column, IN_HAND)
    // More than was ordered may have come by a lead's word: then the line stays as it is, or grows.
    if (item.quantity < stored.received && item.quantity !== stored.ordered) {
      refuse('quantity', `${received} were received on this line already`)
    }
  }
  return problems
}
