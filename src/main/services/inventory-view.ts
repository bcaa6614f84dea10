import { statusOf, type RowStatus } from '../../core/inventory/status.ts'
import type { InventoryPage, InventoryRowView } from '../../ipc/views.ts'
import { snapshot } from '../store/database.ts'
import type { InventoryRow } from '../store/inventory.ts'
import { searchRows, type ShownRows } from '../store/inventory-search.ts'
import type { StationContext } from './context.ts'

export function inventoryPage(
  { db }: Pick<StationContext, 'db'>,
  search: string,
  shown: ShownRows,
  offset: number,
  limit: number
): InventoryPage {
  const page = snapshot(db, () => searchRows(db, search, shown, offset, limit))
  return { ...page, rows: page.rows.map(rowView) }
}

/** How a row stands, by what happened to it. */
export function rowStatus({
  quantity,
  lastMovement,
  held
}: Pick<InventoryRow, 'quantity' | 'lastMovement' | 'held'>): RowStatus {
  return statusOf({ quantity, lastMovement, held: held === 1 })
}

export function rowView(row: InventoryRow): InventoryRowView {
  return {
    id: row.id,
    partNumber: row.partNumber,
    revision: row.revision || null,
    description: row.description,
    tracking: row.tracking,
    serial: row.serial,
    lot: row.lot,
    supplierLot: row.supplierLot,
    location: row.location,
    quantity: row.quantity,
    unit: row.unit,
    status: rowStatus(row),
    expiry: row.expiry
  }
}
