import { formatQuantity, type Quantity } from '../../src/core/quantity.ts'
import type { RemovalKind } from '../../src/core/inventory/stock-decision.ts'
import type { SubjectKind } from '../../src/core/event.ts'
import type { BulkStore } from './bulk-store.ts'
import type { Stock, StockRow } from './stock.ts'

/** What happens to stock that is there. */
export interface Changes {
  /** Takes so much of a row, or a unit, to another place. Gives the row that it is in then. */
  moveTo(row: StockRow, to: string, millionths: number): StockRow
  remove(row: StockRow, kind: RemovalKind, millionths: number): void
}

export function createChanges({ event, move }: BulkStore, stock: Stock): Changes {
  return {
    moveTo(row, to, millionths) {
      const { part, lot, serial, location: from } = row
      const target = serial === null ? stock.rowOf(part, lot, to) : row
      const rows = [['row', row.id] as const, ...(target === row ? [] : [['row', target.id] as const])]
      const seq = event('stock-moved', [...rows, ...subjectsOf(row)], {
        from,
        lot: lot && lot.text,
        part_number: part.number,
        quantity: amount(millionths),
        revision: '',
        serial,
        to,
        unit: part.unit
      })
      move(seq, row.id, 'transferred', from, 0 - millionths)
      move(seq, target.id, 'transferred', to, millionths)
      row.millionths -= millionths
      target.millionths += millionths
      target.location = to
      return target
    },
    remove(row, kind, millionths) {
      const { part, lot, serial, location } = row
      const seq = event(`stock-${kind}`, [['row', row.id], ...subjectsOf(row)], {
        location,
        lot: lot && lot.text,
        part_number: part.number,
        quantity: amount(millionths),
        reason: 'as the job asked for',
        revision: '',
        serial,
        unit: part.unit
      })
      move(seq, row.id, kind, location, 0 - millionths)
      row.millionths -= millionths
    }
  }
}

/** The part and the lot that an event of a row concerns besides the row. */
export function subjectsOf({ part, lot }: StockRow): readonly (readonly [SubjectKind, number])[] {
  return [['part', part.id], ...(lot ? [['lot', lot.id] as const] : [])]
}

export function amount(millionths: number): string {
  return formatQuantity(millionths as Quantity)
}
