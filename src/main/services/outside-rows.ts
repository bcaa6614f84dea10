import { formatQuantity } from '../../core/quantity.ts'
import type { ReadableDb } from '../store/database.ts'
import { stockedRows, type InventoryFilter, type InventoryRow } from '../store/inventory.ts'
import { allLabels, type LabelRow } from '../store/label.ts'
import type { Evidence } from '../store/label-step.ts'
import { receivedLines } from '../store/receipt.ts'
import type { LabelState } from '../../core/printing/label-state.ts'
import { rowStatus } from './inventory-view.ts'

/**
 * Rows as other programs see them, in files and on the command line: keys of the files, quantities as decimal strings,
 * times in ISO 8601 and UTC, what is absent as null.
 */
export interface InventoryOutside {
  readonly part_number: string
  readonly revision: string | null
  readonly tracking: string
  readonly serial: string | null
  readonly lot: string | null
  readonly supplier_lot: string | null
  readonly location: string
  readonly quantity: string
  readonly unit: string
  readonly status: string
  readonly expiry: string | null
}

export function inventoryOutside(db: ReadableDb, filter: InventoryFilter): readonly InventoryOutside[] {
  return stockedRows(db, filter).map(rowOutside)
}

export function rowOutside(row: InventoryRow): InventoryOutside {
  return {
    part_number: row.partNumber,
    revision: row.revision || null,
    tracking: row.tracking,
    serial: row.serial,
    lot: row.lot,
    supplier_lot: row.supplierLot,
    location: row.location,
    quantity: formatQuantity(row.quantity),
    unit: row.unit,
    status: rowStatus(row),
    expiry: row.expiry
  }
}

export interface ReceiptOutside {
  readonly receipt: string
  readonly order: string
  readonly line: string
  readonly part_number: string
  readonly quantity: string
  readonly serials: readonly string[]
  readonly lot: string | null
  readonly location: string
  readonly operator: string
  readonly station: string
  readonly at: string
}

export function receiptsOutside(db: ReadableDb, order: string | null): readonly ReceiptOutside[] {
  return receivedLines(db, order).map((line) => ({
    receipt: line.receipt,
    order: line.order,
    line: line.line,
    part_number: line.partNumber,
    quantity: formatQuantity(line.quantity),
    serials: line.serials,
    lot: line.lot,
    location: line.location,
    operator: line.operator,
    station: line.station,
    at: line.at
  }))
}

export interface LabelOutside {
  readonly label: string
  readonly copy: number
  readonly kind: string
  readonly part_number: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly printer: string
  readonly state: string
  readonly evidence: Evidence
  readonly at: string
}

export function labelsOutside(db: ReadableDb, state: LabelState | null): readonly LabelOutside[] {
  return allLabels(db, state).map(labelOutside)
}

export function labelOutside(label: LabelRow): LabelOutside {
  return {
    label: label.label,
    copy: label.copy,
    kind: label.kind,
    part_number: label.partNumber,
    serial: label.serial,
    lot: label.lot,
    printer: label.printer,
    state: label.state,
    evidence: label.evidence,
    at: label.at
  }
}
