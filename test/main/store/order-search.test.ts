import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/core/clock.ts'
import type { ReceiptLineId } from '../../../src/core/ids.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import type { StationContext } from '../../../src/main/services/context.ts'
import { reverseLine } from '../../../src/main/services/receiving/reverse.ts'
import { ensureOrder, putOrderLine, searchOrders } from '../../../src/main/store/order.ts'
import { partsNamed } from '../../../src/main/store/part.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

function order({ db }: StationContext, number: string, supplier: string, quantity: number, due: string | null): void {
  const [partId] = partsNamed(db, 'UNTRACKED', null)
  if (partId === undefined) throw new Error('the station knows the part')
  putOrderLine(db, ensureOrder(db, number, supplier), {
    line: '1',
    partId,
    revision: '',
    quantity: quantityOf(quantity),
    due: due as Day | null,
    location: null
  })
}

/** PO-1 of Nordwerk without a day; PO-2 due last, PO-3 first. */
function stationWithOrders(): StationContext {
  const station = stationWithOrder()
  order(station, 'PO-2', 'Südstahl', 5, '2026-12-24')
  order(station, 'PO-3', 'Nordwerk', 5, '2026-11-30')
  return station
}

function found({ db }: StationContext, search: string, openOnly: boolean): readonly string[] {
  return searchOrders(db, search, openOnly, 50).map((row) => row.order)
}

function openLinesOf({ db }: StationContext, number: string): number | undefined {
  return searchOrders(db, number, false, 50).find((row) => row.order === number)?.openLines
}

describe.each([true, false])('the search over orders, only those with something to come: %s,', (openOnly) => {
  it.each([
    ['', ['PO-3', 'PO-2', 'PO-1']],
    ['po-2', ['PO-2']],
    ['nordwerk', ['PO-3', 'PO-1']],
    ['%', []],
    ["' OR 1", []]
  ] as const)('finds %j, the most urgent first', (search, numbers) => {
    expect(found(stationWithOrders(), search, openOnly)).toEqual(numbers)
  })
})

describe('an order', () => {
  it('is no longer to come once all of it is there, and is again when a line is taken back', () => {
    const station = stationWithOrders()
    scan(station, 'PO-3', 'UNTRACKED', 'DS:QTY:4', 'DS:DONE')
    expect(found(station, '', true)).toContain('PO-3')
    scan(station, 'UNTRACKED', 'DS:QTY:1', 'DS:DONE')
    expect(found(station, '', true)).toEqual(['PO-2', 'PO-1'])
    expect(openLinesOf(station, 'PO-3')).toBe(0)

    reverseLine(station, 2 as ReceiptLineId, 'Wrong goods', null)
    expect(found(station, '', true)).toEqual(['PO-3', 'PO-2', 'PO-1'])
    expect(openLinesOf(station, 'PO-3')).toBe(1)
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is to come again when more is ordered, and not when less is', () => {
    const station = stationWithOrders()
    scan(station, 'PO-3', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE')
    order(station, 'PO-3', 'Nordwerk', 6, '2026-11-30')
    expect(found(station, '', true)).toContain('PO-3')
    order(station, 'PO-3', 'Nordwerk', 5, '2026-11-30')
    expect(found(station, '', true)).not.toContain('PO-3')
  })

  it('moves when its day does', () => {
    const station = stationWithOrders()
    order(station, 'PO-3', 'Nordwerk', 5, '2027-01-31')
    expect(found(station, '', true)).toEqual(['PO-2', 'PO-3', 'PO-1'])
    order(station, 'PO-3', 'Nordwerk', 5, null)
    expect(found(station, '', false)).toEqual(['PO-2', 'PO-1', 'PO-3'])
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('verify', () => {
  it.each([
    ['an order line is open as long as something is to come', 'UPDATE order_line SET is_open = 0'],
    ['an order is due with its first line', "UPDATE purchase_order SET due = '2020-01-01'"]
  ])('names what breaks the rule: %s', (rule, sql) => {
    const { db } = stationWithOrders()
    db.exec(sql)
    expect(verifyStore(db).problems.map((problem) => problem.rule)).toContain(rule)
  })
})
