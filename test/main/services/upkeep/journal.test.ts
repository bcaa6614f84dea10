import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/core/event.ts'
import { instantOf } from '../../../../src/core/clock.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { journalJob } from '../../../../src/main/services/upkeep/journal.ts'
import { createUpkeep } from '../../../../src/main/services/upkeep/upkeep.ts'
import { closeJournal } from '../../../../src/main/services/scanning/journal.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts'
import { indexAll, makeScan } from '../../../helpers/journal.ts'
import { scan, stationWithOrder, type TestClock } from '../../../helpers/store.ts'

const TODAY = Date.UTC(2026, 10, 23, 10)
const DAY_MS = 86_400_000

function daysAgo(days: number): string {
  return instantOf(TODAY - days * DAY_MS)
}

function upkeepOf(station: StationContext, time: FakeTime, keepDays = 400) {
  const errors: unknown[] = []
  const upkeep = createUpkeep(
    { jobs: [journalJob(station, keepDays)], timers: time, onError: (error) => errors.push(error) },
    // Each look at the clock is a millisecond later: a turn is over after a few steps.
    { now: () => (steps += 1) }
  )
  return { ...upkeep, errors }
}
let steps = 0

/** Work on so many days, up to today: the clock is right. */
function workOnDays(station: StationContext, days: number, today = 0): void {
  for (let day = days - 1; day >= 0; day -= 1) makeScan(station.db, { text: 'NEW', at: daysAgo(today + day) })
}

function texts({ db }: StationContext): readonly string[] {
  return (db.prepare('SELECT CAST(raw AS TEXT) AS text FROM scan ORDER BY id').all() as { text: string }[]).map(
    ({ text }) => text
  )
}

function count({ db }: StationContext, table: string): number {
  return (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
}

function told({ db }: StationContext): readonly Json[] {
  const rows = db.prepare("SELECT data FROM event WHERE kind = 'scans-removed' ORDER BY seq").all()
  return (rows as { data: string }[]).map(({ data }) => JSON.parse(data) as Json)
}

describe('the upkeep of the journal', () => {
  it('has scans found by the index once nobody scans, and does nothing while somebody does', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    const upkeep = upkeepOf(station, time)
    for (let second = 0; second < 5; second += 1) {
      scan(station, 'PO-1')
      upkeep.happened()
      time.advance(200)
    }
    expect(count(station, 'scan_search')).toBe(0)
    time.advance(1_000)
    expect(count(station, 'scan_search')).toBe(5)
    upkeep.close()
    expect(time.waiting()).toBe(0)
  })

  it('goes on a little even where scans never leave off', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    const upkeep = upkeepOf(station, time)
    for (let turn = 0; turn < 100; turn += 1) {
      scan(station, 'PO-1')
      upkeep.happened()
      time.advance(100)
    }
    const indexed = count(station, 'scan_search')
    expect(indexed).toBeGreaterThan(0)
    expect(indexed).toBeLessThan(100)
    upkeep.close()
  })

  it('sleeps when there is nothing to do, until the next scan', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    const upkeep = upkeepOf(station, time)
    time.advance(10_000)
    expect(time.waiting(), 'the next day alone').toBe(1)
    scan(station, 'PO-1')
    upkeep.happened()
    time.advance(10_000)
    expect(count(station, 'scan_search')).toBe(1)
    upkeep.close()
  })

  it('leaves a scan that was never answered out, and takes it in once the next start has answered it', () => {
    const station = stationWithOrder()
    makeScan(station.db, { text: 'LOST', sound: null })
    makeScan(station.db, { text: 'LATER' })
    indexAll(station.db)
    expect(count(station, 'scan_search')).toBe(1)
    closeJournal(station)
    expect(count(station, 'scan_search')).toBe(2)
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('tells of what it could not do, and tries again after the next scan', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    scan(station, 'PO-1')
    const upkeep = upkeepOf(station, time)
    station.db.pragma('query_only = ON')
    time.advance(1_000)
    expect(upkeep.errors).toHaveLength(1)
    station.db.pragma('query_only = OFF')
    upkeep.happened()
    time.advance(1_000)
    expect(count(station, 'scan_search')).toBe(1)
    upkeep.close()
  })
})

