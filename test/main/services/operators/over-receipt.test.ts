import { describe, expect, it } from 'vitest'
import { readSession } from '../../../../src/main/services/session-store.ts'
import { orderSummaries } from '../../../../src/main/services/receiving-view.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'

interface Told {
  readonly operator: string
  readonly data: Readonly<Record<string, unknown>>
}

function events(station: ReturnType<typeof stationWithOrder>, kind: string): readonly Told[] {
  const rows = station.db
    .prepare('SELECT operator, data FROM event WHERE kind = ? ORDER BY seq')
    .all(kind) as readonly {
    readonly operator: string
    readonly data: string
  }[]
  return rows.map(({ operator, data }) => ({ operator, data: JSON.parse(data) as Told['data'] }))
}

function staffedStation() {
  const station = stationWithOrder()
  const people = withOperators(station)
  return { station, people }
}

describe('more than was ordered', () => {
  it('is refused where nobody could be asked', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED')
    expect(scan(station, 'DS:QTY:101').answer).toMatchObject({ title: 'More than ordered' })
    expect(readSession(station.db).asking).toBeNull()
  })

  it('is received once a lead has scanned a badge, and the clerk stays signed in', () => {
    const { station, people } = staffedStation()
    scan(station, 'B-KIM', 'PO-1', 'UNTRACKED')
    expect(scan(station, 'DS:QTY:103').answer).toMatchObject({ sound: 'attention', title: 'A lead is needed' })
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'refused', title: 'Waiting for a lead' })
    expect(scan(station, 'B-LEA').answer).toMatchObject({
      sound: 'accepted',
      message: expect.stringContaining('Approved by Lea')
    })
    expect(scan(station, 'DS:DONE').answer.sound).toBe('line-complete')
    expect(stock(station)).toContain('UNTRACKED - DOCK 103')
    expect(readSession(station.db)).toMatchObject({ operator: people.kim, asking: null })
    expect(events(station, 'count-received')).toMatchObject([{ operator: 'Kim' }])
    expect(events(station, 'approval-given')).toMatchObject([
      {
        operator: 'Lea',
        data: { need: 'over-receipt', lead: 'Lea', clerk: 'Kim', what: expect.stringContaining('103 pcs') }
      }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is not received on the word of a clerk or of quality, nor after DS:CANCEL', () => {
    const { station } = staffedStation()
    scan(station, 'B-KIM', 'PO-1', 'UNTRACKED', 'DS:QTY:103')
    for (const badge of ['B-KIM', 'B-QUIN']) {
      expect(scan(station, badge).answer, badge).toMatchObject({ sound: 'refused', title: 'Not a lead' })
    }
    expect(scan(station, 'DS:CANCEL').answer).toMatchObject({ title: 'Not approved' })
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ title: 'How many?' })
    expect(stock(station)).toEqual([])
    expect(events(station, 'approval-given')).toEqual([])
  })

  it('asks even a lead who is signed in, whose own badge answers', () => {
    const { station, people } = staffedStation()
    scan(station, 'B-LEA', 'PO-1', 'UNTRACKED')
    expect(scan(station, 'DS:QTY:103').answer.title).toBe('A lead is needed')
    scan(station, 'B-LEA', 'DS:DONE')
    expect(stock(station)).toContain('UNTRACKED - DOCK 103')
    expect(readSession(station.db).operator).toBe(people.lea)
  })

  it('is approved up to what was said: more than that asks again, and taking the scan back takes the word back', () => {
    const { station } = staffedStation()
    scan(station, 'B-KIM', 'PO-1', 'UNTRACKED', 'DS:QTY:103', 'B-ADA')
    expect(scan(station, 'DS:QTY:102').answer.sound).toBe('accepted')
    expect(scan(station, 'DS:QTY:104').answer.title).toBe('A lead is needed')
    scan(station, 'DS:CANCEL', 'DS:UNDO', 'DS:UNDO')
    expect(scan(station, 'DS:QTY:101').answer.title).toBe('A lead is needed')
  })

  it('counts each captured serial beyond the order, and the numbers of generated ones', () => {
    const { station } = staffedStation()
    scan(station, 'B-KIM', 'PO-1', 'CAPTURED')
    for (let index = 1; index <= 12; index++) scan(station, `C-${index}`)
    expect(scan(station, 'C-13').answer.title).toBe('A lead is needed')
    expect(scan(station, 'B-LEA').answer).toMatchObject({ sound: 'accepted', title: 'C-13' })
    scan(station, 'DS:DONE', 'GENERATED', 'DS:QTY:26', 'B-LEA')
    expect(scan(station, 'DS:DONE').answer.title).toBe('26 pcs received')
    expect(stock(station).filter((row) => row.startsWith('CAPTURED'))).toHaveLength(13)
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('can come on a line that is received in full, with a lead’s word', () => {
    const { station } = staffedStation()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:100', 'DS:DONE')
    expect(scan(station, 'SUPPLIER-LOT').answer.message).toContain('All 100 m have come')
    scan(station, 'L1', 'DS:QTY:2.5', 'B-LEA', 'DS:DONE')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 102.5')
    expect(orderSummaries(station, 'PO-1', false)).toMatchObject([{ openLines: 4 }])
    expect(scan(station, 'GENERATED', 'DS:DONE', 'GENERATED', 'DS:DONE').answer.title).toBe('How many?')
  })

  it('asks once more when less is open by the time the line is done', () => {
    const { station } = staffedStation()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:100')
    station.db.prepare('UPDATE order_line SET quantity = 90000000 WHERE line = 5').run()
    expect(scan(station, 'DS:DONE').answer.title).toBe('A lead is needed')
    expect(scan(station, 'B-LEA').answer).toMatchObject({ sound: 'line-complete', title: '100 pcs received' })
    expect(events(station, 'approval-given')).toHaveLength(1)
  })
})

describe('a tolerance on the line', () => {
  it('lets so many percent more come without a lead, in whole units where they have serials', () => {
    const { station } = staffedStation()
    station.db.prepare('UPDATE order_line SET tolerance_percent = 10000000').run()
    scan(station, 'PO-1', 'UNTRACKED')
    expect(scan(station, 'DS:QTY:110').answer).toMatchObject({
      sound: 'accepted',
      message: expect.stringContaining('tolerates')
    })
    scan(station, 'DS:DONE')
    expect(scan(station, 'UNTRACKED', 'DS:QTY:1').answer.title).toBe('A lead is needed')
    scan(station, 'DS:CANCEL', 'DS:CANCEL', 'GENERATED')
    expect(scan(station, 'DS:QTY:28').answer.title).toBe('A lead is needed')
    scan(station, 'DS:CANCEL')
    expect(scan(station, 'DS:QTY:27').answer.sound).toBe('accepted')
  })
})
