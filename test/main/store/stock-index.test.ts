import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../src/main/services/context.ts'
import { searchRows } from '../../../src/main/store/inventory-search.ts'
import { indexNewRows } from '../../../src/main/store/stock-index.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

/** Units A1 and A2, 40 of an own lot, and 7 that are only counted: rows 1 to 4. */
function stationWithStock(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'OWN-LOT', 'DS:QTY:40', 'DS:DONE')
  scan(station, 'UNTRACKED', 'DS:QTY:7', 'DS:DONE', 'DS:DONE')
  return station
}

function indexAll({ db }: StationContext): void {
  while (indexNewRows(db, 3)) continue
}

function found({ db }: StationContext, search: string, shown: 'stock' | 'all' = 'stock'): readonly number[] {
  return searchRows(db, search, shown, 0, 50).rows.map(({ id }) => id)
}

function indexed({ db }: StationContext): number {
  return (db.prepare('SELECT count(*) AS n FROM stock_search').get() as { n: number }).n
}

describe('new rows of stock', () => {
  it('are in no index when they are received, and all of them once it was brought up to date', () => {
    const station = stationWithStock()
    expect(indexed(station)).toBe(0)
    expect(indexNewRows(station.db, 3)).toBe(true)
    expect(indexed(station)).toBe(3)
    expect(indexNewRows(station.db, 3)).toBe(false)
    expect(indexed(station)).toBe(4)
    expect(indexNewRows(station.db, 3)).toBe(false)
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it.each(['before', 'after', 'half-way before'] as const)('are found %s the index was brought up to date', (when) => {
    const station = stationWithStock()
    if (when === 'after') indexAll(station)
    if (when === 'half-way before') indexNewRows(station.db, 2)
    expect(found(station, 'a1')).toEqual([1])
    expect(found(station, 'captured dock')).toEqual([2, 1])
    expect(found(station, 'po-1')).toEqual([3, 2, 1])
    expect(found(station, 'own')).toEqual([3])
    expect(found(station, 'd')).toEqual([4, 3, 2, 1])
    expect(found(station, 'aptur')).toEqual([2, 1])
    expect(found(station, 'no-such-thing')).toEqual([])
  })

  it.each(['before', 'after'] as const)('are found where they lie when they were moved %s that', (when) => {
    const station = stationWithStock()
    if (when === 'after') indexAll(station)
    scan(station, 'DS:HOME', 'DS:LOC:A-01', 'A1', 'DS:HOME')
    expect(found(station, 'a-01')).toEqual([1])
    indexAll(station)
    expect(found(station, 'a-01')).toEqual([1])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('that are gone before they were in the index are found among what is gone, once', () => {
    const station = stationWithStock()
    station.db.exec(`UPDATE inventory_row SET quantity = 0 WHERE serial = 'A2'`)
    expect(found(station, 'a2')).toEqual([])
    expect(found(station, 'a2', 'all')).toEqual([2])
    indexAll(station)
    expect(found(station, 'a2')).toEqual([])
    expect(found(station, 'a2', 'all')).toEqual([2])
  })
})
