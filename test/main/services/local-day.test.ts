import { describe, expect, it } from 'vitest'
import { localTime } from '../../../src/main/local-time.ts'
import { scheduleCount, scheduledPlaces } from '../../../src/main/services/counts/scheduling.ts'
import { labelsOutside, receiptsOutside } from '../../../src/main/services/outside-rows.ts'
import { scan, stationWithOrder, stock, testClock, newStore } from '../../helpers/store.ts'

/** Half past seven in the morning of New Year's Day in Tokyo, when it is still the old year in UTC. */
function stationInTokyo(at = '2026-12-31T22:30:00.000Z') {
  const clock = testClock(at, localTime('Asia/Tokyo'))
  return { station: stationWithOrder(newStore(), clock), clock }
}

function contents({ station }: ReturnType<typeof stationInTokyo>): readonly Readonly<Record<string, unknown>>[] {
  const rows = station.db.prepare('SELECT content FROM label ORDER BY id').all() as readonly { content: string }[]
  return rows.map(({ content }) => JSON.parse(content) as Readonly<Record<string, unknown>>)
}

describe('the day of the station is that of the wall it stands at', () => {
  it('in numbers, on labels and in shelf lives, while the instant stays in UTC', () => {
    const tokyo = stationInTokyo()
    const { station } = tokyo
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE', 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toEqual(['GENERATED SN-27-0001 DOCK 1', 'OWN-LOT LOT-2027-0001 DOCK 5'])
    expect(receiptsOutside(station.db, null)).toMatchObject([
      { receipt: 'R-2027-00001', at: '2026-12-31T22:30:00.000Z' },
      { receipt: 'R-2027-00001' }
    ])
    expect(labelsOutside(station.db, null)).toHaveLength(2)
    expect(contents(tokyo)).toMatchObject([
      { kind: 'lot', receivedOn: '2027-01-01', expiry: '2027-01-31' },
      { kind: 'unit', receivedOn: '2027-01-01' }
    ])
  })

  it('in the beginning of a new counter: at midnight there, and not at that of UTC', () => {
    const { station, clock } = stationInTokyo('2026-12-31T14:59:59.000Z')
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    clock.set('2026-12-31T15:00:00.000Z')
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    clock.set('2027-01-01T00:00:00.000Z')
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toEqual([
      'GENERATED SN-26-0001 DOCK 1',
      'GENERATED SN-27-0001 DOCK 1',
      'GENERATED SN-27-0002 DOCK 1'
    ])
  })

  it('in what is said of a duplicate', () => {
    const { station } = stationInTokyo()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'CAPTURED')
    expect(scan(station, 'A1').answer.message).toContain('received 2027-01-01 by kim')
  })

  it('in what is expired', () => {
    const { station } = stationInTokyo()
    const label = '[)>\x1e06\x1dPSUPPLIER-LOT\x1d1TL1\x1d14D20261231\x1e\x04'
    expect(scan(station, 'PO-1', label).answer).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Expired on 2026-12-31')
    })
  })

  it('in what is to be counted, and when something was', () => {
    const { station } = stationInTokyo()
    scan(station, 'DS:LOC:A-01', 'DS:HOME')
    scheduleCount(station, { kind: 'place', location: 'A-01' }, '7')
    expect(scheduledPlaces(station.db, station.clock.local)).toMatchObject([{ due: '2027-01-01' }])
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:COUNT', 'DS:LOC:DOCK', 'A1')
    expect(scan(station, 'A1').answer.message).toContain('at 07:30 by kim')
  })
})
