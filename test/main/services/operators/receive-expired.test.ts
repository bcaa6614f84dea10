import { describe, expect, it } from 'vitest'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'

const EXPIRED = '[)>\x1e06\x1dPSUPPLIER-LOT\x1d1TL1\x1d14D20261122\x1e\x04'

function staffedStation() {
  const station = stationWithOrder()
  withOperators(station)
  return station
}

describe('goods that are expired when they arrive', () => {
  it('are received once a lead has scanned a badge, who is kept with it', () => {
    const station = staffedStation()
    scan(station, 'B-KIM', 'PO-1', EXPIRED, 'DS:QTY:5')
    const { answer } = scan(station, 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'attention', title: 'A lead is needed' })
    expect(answer.message).toContain('5 m of SUPPLIER-LOT expired on 2026-11-22')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ title: 'Waiting for a lead' })
    expect(stock(station)).toEqual([])
    expect(scan(station, 'B-LEA').answer).toMatchObject({
      sound: 'attention',
      message: expect.stringMatching(/Approved by Lea.*Expired on 2026-11-22: put it aside for quality/)
    })
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 5'])
    const told = station.db.prepare(`SELECT operator, data FROM event WHERE kind = 'approval-given'`).get()
    expect(told).toMatchObject({ operator: 'Lea', data: expect.stringContaining('"need":"receive-expired"') })
  })

  it('stay on the open line where no lead lets them pass', () => {
    const station = staffedStation()
    scan(station, 'B-KIM', 'PO-1', EXPIRED, 'DS:QTY:5', 'DS:DONE', 'DS:CANCEL')
    expect(stock(station)).toEqual([])
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ title: 'A lead is needed' })
  })

  it('ask one lead once where more came than was ordered, too', () => {
    const station = staffedStation()
    scan(station, 'B-KIM', 'PO-1', EXPIRED, 'DS:QTY:105', 'B-LEA')
    scan(station, 'DS:DONE', 'B-LEA')
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 105'])
  })
})
