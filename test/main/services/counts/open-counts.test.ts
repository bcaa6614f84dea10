import { describe, expect, it } from 'vitest'
import type { CountId } from '../../../../src/core/ids.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { cancelCount, removePlace, setBlind, takeBack } from '../../../../src/main/services/counts/manage.ts'
import { countsOutside } from '../../../../src/main/services/counts/outside.ts'
import { countingView, openCountViews } from '../../../../src/main/services/counts/view.ts'
import { readSession } from '../../../../src/main/services/session-store.ts'
import { ensureOrder, putOrderLine } from '../../../../src/main/store/order.ts'
import { putPart } from '../../../../src/main/store/part.ts'
import { quantityOf } from '../../../../src/core/quantity.ts'
import { PLAIN_PART, scan, stationWithOrder, stock } from '../../../helpers/store.ts'

/** At A-01: units A1 and A2; at A-02: unit A3. */
function stockedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, 'DS:LOC:A-02', 'CAPTURED', 'A3', 'DS:DONE', 'DS:DONE')
  return station
}

function idOf(station: StationContext, index = 0): CountId {
  const count = openCountViews(station.db)[index]
  if (!count) throw new Error('a count is open')
  return count.id
}

describe('several open counts', () => {
  it('stand side by side with their places and who counts them, and never share a place', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:HOME')
    const lea = { ...station, operator: 'lea' }
    scan(lea, 'DS:COUNT', 'DS:LOC:A-02', 'A3')
    const answer = scan(lea, 'DS:LOC:A-01').answer
    expect(answer).toMatchObject({ sound: 'attention', title: 'Counted elsewhere' })
    expect(answer.message).toContain('kim counts A-01 in C-2026-00001')
    expect(
      openCountViews(station.db).map(({ count, places }) => [
        count,
        places.map(({ location, operator, entries }) => `${location} ${operator} ${entries}`)
      ])
    ).toEqual([
      ['C-2026-00001', ['A-01 kim 1']],
      ['C-2026-00002', ['A-02 lea 1']]
    ])
  })

  it('is joined by its number, and the next place becomes part of it', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:HOME')
    const lea = { ...station, operator: 'lea' }
    scan(lea, 'DS:COUNT', 'C-2026-00001', 'DS:LOC:A-02', 'A3')
    expect(countsOutside(station.db, true)).toMatchObject([
      {
        count: 'C-2026-00001',
        places: [
          { location: 'A-01', operator: 'kim' },
          { location: 'A-02', operator: 'lea' }
        ]
      }
    ])
  })

  it('is gone on with by DS:COUNT and its place, with what was counted there', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:CANCEL')
    expect(readSession(station.db).at.kind).toBe('idle')
    expect(scan(station, 'DS:COUNT', 'DS:LOC:A-01').answer.message).toContain('1 counted there so far, begun by kim')
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'duplicate' })
  })

  it('keeps its number, and no number is used up by DS:COUNT alone', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:HOME', 'DS:COUNT', 'DS:HOME', 'DS:COUNT', 'DS:LOC:A-01')
    expect(countingView(station)?.count?.count).toBe('C-2026-00001')
  })
})

describe('another place of the same count', () => {
  it('takes what waits along when its quantity is said, and refuses to leave it when it is not', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'UNTRACKED')
    expect(scan(station, 'DS:LOC:A-02').answer).toMatchObject({ sound: 'attention', title: 'How many?' })
    expect(scan(station, 'DS:QTY:3', 'DS:LOC:A-02').answer).toMatchObject({ title: 'Count A-02' })
    const places = openCountViews(station.db)[0]?.places ?? []
    expect(places.map(({ location, finished, entries }) => [location, finished, entries])).toEqual([
      ['A-01', true, 1],
      ['A-02', false, 0]
    ])
  })

  it('is taken out again by DS:UNDO while nothing is counted there', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:LOC:A-02')
    expect(scan(station, 'DS:UNDO').answer).toMatchObject({ title: 'A-02 left out' })
    expect(openCountViews(station.db)[0]?.places.map(({ location }) => location)).toEqual(['A-01'])
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'refused', title: 'Where?' })
    expect(scan(station, 'DS:DONE').answer.title).toBe('Variance of C-2026-00001')
  })
})

