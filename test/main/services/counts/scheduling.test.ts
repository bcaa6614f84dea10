import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { dueOutside } from '../../../../src/main/services/counts/outside.ts'
import {
  scheduleCount,
  scheduledPlaces,
  scheduleViews,
  unscheduleCount
} from '../../../../src/main/services/counts/scheduling.ts'
import { drift } from '../../../../src/main/store/count-result.ts'
import { dueDay } from '../../../../src/core/counts/schedule.ts'
import { UTC, type Day } from '../../../../src/core/clock.ts'
import type { CountScheduleId } from '../../../../src/core/ids.ts'
import { quantityOf } from '../../../../src/core/quantity.ts'
import { newStore, scan, stationWithOrder, testClock, type TestClock } from '../../../helpers/store.ts'

interface Stocked {
  readonly station: StationContext
  readonly clock: TestClock
}

/** At A-01: unit A1; at A-02: 10 m of lot L1 and 5 untracked pieces. */
function stocked(): Stocked {
  const clock = testClock('2026-11-23T10:00:00.000Z')
  const station = stationWithOrder(newStore(), clock)
  scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'DS:DONE', 'DS:LOC:A-02')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10', 'DS:DONE', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
  return { station, clock }
}

function due({ station }: Stocked, day: string): readonly string[] {
  return dueOutside(station.db, day as Day, UTC).map(({ location, due }) => `${location} ${due}`)
}

describe('a schedule', () => {
  it('makes a place due at once when it was never counted, and so many days after each count', () => {
    const dock = stocked()
    const { station, clock } = dock
    expect(scheduleCount(station, { kind: 'place', location: 'A-01' }, '7')).toEqual({ kind: 'done' })
    expect(due(dock, '2026-11-23')).toEqual(['A-01 2026-11-23'])
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:DONE', 'DS:DONE')
    expect(due(dock, '2026-11-29')).toEqual([])
    expect(due(dock, '2026-11-30')).toEqual(['A-01 2026-11-30'])
    clock.set('2026-12-02T08:00:00.000Z')
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:DONE', 'DS:DONE')
    expect(due(dock, '2026-12-09')).toEqual(['A-01 2026-12-09'])
  })

  it('of a tracking type makes each place due where it lies', () => {
    const dock = stocked()
    scheduleCount(dock.station, { kind: 'tracking', tracking: 'lot' }, '30')
    expect(due(dock, '2026-11-23')).toEqual(['A-02 2026-11-23'])
    scheduleCount(dock.station, { kind: 'tracking', tracking: 'serial' }, '90')
    expect(due(dock, '2026-11-23')).toEqual(['A-01 2026-11-23', 'A-02 2026-11-23'])
  })

  it('of part numbers that begin alike makes each place due where one of them lies', () => {
    const dock = stocked()
    expect(scheduleCount(dock.station, { kind: 'prefix', prefix: 'SUPPLIER-' }, '30')).toEqual({ kind: 'done' })
    expect(scheduledPlaces(dock.station.db, UTC)).toMatchObject([
      { location: 'A-02', by: ['parts SUPPLIER-… every 30 days'] }
    ])
    expect(scheduleViews(dock.station.db, UTC)).toMatchObject([{ kind: 'prefix', value: 'SUPPLIER-', places: 1 }])
  })

  it('says by which schedules a place is due, and takes the first day', () => {
    const dock = stocked()
    scheduleCount(dock.station, { kind: 'place', location: 'A-02' }, '1')
    scheduleCount(dock.station, { kind: 'tracking', tracking: 'lot' }, '30')
    scan(dock.station, 'DS:COUNT', 'DS:LOC:A-02', 'L1', 'DS:QTY:10', 'DS:DONE')
    scan(dock.station, 'UNTRACKED', 'DS:QTY:5', 'DS:DONE', 'DS:DONE', 'DS:DONE')
    expect(scheduledPlaces(dock.station.db, UTC)).toMatchObject([
      { location: 'A-02', due: '2026-11-24', by: ['lots every 30 days', 'A-02 every day'] }
    ])
  })

  it('is changed by scheduling again, and is gone when it is removed', () => {
    const dock = stocked()
    scheduleCount(dock.station, { kind: 'place', location: 'A-01' }, '7')
    scheduleCount(dock.station, { kind: 'place', location: 'A-01' }, '14')
    expect(scheduleViews(dock.station.db, UTC)).toMatchObject([{ everyDays: 14 }])
    expect(unscheduleCount(dock.station, scheduleViews(dock.station.db, UTC)[0]?.id as CountScheduleId)).toEqual({
      kind: 'done'
    })
    expect(scheduleViews(dock.station.db, UTC)).toEqual([])
    expect(unscheduleCount(dock.station, 1 as CountScheduleId)).toMatchObject({ kind: 'refused' })
  })

  it.each(['0', '-1', '1.5', '1e9', '3651', '', 'seven'])('refuses %j days', (days) => {
    const dock = stocked()
    expect(scheduleCount(dock.station, { kind: 'place', location: 'A-01' }, days)).toMatchObject({ kind: 'refused' })
    expect(scheduleViews(dock.station.db, UTC)).toEqual([])
  })

  it('refuses a place that does not exist, and part numbers that none begins with', () => {
    const { station } = stocked()
    expect(scheduleCount(station, { kind: 'place', location: 'NOWHERE' }, '7')).toMatchObject({ kind: 'refused' })
    expect(scheduleCount(station, { kind: 'prefix', prefix: '' }, '7')).toMatchObject({ kind: 'refused' })
    expect(scheduleCount(station, { kind: 'prefix', prefix: '%' }, '7')).toMatchObject({ kind: 'refused' })
  })

  it('is due on the same day whatever the hour of the count', () => {
    expect(dueDay(7, '2026-01-01' as Day, '2026-11-23' as Day)).toBe('2026-11-30')
    expect(dueDay(7, '2026-01-01' as Day, null)).toBe('2026-01-01')
  })
})

describe('drift', () => {
  it('says how often a part and a place were off, by how much, and when last', () => {
    const { station, clock } = stocked()
    const count = (pieces: number) =>
      scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'L1', 'DS:QTY:10', 'DS:DONE', 'UNTRACKED', `DS:QTY:${pieces}`, 'DS:DONE')
    count(4)
    scan(station, 'DS:DONE', 'DS:DONE')
    clock.set('2026-11-24T10:00:00.000Z')
    count(6)
    scan(station, 'DS:DONE', 'DS:DONE')
    clock.set('2026-11-25T10:00:00.000Z')
    count(6)
    scan(station, 'DS:DONE', 'DS:DONE')
    expect(drift(station.db, 'part', 0, 10)).toEqual([
      {
        name: 'UNTRACKED',
        unit: 'pcs',
        counts: 3,
        off: 2,
        amount: quantityOf(3),
        net: quantityOf(1),
        lastCounted: expect.stringMatching(/^2026-11-25T10:00/),
        lastOff: expect.stringMatching(/^2026-11-24T10:00/)
      },
      expect.objectContaining({ name: 'SUPPLIER-LOT', counts: 3, off: 0, lastOff: null })
    ])
    expect(drift(station.db, 'place', 0, 1)).toMatchObject([{ name: 'A-02', unit: 'pcs', off: 2 }])
  })
})
