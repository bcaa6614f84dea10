import { ONE } from '../../src/core/quantity.ts'
import type { WritableDb } from '../../src/main/store/database.ts'
import { createBatchInsert } from './batch-insert.ts'
import type { CatalogueLot, CataloguePart } from './catalogue.ts'

/** A row of the inventory while the history goes on; written once it is over. */
export interface StockRow {
  readonly id: number
  readonly part: CataloguePart
  readonly serial: string | null
  readonly lot: CatalogueLot | null
  readonly receiptLine: number | null
  location: string
  millionths: number
}

/** All rows of the inventory, in memory. */
export interface Stock {
  addUnit(part: CataloguePart, location: string, receiptLine: number | null): StockRow
  /** The row of a lot, or of a counted part, at a place. */
  rowOf(part: CataloguePart, lot: CatalogueLot | null, location: string): StockRow
  rows(): readonly StockRow[]
  serials(): number
  write(db: WritableDb): void
}

export function createStock(): Stock {
  const rows: StockRow[] = []
  const shared = new Map<string, StockRow>()
  let serials = 0
  const add = (row: Omit<StockRow, 'id' | 'millionths'>): StockRow => {
    const added = { ...row, id: rows.length + 1, millionths: 0 }
    rows.push(added)
    return added
  }
  return {
    addUnit(part, location, receiptLine) {
      serials += 1
      return add({ part, serial: serialOf(serials), lot: null, receiptLine, location })
    },
    rowOf(part, lot, location) {
      const key = `${part.id} ${lot?.id ?? ''} ${location}`
      const found = shared.get(key) ?? add({ part, serial: null, lot, receiptLine: null, location })
      shared.set(key, found)
      return found
    },
    rows: () => rows,
    serials: () => serials,
    write(db) {
      const insert = createBatchInsert(db, 'inventory_row', [
        'id',
        'part_id',
        'revision',
        'tracking',
        'serial',
        'lot_id',
        'location',
        'quantity',
        'receipt_line_id'
      ])
      for (const { id, part, serial, lot, location, millionths, receiptLine } of rows) {
        insert.add(id, part.id, '', part.tracking, serial, lot?.id ?? null, location, millionths, receiptLine)
      }
      insert.flush()
    }
  }
}

export const UNIT: number = ONE

/** The serial of a unit by its number, as the pattern of the catalogue writes it. */
export function serialOf(number: number): string {
  return `SN-${String(number).padStart(8, '0')}`
}
