import { expect, it } from 'vitest'
import { stockIndexJob } from '../../../../src/main/services/upkeep/stock-index.ts'
import { createUpkeep } from '../../../../src/main/services/upkeep/upkeep.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'

/** Two units in stock, and an upkeep in whose turns three steps are done. */
function received() {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  const time = createFakeTime()
  const faults: unknown[] = []
  let steps = 0
  const upkeep = createUpkeep(
    { jobs: [stockIndexJob(station.db)], timers: time, onError: (error) => faults.push(error) },
    { now: () => (steps += 1) }
  )
  const indexed = () => (station.db.prepare('SELECT count(*) AS n FROM stock_search').get() as { n: number }).n
  return { station, time, upkeep, faults, indexed }
}

it('leaves the time right after a decision to the decision, and brings the search up to date then', () => {
  const { time, indexed, upkeep } = received()
  time.advance(200)
  expect(indexed()).toBe(0)
  time.advance(200)
  expect(indexed()).toBe(2)
  upkeep.close()
  expect(time.waiting()).toBe(0)
})

it('takes a large receipt in pieces, so that a scan in between need not wait for all of it', () => {
  const { station, time, upkeep, indexed } = received()
  station.db.prepare('UPDATE order_line SET quantity = quantity * 100').run()
  scan(station, 'GENERATED', 'DS:QTY:1000', 'DS:DONE')
  time.advance(400)
  expect(indexed()).toBeGreaterThan(0)
  expect(indexed()).toBeLessThan(1_002)
  time.advance(60_000)
  expect(indexed()).toBe(1_002)
  upkeep.close()
})

it('tells of a store that could not be written, and tries again after the next scan', () => {
  const { station, time, upkeep, faults, indexed } = received()
  station.db.pragma('query_only = ON')
  time.advance(1_000)
  expect(indexed()).toBe(0)
  expect(faults).toHaveLength(1)
  station.db.pragma('query_only = OFF')
  upkeep.happened()
  time.advance(1_000)
  expect(indexed()).toBe(2)
  upkeep.close()
})

it('does nothing more once it is closed', () => {
  const { time, upkeep, indexed } = received()
  upkeep.close()
  time.advance(10_000)
  expect(indexed()).toBe(0)
})
