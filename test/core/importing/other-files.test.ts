import { describe, expect, it } from 'vitest'
import { parseBoms } from '../../../src/core/importing/boms.ts'
import { parseExpected } from '../../../src/core/importing/expected.ts'
import { parseLocations } from '../../../src/core/importing/locations.ts'
import { parseOrders } from '../../../src/core/importing/orders.ts'
import { parseRuns } from '../../../src/core/importing/runs.ts'
import type { CellValue } from '../../../src/core/importing/table.ts'
import { ONE, quantityOf } from '../../../src/core/quantity.ts'
import { itemsOf, problemsOf, tableOf } from './table-of.ts'

type Row = Readonly<Record<string, CellValue>>

describe('a file of locations', () => {
  it('holds codes and descriptions', () => {
    const table = tableOf({ code: 'DOCK', description: 'Goods in' }, { code: 'A-01', description: '' })
    expect(itemsOf(parseLocations(table))).toEqual([
      { code: 'DOCK', description: 'Goods in' },
      { code: 'A-01', description: '' }
    ])
    expect(problemsOf(parseLocations(tableOf({ code: 'DS:LOC:A' })))[0]).toContain('2 code: it begins as a command')
  })
})

describe('a file of orders', () => {
  const line: Row = { order: 'PO-1', supplier: 'Würth & Söhne', line: '10', part_number: 'FC', quantity: '12.5' }

  it('holds lines with exact quantities and days', () => {
    const row = { ...line, line: 10, quantity: 0.1, due: '2026-11-23', location: 'A-01' }
    expect(itemsOf(parseOrders(tableOf(row)))).toEqual([
      {
        order: 'PO-1',
        supplier: 'Würth & Söhne',
        line: '10',
        partNumber: 'FC',
        revision: '',
        quantity: 100_000,
        due: '2026-11-23',
        location: 'A-01',
        tolerancePercent: 0
      }
    ])
  })

  it('may say by how many percent more may come', () => {
    const items = itemsOf(parseOrders(tableOf({ ...line, tolerance_percent: '2.5' })))
    expect(items).toMatchObject([{ tolerancePercent: 2_500_000 }])
  })

  it.each<[Row, string]>([
    [{ quantity: '1,5' }, 'quantity: a quantity is written in digits, with a point for decimals'],
    [{ tolerance_percent: '101' }, 'tolerance_percent: it is a number of percent from 0 to 100'],
    [{ tolerance_percent: '-1' }, 'tolerance_percent: it is a number of percent from 0 to 100'],
    [{ tolerance_percent: '5%' }, 'tolerance_percent: a quantity is written in digits'],
    [{ quantity: '1e3' }, 'quantity: a quantity is written in digits'],
    [{ quantity: '0' }, 'quantity: a quantity is more than 0'],
    [{ quantity: '-1' }, 'quantity: a quantity is more than 0'],
    [{ quantity: '0.0000001' }, 'quantity: a quantity has at most 6 decimals'],
    [{ quantity: '1000000000' }, 'quantity: a quantity is at most 999999999.999999'],
    [{ quantity: true }, 'quantity: a quantity is written in digits'],
    [{ due: '23.11.2026' }, 'due: it is a day of the calendar, written YYYY-MM-DD'],
    [{ due: '2026-02-30' }, 'due: it is a day of the calendar'],
    [{ supplier: 'A\nB' }, 'supplier: it goes over more than one line'],
    [{ supplier: '' }, 'supplier: it may not be empty'],
    [{ line: 1.5e300 }, 'line: a code is text'],
    [{ location: 'x '.repeat(3) }, 'location: it begins or ends with a blank']
  ])('refuses %j', (cells, words) => {
    expect(problemsOf(parseOrders(tableOf({ ...line, ...cells })))).toEqual([expect.stringContaining(`2 ${words}`)])
  })

  it('has one supplier for each order', () => {
    const rows = [line, { ...line, order: 'PO-2', supplier: 'B' }, { ...line, line: '2', supplier: 'B' }]
    expect(problemsOf(parseOrders(tableOf(...rows)))).toEqual([
      '4 supplier: order PO-1 has one supplier, which is Würth & Söhne in line 2'
    ])
  })
})

