import { expectationTexts, parseExpected, type ImportedExpectation } from '../../../core/importing/expected.ts'
import { inLineOrder, type ParsedRow, type RowProblem } from '../../../core/importing/table.ts'
import type { OrderLineId } from '../../../core/ids.ts'
import { wholeUnits } from '../../../core/quantity.ts'
import { expectedQuantity, putExpected } from '../../store/order.ts'
import { createOrderStore, type OrderStore } from './order-check.ts'
import { changesBetween, sortSteps, type PlanImport } from './plan.ts'

interface ResolvedExpectation extends ImportedExpectation {
  readonly lineId: OrderLineId
}

/**
 * What suppliers announce. That a serial exists already is left to the receipt, which refuses that unit alone and not
 * the delivery.
 */
export const planExpected: PlanImport = (db, table) => {
  const store = createOrderStore(db)
  const { rows, problems } = parseExpected(table)
  const steps = sortSteps(
    rows.flatMap(({ item }) => {
      const line = store.line(item.order, item.line)
      if (!line) return []
      const quantity = expectedQuantity(db, line.id, item)
      const changes =
        quantity === undefined
          ? undefined
          : changesBetween(expectationTexts({ ...item, quantity }), expectationTexts(item))
      return [{ item: { ...item, lineId: line.id } satisfies ResolvedExpectation, changes }]
    })
  )
  return {
    problems: inLineOrder([...problems, ...rows.flatMap((row) => expectationProblems(store, row))]),
    ...steps.counts,
    write: (db, record) => {
      for (const { item } of steps.added) putExpected(db, item.lineId, item)
      for (const { item, changes } of steps.changed) {
        putExpected(db, item.lineId, item)
        const { order, line, serial, lot, carton, lineId } = item
        record('expected-changed', [{ kind: 'order-line', id: lineId }], { order, line, serial, lot, carton, changes })
      }
    }
  }
}

function expectationProblems(store: OrderStore, { line, item }: ParsedRow<ImportedExpectation>): readonly RowProblem[] {
  const texts = expectationTexts(item)
  const refused = (column: string, reason: string) => [{ line, column, value: texts[column] ?? '', reason }]
  if (!store.order(item.order)) return refused('order', 'there is no such order: import it first')
  const part = store.partOf(item.order, item.line)
  if (!part) return refused('line', `order ${item.order} has no such line`)
  if (part.tracking !== 'serial') {
    return item.serial === ''
      ? []
      : refused(
          'serial',
          `the units of ${part.partNumber} have no serials: it is tracked by ${part.tracking === 'lot' ? 'lot' : 'count'}`
        )
  }
  if (wholeUnits(item.quantity) !== undefined) return []
  return refused('quantity', `${part.partNumber} is tracked by serial, so its quantity is whole`)
}
