import { orderLineTexts, parseOrders, type ImportedOrderLine } from '../../../core/importing/orders.ts'
import { inLineOrder } from '../../../core/importing/table.ts'
import type { OrderId, PartId } from '../../../core/ids.ts'
import { ensureOrder, putOrderLine } from '../../store/order.ts'
import type { WritableDb } from '../../store/database.ts'
import { partNamed } from './known-parts.ts'
import { createOrderStore, orderLineProblems, storedLine, type OrderStore } from './order-check.ts'
import { cached, changesBetween, isEmpty, sortSteps, type PlanImport, type RecordEvent } from './plan.ts'

/** A line whose part is known, and whose revision is no longer left to the part. */
interface ResolvedLine extends ImportedOrderLine {
  readonly partId: PartId
}

/** Order lines. A line that a file leaves out stays as it is: an order is never shortened by silence. */
export const planOrders: PlanImport = (db, table) => {
  const store = createOrderStore(db)
  const { rows, problems } = parseOrders(table, (cellText) => {
    const stored = storedLine(store, cellText('order'), cellText('line'))
    const isSamePart = stored?.partNumber === cellText('part_number')
    return stored && orderLineTexts(isSamePart ? stored : { ...stored, revision: '' })
  })
  const steps = sortSteps(
    rows.flatMap(({ item }) => {
      const part = partNamed(store.revisions, item)
      if (!part) return []
      const line: ResolvedLine = { ...item, partId: part.id, revision: part.revision }
      const stored = storedLine(store, line.order, line.line)
      return [{ item: line, changes: stored && changesBetween(orderLineTexts(stored), orderLineTexts(line)) }]
    })
  )
  return {
    problems: inLineOrder([...problems, ...rows.flatMap((row) => orderLineProblems(store, row))]),
    ...steps.counts,
    write: (db, record) => {
      const suppliers = new Map(rows.map(({ item }) => [item.order, item.supplier]))
      const orderId = cached((order: string) => writeOrder(db, store, record, order, suppliers.get(order) ?? ''))
      for (const { item } of steps.added) putOrderLine(db, orderId(item.order), item)
      for (const { item, changes } of steps.changed) {
        const id = putOrderLine(db, orderId(item.order), item)
        const { supplier: _ofOrder, ...ofLine } = changes
        if (isEmpty(ofLine)) continue
        const { order, line } = item
        record('order-line-changed', [{ kind: 'order-line', id }], { order, line, changes: ofLine })
      }
    }
  }
}

function writeOrder(db: WritableDb, store: OrderStore, record: RecordEvent, order: string, supplier: string): OrderId {
  const before = store.order(order)
  const id = ensureOrder(db, order, supplier)
  if (before && before.supplier !== supplier) {
    record('order-changed', [{ kind: 'order', id }], {
      order,
      changes: { supplier: { from: before.supplier, to: supplier } }
    })
  }
  return id
}