describe('a scan that does not fit', () => {
  it.each([
    ['DS:QTY:0', 'Command not understood'],
    ['DS:QTY:-1', 'Command not understood'],
    ['DS:QTY:1e9', 'Command not understood'],
    ['DS:QTY:0.0000001', 'Command not understood'],
    ['DS:QTY:5', 'Of what?'],
    ['DS:LOC:NOWHERE', 'Unknown place'],
    ['DS:LOC:A-01', 'There already'],
    ['DS:ORDER:PO-1', 'Finish first'],
    ['DS:RUN:1', 'Finish first'],
    ['DS:COUNT', 'Finish first'],
    ['DS:GENERATE', 'Nothing is received here'],
    ['DS:REPRINT', 'A reprint needs a reason'],
    ['PO-1', 'Finish first'],
    ['C-2026-00001', 'Finish first'],
    ['<script>alert(1)</script>', 'Not known']
  ])('%s is refused while a place is counted, and changes nothing', (text, title) => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1')
    const before = [readSession(station.db), stock(station), countingView(station)?.entries]
    expect(scan(station, text).answer).toMatchObject({ title })
    expect([readSession(station.db), stock(station), countingView(station)?.entries]).toEqual(before)
  })

  it('of DS:DONE where nothing was counted asks whether the place is empty', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01')
    const { answer } = scan(station, 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'attention' })
    expect(answer.message).toContain('Nothing was counted at A-01: DS:DONE posts that it is empty.')
  })

  it.each(['A2', 'DS:QTY:5', 'DS:COUNT', 'DS:ORDER:PO-1'])('%s is refused while the variance is shown', (text) => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:DONE')
    expect(scan(station, text).answer).toMatchObject({ sound: 'refused', title: 'The variance is shown' })
  })

  it('of a sum beyond what a quantity can be is refused, and another amount is taken', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:999999999', 'DS:DONE', 'UNTRACKED', 'DS:QTY:5')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'refused', title: 'Too many' })
    expect(scan(station, 'DS:QTY:0.5', 'DS:DONE').answer).toMatchObject({ sound: 'line-complete' })
  })
})

describe('two revisions of a part at a place', () => {
  it('are told apart by a scan, since nobody can see which one a pile is', () => {
    const station = stockedStation()
    const order = ensureOrder(station.db, 'PO-2', 'Nordwerk')
    for (const revision of ['A', 'B']) {
      const partId = putPart(station.db, { ...PLAIN_PART, partNumber: 'BRACKET', revision })
      putOrderLine(station.db, order, {
        line: revision,
        partId,
        revision,
        quantity: quantityOf(10),
        due: null,
        location: null
      })
    }
    scan(
      station,
      'PO-2',
      'DS:LOC:A-01',
      'BRACKET',
      'DS:QTY:10',
      'DS:DONE',
      'BRACKET',
      'DS:QTY:4',
      'DS:DONE',
      'DS:CANCEL'
    )
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2')
    expect(scan(station, 'BRACKET').answer.message).toContain('Scan or type A or B')
    expect(scan(station, 'DS:QTY:10', 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'Which revision?' })
    scan(station, 'A', 'DS:DONE', 'BRACKET', 'B', 'DS:QTY:3', 'DS:DONE', 'DS:DONE')
    expect(
      countingView(station)?.variance?.lines.map(({ finding, revision, adjusted }) => [finding, revision, adjusted])
    ).toEqual([['less', 'B', quantityOf(-1)]])
  })
})

describe('what is done in the window', () => {
  it('throws a count away with a reason only, and the station is free for something else', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1')
    expect(cancelCount(station, idOf(station), ' ')).toMatchObject({ kind: 'refused' })
    expect(cancelCount(station, idOf(station), 'Begun by mistake')).toEqual({ kind: 'done' })
    expect(readSession(station.db).at).toEqual({ kind: 'idle' })
    expect(countsOutside(station.db, false)).toMatchObject([{ state: 'cancelled', reason: 'Begun by mistake' }])
    expect(stock(station)).toContain('CAPTURED A2 A-01 1')
    expect(cancelCount(station, 1 as CountId, 'Twice')).toMatchObject({ kind: 'refused' })
  })

  it('takes back one thing that was counted, or a whole place', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2')
    const entry = countingView(station)?.last.find(({ serial }) => serial === 'A1')
    if (!entry) throw new Error('A1 is counted')
    expect(takeBack(station, entry.id)).toEqual({ kind: 'done' })
    expect(takeBack(station, entry.id)).toMatchObject({ kind: 'refused' })
    expect(countingView(station)?.entries).toBe(1)
    expect(removePlace(station, idOf(station), 'A-01')).toEqual({ kind: 'done' })
    expect(countingView(station)).toMatchObject({ count: { places: [] }, location: null })
    expect(scan(station, 'A1').answer).toMatchObject({ title: 'Where?' })
  })

  it('makes new counts guided, and keeps open ones as they are', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'DS:HOME')
    setBlind(station, null, false)
    scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'DS:HOME')
    expect(openCountViews(station.db).map(({ blind }) => blind)).toEqual([true, false])
  })
})
