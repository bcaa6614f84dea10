import { expect, it } from 'vitest'
import { createStockIndexing } from '../../../src/main/services/stock-indexing.ts'
import { createFakeTime } from '../../fakes/fake-time.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

function unexpected(error: unknown): never {
  throw error
}

function received() {
  const { db, ...rest } = stationWithOrder()
  const station = { db, ...rest }
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  const indexed = () => (db.prepare('SELECT count(*) AS n FROM stock_search').get() as { n: number }).n
  return { station, db, indexed }
}

it('leaves the time right after a decision to the decision, and brings the search up to date then', () => {
  const time = createFakeTime()
  const { db, indexed } = received()
  const indexing = createStockIndexing(db, time, unexpected)
  indexing.wake()
  time.advance(100)
  expect(indexed()).toBe(0)
  time.advance(100)
  expect(indexed()).toBe(2)
  expect(time.waiting()).toBe(0)
})

it('takes a large receipt in pieces, so that a scan in between need not wait for all of it', () => {
  const time = createFakeTime()
  const { station, db, indexed } = received()
  db.prepare('UPDATE order_line SET quantity = quantity * 100').run()
  scan(station, 'GENERATED', 'DS:QTY:1000', 'DS:DONE')
  const indexing = createStockIndexing(db, time, unexpected)
  indexing.wake()
  time.advance(200)
  expect(indexed()).toBeGreaterThan(0)
  expect(indexed()).toBeLessThan(1_002)
  time.advance(5_000)
  expect(indexed()).toBe(1_002)
})

it('tries again when the store could not be written', () => {
  const time = createFakeTime()
  const { db, indexed } = received()
  const faults: unknown[] = []
  const indexing = createStockIndexing(db, time, (error) => faults.push(error))
  db.pragma('query_only = ON')
  indexing.wake()
  time.advance(1_000)
  expect(indexed()).toBe(0)
  db.pragma('query_only = OFF')
  time.advance(10_000)
  expect(indexed()).toBe(2)
  expect(faults).toEqual([])
})

it('does nothing more once it is closed', () => {
  const time = createFakeTime()
  const { db, indexed } = received()
  const indexing = createStockIndexing(db, time, unexpected)
  indexing.wake()
  indexing.close()
  indexing.wake()
  time.advance(10_000)
  expect(indexed()).toBe(0)
})
