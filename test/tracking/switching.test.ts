import { describe, expect, it } from 'vitest'
import type { RowId } from '../../src/core/ids.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { inventoryPage } from '../../src/main/services/inventory-view.ts'
import { removeStock } from '../../src/main/services/stock-changes.ts'
import { switchTracking } from '../../src/main/services/switch-tracking.ts'
import { transaction } from '../../src/main/store/database.ts'
import { appendEvent } from '../../src/main/store/event.ts'
import { move } from '../../src/main/store/movement.ts'
import { findPart } from '../../src/main/store/part.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { stockedStation } from '../helpers/assembly.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'
import { traceCode } from '../helpers/trace.ts'

function rowIds({ db }: StationContext, part: string): readonly RowId[] {
  return inventoryPage({ db }, part, 'stock', 0, 50).rows.map(({ id }) => id)
}

function take(station: StationContext, part: string, kind: 'consumed' | 'scrapped' | 'archived'): void {
  for (const row of rowIds(station, part)) removeStock(station, row, { kind, quantity: null, reason: 'for the test' })
}

function rowsInTheWay(outcome: ReturnType<typeof switchTracking>): readonly string[] {
  return outcome.kind === 'refused' ? outcome.rows.map(({ serial, lot }) => serial ?? lot ?? '-') : []
}

describe('serial → lot or untracked', () => {
  it.each(['lot', 'untracked'] as const)('is refused to %s while units are there, and the refusal lists them', (to) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'DS:DONE')
    const outcome = switchTracking(station, 'CAPTURED', to)
    expect(outcome).toMatchObject({ kind: 'refused', from: 'serial', reason: 'rows-remain' })
    expect(rowsInTheWay(outcome)).toEqual(['A1', 'A2'])
    expect(findPart(station.db, 'CAPTURED', 'B')?.tracking).toBe('serial')
  })

  it.each(['consumed', 'scrapped', 'archived'] as const)('is allowed once they are %s', (kind) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    take(station, 'CAPTURED', kind)
    expect(switchTracking(station, 'CAPTURED', 'untracked')).toMatchObject({ kind: 'switched', from: 'serial' })
    scan(station, 'PO-1', 'CAPTURED', 'DS:QTY:3', 'DS:DONE', 'DS:DONE')
    expect(stock(station)).toEqual(['CAPTURED - DOCK 3'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is refused while a unit is installed in a product', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    const [row] = rowIds(station, 'CAPTURED')
    if (row === undefined) throw new Error('the unit is in stock')
    transaction(station.db, () => {
      const seq = appendEvent(station.db, {
        kind: 'installed',
        at: '2026-11-23T11:00:00.000Z' as never,
        operator: 'kim',
        station: 'DOCK-1',
        subjects: [],
        data: {}
      })
      move(station.db, seq, row, 'installed', 'DOCK', -1_000_000 as never)
    })
    expect(rowsInTheWay(switchTracking(station, 'CAPTURED', 'lot'))).toEqual(['A1'])
  })
})

describe('lot → serial or untracked', () => {
  it.each(['serial', 'untracked'] as const)('is refused to %s while lots are there, wherever they lie', (to) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:2', 'DS:DONE', 'DS:HOME')
    const outcome = switchTracking(station, 'SUPPLIER-LOT', to)
    expect(rowsInTheWay(outcome)).toEqual(['L1', 'L1'])
    expect(outcome.message).toContain('2 rows of its lots are still there')
  })

  it('is allowed once the lots are gone, and what comes in then has serials', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    take(station, 'SUPPLIER-LOT', 'consumed')
    expect(switchTracking(station, 'SUPPLIER-LOT', 'serial').kind).toBe('switched')
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'U1', 'U2', 'DS:DONE', 'DS:DONE')
    expect(stock(station)).toEqual(['SUPPLIER-LOT U1 DOCK 1', 'SUPPLIER-LOT U2 DOCK 1'])
  })
})

describe('untracked → serial or lot', () => {
  it('is allowed with stock there: it stays untracked, and new receipts have serials', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
    const outcome = switchTracking(station, 'UNTRACKED', 'serial')
    expect(outcome).toMatchObject({ kind: 'switched', from: 'untracked', to: 'serial' })
    expect(outcome.message).toContain('scanned at receipt')
    scan(station, 'PO-1', 'UNTRACKED', 'U1', 'DS:DONE', 'DS:DONE')
    expect(stock(station)).toEqual(['UNTRACKED - DOCK 40', 'UNTRACKED U1 DOCK 1'])
    expect(inventoryPage(station, 'UNTRACKED', 'stock', 0, 9).rows.map(({ tracking }) => tracking)).toEqual([
      'serial',
      'untracked'
    ])
  })

  it('leaves untracked stock to be moved by its part number, whatever the part is by then', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
    switchTracking(station, 'UNTRACKED', 'lot')
    scan(station, 'PO-1', 'UNTRACKED', 'L7', 'DS:QTY:6', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:15', 'DS:DONE', 'DS:HOME')
    expect(stock(station)).toEqual(['UNTRACKED - A-01 15', 'UNTRACKED - DOCK 25', 'UNTRACKED L7 DOCK 6'])
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('switching a part’s tracking type', () => {
  it('is an event of the part, with who did it', () => {
    const station = stationWithOrder()
    switchTracking(station, 'UNTRACKED', 'lot')
    const trace = traceCode(station.db, 'UNTRACKED', null)
    expect(trace.kind === 'found' && trace.trace.history).toMatchObject([
      {
        event: 'part-tracking-changed',
        operator: 'kim',
        data: { from: 'untracked', to: 'lot', lot_source: 'supplier' }
      }
    ])
  })

  it('changes nothing to the type that a part has, and knows no other parts', () => {
    const station = stationWithOrder()
    expect(switchTracking(station, 'UNTRACKED', 'untracked').kind).toBe('unchanged')
    expect(() => switchTracking(station, 'NOBODY', 'lot')).toThrow('There is no part NOBODY')
    expect(station.db.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 0 })
  })

  it('waits for the line of the part that is being received', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED')
    expect(switchTracking(station, 'UNTRACKED', 'lot')).toMatchObject({ kind: 'refused', reason: 'being-received' })
    scan(station, 'DS:CANCEL')
    expect(switchTracking(station, 'UNTRACKED', 'lot').kind).toBe('switched')
  })
})

describe('a part that is being built', () => {
  it('stays tracked by lot while a run builds a lot of it, and by serial while its units are being built', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1', 'DS:RUN:G-1')
    expect(switchTracking(station, 'PAINT', 'untracked')).toMatchObject({
      kind: 'refused',
      reason: 'being-built',
      message: expect.stringContaining('being built in run P-1') as string
    })
    expect(switchTracking(station, 'GEARBOX', 'lot')).toMatchObject({ kind: 'refused', reason: 'rows-remain' })
  })
})
