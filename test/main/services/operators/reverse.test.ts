import { describe, expect, it } from 'vitest'
import type { ReceiptLineId, RowId } from '../../../../src/core/ids.ts'
import { inventoryPage } from '../../../../src/main/services/inventory-view.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { orderSummaries } from '../../../../src/main/services/receiving-view.ts'
import { reverseLine } from '../../../../src/main/services/receiving/reverse.ts'
import { moveRow, removeStock } from '../../../../src/main/services/stock-changes.ts'
import { receiptsOutside } from '../../../../src/main/services/outside-rows.ts'
import { allLabels } from '../../../../src/main/store/label.ts'
import { searchReceived } from '../../../../src/main/store/received-line.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'

const WHY = 'Wrong delivery'

function received(station: StationContext, search: string): ReceiptLineId {
  const [line] = searchReceived(station.db, search, 0, 1)
  if (!line) throw new Error(`nothing of ${search} was received`)
  return line.id
}

/** As if every label had come out. */
function printAll(station: StationContext): void {
  station.db.exec(
    `INSERT INTO label_step (label_id, at, operator, state, evidence) SELECT id, at, 'test', 'printed', '{}' FROM label;
     UPDATE label SET state = 'printed'`
  )
}

function rowOf(station: StationContext, search: string): RowId {
  const [row] = inventoryPage(station, search, 'stock', 0, 1).rows
  if (!row) throw new Error(`no row of ${search}`)
  return row.id
}

describe('taking back what was received', () => {
  it('takes units out of stock, voids their labels, opens the line again, and keeps their serials taken', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'C-1', 'C-2', 'DS:DONE')
    printAll(station)
    expect(reverseLine(station, received(station, 'C-1'), WHY, null)).toMatchObject({ kind: 'reversed' })
    expect(stock(station)).toEqual([])
    expect(allLabels(station.db, null).map(({ state }) => state)).toEqual(['void', 'void'])
    expect(orderSummaries(station, 'PO-1', true)).toMatchObject([{ openLines: 5 }])
    expect(scan(station, 'CAPTURED', 'C-1').answer).toMatchObject({ sound: 'duplicate' })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('takes of a lot and of an untracked part as much as came, and leaves what came before', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE', 'SUPPLIER-LOT', 'L1', 'DS:QTY:2.5', 'DS:DONE')
    scan(station, 'UNTRACKED', 'DS:QTY:7', 'DS:DONE')
    expect(reverseLine(station, received(station, 'SUPPLIER-LOT'), WHY, null)).toMatchObject({ kind: 'reversed' })
    expect(reverseLine(station, received(station, 'UNTRACKED'), WHY, null)).toMatchObject({ kind: 'reversed' })
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 5'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('reads as a receipt and its compensation for other programs', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:7', 'DS:DONE')
    reverseLine({ ...station, operator: 'lou' }, received(station, 'UNTRACKED'), WHY, null)
    expect(receiptsOutside(station.db, 'PO-1')).toMatchObject([
      { quantity: '7', operator: 'kim' },
      { quantity: '-7', operator: 'lou', receipt: 'R-2026-00001' }
    ])
  })

  it('finds a unit wherever it was moved to', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'C-1', 'DS:DONE', 'DS:DONE', 'DS:LOC:A-01', 'C-1')
    expect(reverseLine(station, received(station, 'C-1'), WHY, null)).toMatchObject({ kind: 'reversed' })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is refused while a unit is gone, and says which and what became of it', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'C-1', 'C-2', 'DS:DONE')
    removeStock(station, rowOf(station, 'C-2'), { kind: 'scrapped', quantity: null, reason: 'dropped' })
    const outcome = reverseLine(station, received(station, 'C-1'), WHY, null)
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'gone' })
    expect(outcome).toMatchObject({ rows: [{ code: 'C-2', words: expect.stringContaining('was scrapped') }] })
    expect(stock(station)).toEqual(['CAPTURED C-1 DOCK 1'])
  })

  it('is refused while less of a lot lies where it came to, and says where it went', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE')
    moveRow(station, rowOf(station, 'L1'), 'A-02', '2')
    expect(reverseLine(station, received(station, 'L1'), WHY, null)).toMatchObject({
      reason: 'gone',
      rows: [{ code: 'L1', words: '3 of 5 m are left at DOCK: 2 m moved to A-02 2026-11-23 by kim' }]
    })
  })

  it('is refused without a reason, and a second time', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:7', 'DS:DONE')
    const line = received(station, 'UNTRACKED')
    expect(reverseLine(station, line, ' ', null)).toMatchObject({ reason: 'reason-missing' })
    reverseLine(station, line, WHY, null)
    expect(reverseLine(station, line, WHY, null)).toMatchObject({ reason: 'reversed-already' })
    expect(() => reverseLine(station, 999 as never, WHY, null)).toThrow(/not received here/)
  })

  it('waits while a label of it is at the printer', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'C-1', 'DS:DONE')
    const [label] = allLabels(station.db, null)
    station.db.prepare(`UPDATE label SET state = 'sending' WHERE id = ?`).run(label?.id ?? 0)
    expect(reverseLine(station, received(station, 'C-1'), WHY, null)).toMatchObject({ reason: 'label-on-its-way' })
  })

  it('takes a lead’s word where there are operators, unless a lead is signed in', () => {
    const station = stationWithOrder()
    const { lea } = withOperators(station)
    scan(station, 'B-KIM', 'PO-1', 'UNTRACKED', 'DS:QTY:7', 'DS:DONE')
    const line = received(station, 'UNTRACKED')
    expect(reverseLine(station, line, WHY, null)).toMatchObject({ kind: 'needs-lead', need: 'reverse-receipt' })
    const approval = { need: 'reverse-receipt', by: { id: lea, name: 'Lea', role: 'lead' } } as const
    expect(reverseLine(station, line, WHY, approval)).toMatchObject({ kind: 'reversed' })
    scan(station, 'B-LEA', 'SUPPLIER-LOT', 'L1', 'DS:QTY:2', 'DS:DONE')
    expect(reverseLine(station, received(station, 'L1'), WHY, null)).toMatchObject({ kind: 'reversed' })
  })
})
