import type { StockDirectory, StockRow } from '../../core/inventory/stock-directory.ts'
import type { ReadableDb } from '../store/database.ts'
import { stockOfLot, unitWithSerial, untrackedStockOf, type InventoryRow } from '../store/inventory.ts'
import { lastChangeOf } from '../store/movement.ts'
import { trackingOf } from '../store/part.ts'
import { rowStatus } from './inventory-view.ts'

/** What the rules of moving stock may look up, answered from the store. */
export function createStockDirectory(db: ReadableDb): StockDirectory {
  return {
    unit(serial) {
      const row = unitWithSerial(db, serial)
      return row && stockRow(row)
    },
    lotRows: (lot) => stockOfLot(db, lot).map(stockRow),
    untrackedRows: (part) => untrackedStockOf(db, part).map(stockRow),
    trackingOf: (part) => trackingOf(db, part),
    lastChange: (row) => lastChangeOf(db, row)
  }
}

export function stockRow(row: InventoryRow): StockRow {
  return { ...row, status: rowStatus(row) }
}