describe('a file of expected goods', () => {
  const line: Row = { order: 'PO-1', line: '1' }

  it('holds serials, which are one each, and lots with quantities', () => {
    const rows = [
      { ...line, serial: 'S-1' },
      { ...line, serial: 'S-2', quantity: '1', carton: 'C' },
      { ...line, lot: 'L', quantity: 5 }
    ]
    expect(itemsOf(parseExpected(tableOf(...rows))).map(({ quantity }) => quantity)).toEqual([ONE, ONE, quantityOf(5)])
  })

  it.each<[Row, string]>([
    [{ serial: 'S-1', quantity: '2' }, 'quantity: a serial is one unit'],
    [{ lot: 'L' }, 'quantity: it may not be empty'],
    [{ quantity: 'x', serial: 'S' }, 'quantity: a quantity is written in digits']
  ])('refuses %j', (cells, words) => {
    expect(problemsOf(parseExpected(tableOf({ ...line, ...cells })))[0]).toContain(`2 ${words}`)
  })

  it('expects a serial once', () => {
    const rows = [
      { ...line, serial: 'S-1' },
      { ...line, line: '2', serial: 'S-1' }
    ]
    expect(problemsOf(parseExpected(tableOf(...rows)))).toEqual([
      '3 serial: line 2 expects this serial already, and a serial is one unit'
    ])
  })
})

describe('a file of bills of materials', () => {
  it('holds components, which may be made on assembly', () => {
    const row = { part_number: 'DRONE', revision: 'A', component: 'FC', quantity: '1', made_on_assembly: 'yes' }
    expect(itemsOf(parseBoms(tableOf(row)))).toEqual([
      {
        partNumber: 'DRONE',
        revision: 'A',
        component: 'FC',
        componentRevision: null,
        quantity: ONE,
        madeOnAssembly: true,
        substitutes: []
      }
    ])
  })

  it('may say which revision a component has, and what may take its place', () => {
    const row = {
      part_number: 'DRONE',
      component: 'FC',
      quantity: 1,
      component_revision: 'C',
      substitutes: 'F3; F2;F2'
    }
    expect(itemsOf(parseBoms(tableOf(row)))).toMatchObject([{ componentRevision: 'C', substitutes: ['F2', 'F3'] }])
  })

  it.each<[Row, string]>([
    [{ quantity: '0' }, 'quantity: a quantity is more than 0'],
    [{ quantity: '-1' }, 'quantity: a quantity is more than 0'],
    [{ quantity: '1e9' }, 'quantity: a quantity is written in digits'],
    [{ quantity: '1000000000' }, 'quantity: a quantity is at most'],
    [{ quantity: '0.0000001' }, 'quantity: a quantity has at most 6 decimals'],
    [{ quantity: '' }, 'quantity: it may not be empty'],
    [{ made_on_assembly: 'maybe' }, 'made_on_assembly: it is yes or no'],
    [{ substitutes: 'A;DRONE' }, 'substitutes: a part is no component of itself, nor a substitute for one'],
    [{ substitutes: 'A;FC' }, 'substitutes: a component is no substitute for itself'],
    [{ substitutes: 'A;DS:DONE' }, 'substitutes: "DS:DONE": it begins as a command'],
    [{ component_revision: 'ä' }, 'component_revision: it holds a character that is not printable ASCII']
  ])('refuses %j', (cells, words) => {
    const line = { part_number: 'DRONE', component: 'FC', quantity: '1' }
    expect(problemsOf(parseBoms(tableOf({ ...line, ...cells })))).toEqual([expect.stringContaining(`2 ${words}`)])
  })

  it('refuses a part as its own component, and a component twice with other quantities', () => {
    const row = { part_number: 'DRONE', component: 'DRONE', quantity: '1' }
    expect(problemsOf(parseBoms(tableOf(row)))).toEqual(['2 component: a part is no component of itself'])
    const rows = [
      { ...row, component: 'FC' },
      { ...row, component: 'FC', quantity: '2' }
    ]
    expect(problemsOf(parseBoms(tableOf(...rows)))).toEqual([
      '3 component: line 2 has the same part_number, revision, component with other values'
    ])
  })
})

describe('a file of runs', () => {
  it('holds what is to be built, and when', () => {
    const row = { run: 'R-1', part_number: 'DRONE', revision: 'A', quantity: '5', due: '' }
    expect(itemsOf(parseRuns(tableOf(row)))).toEqual([
      { run: 'R-1', partNumber: 'DRONE', revision: 'A', quantity: quantityOf(5), due: null }
    ])
  })
})
