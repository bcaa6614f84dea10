import { describe, expect, it } from 'vitest'
import { verifyStore } from '../../src/main/store/verify.ts'
import { eachEvent } from '../../src/main/store/event.ts'
import { newStore, scan, stationWithOrder, stock, testClock } from '../helpers/store.ts'
import { traceCode } from '../helpers/trace.ts'

describe('a clock that jumps back', () => {
  it('leaves events in the order in which they happened, each with the time that was told', () => {
    const clock = testClock('2026-11-23T10:00:00.000Z')
    const station = stationWithOrder(newStore(), clock)
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    clock.set('2019-01-01T00:00:00.000Z')
    scan(station, 'DS:LOC:A-01', 'A1', 'DS:LOC:A-02', 'DS:DONE', 'DS:HOME')
    const events = [...eachEvent(station.db)]
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.at(-1)?.at.slice(0, 4)).toBe('2019')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('shows the history of a unit in that order too', () => {
    const clock = testClock('2026-11-23T10:00:00.000Z')
    const station = stationWithOrder(newStore(), clock)
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    clock.set('2019-01-01T00:00:00.000Z')
    scan(station, 'DS:LOC:A-01', 'A1')
    clock.set('2026-11-23T11:00:00.000Z')
    scan(station, 'DS:LOC:A-02', 'A1')
    const traced = traceCode(station.db, 'A1', null)
    const places = traced.kind === 'found' ? traced.trace.history.map(({ data }) => data.to ?? data.location) : []
    expect(places.filter((place) => typeof place === 'string')).toEqual(['DOCK', 'A-01', 'A-02'])
  })

  it.each([
    ['over New Year', '2027-01-01T00:00:01.000Z', '2026-12-31T23:59:59.000Z'],
    ['by ten years', '2026-11-23T10:00:00.000Z', '2016-11-23T10:00:00.000Z']
  ])('%s gives no number twice', (_how, before, after) => {
    const clock = testClock(before)
    const station = stationWithOrder(newStore(), clock)
    const receive = () =>
      scan(
        station,
        'PO-1',
        'GENERATED',
        'DS:QTY:2',
        'DS:DONE',
        'OWN-LOT',
        'DS:GENERATE',
        'DS:QTY:1',
        'DS:DONE',
        'DS:DONE'
      )
    for (const instant of [before, after, before, after]) {
      clock.set(instant)
      expect(receive().answer).toMatchObject({ title: 'Receipt closed' })
    }
    const numbers = stock(station).map((row) => row.split(' ')[1])
    expect(numbers).toHaveLength(12)
    expect(new Set(numbers).size).toBe(12)
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('makes no lot expire that has not, and none last that has', () => {
    const clock = testClock('2026-11-23T10:00:00.000Z')
    const station = stationWithOrder(newStore(), clock)
    scan(station, 'PO-1', 'OWN-LOT', 'DS:GENERATE', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    const expiry = () => station.db.prepare('SELECT expiry FROM lot').get()
    const before = expiry()
    clock.set('2001-01-01T00:00:00.000Z')
    scan(station, 'DS:LOC:A-01', 'LOT-2026-0001', 'DS:DONE')
    expect(expiry()).toEqual(before)
    expect(before).toEqual({ expiry: '2026-12-23' })
  })
})
