import type { LotId, OrderLineId, ReceiptId } from '../../src/core/ids.ts'
import { quantityOf } from '../../src/core/quantity.ts'
import { insertLot } from '../../src/main/store/lot.ts'
import { ensureOrder, putOrderLine } from '../../src/main/store/order.ts'
import { closeReceipt, insertReceipt, insertReceiptLine } from '../../src/main/store/receipt.ts'
import { STATION, type BulkStore } from './bulk-store.ts'
import type { CatalogueLot, CataloguePart } from './catalogue.ts'
import type { LabelBook } from './labels.ts'
import { UNIT, type Stock, type StockRow } from './stock.ts'
import { createYearlyNumbers, type YearlyNumbers } from './yearly-numbers.ts'

const DOCK = 'DOCK'

export interface Delivery {
  readonly supplier: string
  readonly lines: readonly DeliveryLine[]
}

/** Serial units by their count; a lot or a counted part by how much comes, in whole units. */
export interface DeliveryLine {
  readonly part: CataloguePart
  readonly count: number
}

export interface Receiving {
  /** Receives all of a delivery on an order of its own, and closes its receipt. Gives the rows that it went into. */
  receive(delivery: Delivery): readonly StockRow[]
  lots(): number
  readonly numbers: YearlyNumbers
}

interface LineAtHand {
  readonly part: CataloguePart
  readonly receiptLine: number
  /** What every event of the line says, in the order of its keys. */
  readonly facts: { readonly order: string; readonly receipt: string; readonly supplier: string }
}

export function createReceiving(
  { db, now, event, move, operator }: BulkStore,
  stock: Stock,
  labels: LabelBook
): Receiving {
  const receipts = createYearlyNumbers('R')
  let orders = 0
  let lots = 0

  function receive({ supplier, lines }: Delivery): readonly StockRow[] {
    const order = `PO-${String((orders += 1)).padStart(6, '0')}`
    const orderId = ensureOrder(db, order, supplier)
    const receipt = receipts.next(now())
    const receiptId = insertReceipt(db, receipt, orderId, now())
    const subjects = [['receipt', receiptId] as const, ['order', orderId] as const]
    event('receipt-opened', subjects, { order, receipt, supplier })
    const rows = lines.flatMap(({ part, count }, index) => {
      const orderLine = putOrderLine(db, orderId, {
        line: String(index + 1),
        partId: part.id,
        revision: '',
        quantity: quantityOf(count),
        due: null,
        location: null
      })
      const lot = part.tracking === 'lot' ? nextLot(part) : null
      const receiptLine = addReceiptLine(receiptId, orderLine, part, count, lot)
      const line = { part, receiptLine, facts: { order, receipt, supplier } }
      return part.tracking === 'serial' ? receiveUnits(line, count) : [receiveStock(line, count, lot)]
    })
    event('receipt-closed', subjects, { receipt })
    closeReceipt(db, receiptId, now())
    return rows
  }

  function receiveUnits({ part, receiptLine, facts }: LineAtHand, count: number): StockRow[] {
    return Array.from({ length: count }, () => {
      const row = stock.addUnit(part, DOCK, receiptLine)
      const { order, receipt, supplier } = facts
      const seq = event(
        'unit-received',
        [
          ['row', row.id],
          ['receipt-line', receiptLine],
          ['part', part.id]
        ],
        {
          expiry: null,
          label: labels.print(row, null, order, receiptLine),
          location: DOCK,
          lot: null,
          order,
          part_number: part.number,
          receipt,
          revision: '',
          serial: row.serial,
          supplier,
          supplier_lot: null
        }
      )
      move(seq, row.id, 'received', DOCK, UNIT)
      row.millionths = UNIT
      return row
    })
  }

  function receiveStock({ part, receiptLine, facts }: LineAtHand, count: number, lot: CatalogueLot | null): StockRow {
    const row = stock.rowOf(part, lot, DOCK)
    const { order, receipt, supplier } = facts
    row.millionths += quantityOf(count)
    const seq = event(
      lot ? 'lot-received' : 'count-received',
      [['row', row.id], ['receipt-line', receiptLine], ['part', part.id], ...(lot ? [['lot', lot.id] as const] : [])],
      {
        expiry: null,
        label: lot && labels.print(row, lot, order, receiptLine),
        location: DOCK,
        lot: lot && lot.text,
        order,
        part_number: part.number,
        quantity: String(count),
        receipt,
        revision: '',
        supplier,
        supplier_lot: lot && lot.supplierLot
      }
    )
    move(seq, row.id, 'received', DOCK, quantityOf(count))
    return row
  }

  function addReceiptLine(
    receipt: ReceiptId,
    orderLine: OrderLineId,
    part: CataloguePart,
    count: number,
    lot: CatalogueLot | null
  ): number {
    return insertReceiptLine(db, {
      receipt,
      orderLine,
      tracking: part.tracking,
      quantity: quantityOf(count),
      lot: lot && lot.id,
      location: DOCK,
      at: now(),
      operator: operator(),
      station: STATION
    })
  }

  function nextLot(part: CataloguePart): CatalogueLot {
    lots += 1
    const text = `L-${String(lots).padStart(6, '0')}`
    const supplierLot = `X${String(lots * 7).padStart(8, '0')}`
    const id: LotId = insertLot(db, { partId: part.id, lot: text, supplierLot, expiry: null })
    return { id, text, supplierLot, part }
  }

  return { receive, lots: () => lots, numbers: receipts }
}