describe('scans that are older than is kept', () => {
  it('are removed at the start and once a day, and an event says how many and which', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    for (let scan = 0; scan < 50; scan += 1) makeScan(station.db, { text: `OLD-${scan}`, at: daysAgo(500 - scan) })
    makeScan(station.db, { text: 'AGING', at: daysAgo(399.5) })
    makeScan(station.db, { text: 'NEW', at: daysAgo(0) })
    indexAll(station.db)
    const upkeep = upkeepOf(station, time)
    time.advance(60_000)
    expect(texts(station)).toEqual(['AGING', 'NEW'])
    expect(count(station, 'scan_search')).toBe(2)
    expect(told(station)).toEqual([
      { scans: 50, first_scan: 1, last_scan: 50, from: daysAgo(500), to: daysAgo(451), keep_days: 400 }
    ])
    makeScan(station.db, { text: 'TOMORROW', at: daysAgo(-1) })
    ;(station.clock as TestClock).set(daysAgo(-1))
    upkeep.happened()
    time.advance(DAY_MS)
    expect(texts(station)).toEqual(['NEW', 'TOMORROW'])
    expect(told(station)).toHaveLength(2)
    expect(verifyStore(station.db).problems).toEqual([])
    upkeep.close()
  })

  it('go a few at a time, so that no scan waits for all of them', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    for (let scan = 0; scan < 200; scan += 1) makeScan(station.db, { text: `OLD-${scan}`, at: daysAgo(500) })
    workOnDays(station, 7)
    indexAll(station.db)
    const upkeep = upkeepOf(station, time)
    const left: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      time.advance(300)
      left.push(count(station, 'scan'))
      upkeep.happened()
    }
    expect(left[0]).toBeGreaterThan(100)
    expect(left.at(-1)).toBeGreaterThan(7)
    time.advance(60_000)
    expect(count(station, 'scan')).toBe(7)
    expect(told(station)).toMatchObject([{ scans: 200 }])
    upkeep.close()
  })

  it('are told whole where the program ended in the middle of it', () => {
    const station = stationWithOrder()
    for (let scan = 0; scan < 100; scan += 1) makeScan(station.db, { text: `OLD-${scan}`, at: daysAgo(500) })
    workOnDays(station, 7)
    indexAll(station.db)
    const before = createFakeTime(TODAY)
    const ended = upkeepOf(station, before)
    before.advance(300)
    ended.close()
    expect(count(station, 'scan')).toBeLessThan(107)
    expect(count(station, 'scan')).toBeGreaterThan(7)
    const after = createFakeTime(TODAY)
    const upkeep = upkeepOf(station, after)
    after.advance(60_000)
    expect(told(station)).toMatchObject([{ scans: 100, first_scan: 1, last_scan: 100 }])
    upkeep.close()
  })

  it('stay where nobody has answered them, where the clock was wrong, and where the station stood still', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    makeScan(station.db, { text: 'UNANSWERED', at: daysAgo(426), sound: null })
    makeScan(station.db, { text: 'OLD', at: daysAgo(425) })
    makeScan(station.db, { text: 'AHEAD', at: '2099-01-01T00:00:00Z' })
    makeScan(station.db, { text: 'OLD TOO', at: daysAgo(424) })
    makeScan(station.db, { text: 'KEPT', at: daysAgo(30) })
    makeScan(station.db, { text: 'CLOCK OF 1970', at: '1970-01-01T00:00:01Z' })
    makeScan(station.db, { text: 'NEWEST', at: daysAgo(20) })
    const upkeep = upkeepOf(station, time)
    time.advance(60_000)
    expect(texts(station)).toEqual(['UNANSWERED', 'AHEAD', 'KEPT', 'CLOCK OF 1970', 'NEWEST'])
    upkeep.close()
    // Years later, with nothing scanned since.
    ;(station.clock as TestClock).set(daysAgo(-3_000))
    const later = createFakeTime(TODAY)
    const next = upkeepOf(station, later)
    later.advance(60_000)
    expect(texts(station)).toContain('KEPT')
    next.close()
  })

  it('stay where the clock is years ahead, however much is scanned that day, and go once there was work on a week of days', () => {
    const station = stationWithOrder()
    workOnDays(station, 20)
    const removeOn = (days: number) => {
      const time = createFakeTime(TODAY)
      ;(station.clock as TestClock).set(daysAgo(-days))
      const upkeep = upkeepOf(station, time)
      time.advance(60_000)
      upkeep.close()
    }
    for (let day = 0; day < 6; day += 1) {
      for (let scan = 0; scan < 3; scan += 1) makeScan(station.db, { text: 'AHEAD', at: daysAgo(-1_500 - day) })
      removeOn(1_500 + day)
      expect(texts(station).filter((text) => text === 'NEW')).toHaveLength(20)
    }
    makeScan(station.db, { text: 'AHEAD', at: daysAgo(-1_506) })
    removeOn(1_506)
    expect(new Set(texts(station))).toEqual(new Set(['AHEAD']))
  })

  it('cannot be removed by anybody while they are unanswered', () => {
    const station = stationWithOrder()
    makeScan(station.db, { text: 'LOST', sound: null })
    expect(() => station.db.exec('DELETE FROM scan')).toThrow('never removed')
  })

  it('leave what they caused as it is: events, labels and what was scanned back', () => {
    const station = stationWithOrder()
    const time = createFakeTime(TODAY)
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    const { at } = station.db.prepare('SELECT at FROM scan ORDER BY id DESC').get() as { at: string }
    for (let day = 500; day <= 506; day += 1) {
      makeScan(station.db, { text: 'NEW', at: instantOf(Date.parse(at) + day * DAY_MS) })
    }
    ;(station.clock as TestClock).set(instantOf(Date.parse(at) + 506 * DAY_MS))
    const upkeep = upkeepOf(station, time)
    time.advance(60_000)
    expect(new Set(texts(station))).toEqual(new Set(['NEW']))
    expect(station.db.pragma('foreign_key_check')).toEqual([])
    expect(verifyStore(station.db).problems).toEqual([])
    upkeep.close()
  })
})
