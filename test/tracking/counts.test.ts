import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { createCountsApi } from '../../src/main/services/counts/api.ts'
import { scheduleCount } from '../../src/main/services/counts/scheduling.ts'
import { countingView } from '../../src/main/services/counts/view.ts'
import { setBlind } from '../../src/main/services/counts/manage.ts'
import { inventoryPage } from '../../src/main/services/inventory-view.ts'
import { removeStock } from '../../src/main/services/stock-changes.ts'
import { takeScan } from '../../src/main/services/scanning/take-scan.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'
import { traceCode } from '../helpers/trace.ts'

/** At A-01: units A1 and A2, 10.5 m of lot L1, 40 untracked pieces; at A-02: unit A3 and 4 m of lot L1. */
function stockedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE')
  scan(station, 'DS:LOC:A-02', 'CAPTURED', 'A3', 'DS:DONE', 'SUPPLIER-LOT', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:DONE')
  return station
}

function statusOf({ db }: StationContext, code: string): string | undefined {
  return inventoryPage({ db }, code, 'all', 0, 50).rows.find(({ serial }) => serial === code)?.status
}

/** What the variance shows of what does not agree: `finding code adjusted`. */
function variance(station: StationContext): readonly string[] {
  const view = countingView(station)?.variance
  if (!view) throw new Error('the variance is shown')
  return view.lines
    .map(({ finding, serial, lot, partNumber, adjusted, location }) =>
      [finding, serial ?? lot ?? partNumber, location, adjusted / 1_000_000].join(' ')
    )
    .sort()
}

function problems({ db }: StationContext) {
  return verifyStore(db).problems
}

const ALL_AT_A01 = ['A1', 'A2', 'L1', 'DS:QTY:10.5', 'DS:DONE', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE']

describe('a count of a location is made by scanning', () => {
  it('begins with DS:COUNT and a place, shows the variance with DS:DONE, and posts it with DS:DONE', () => {
    const station = stockedStation()
    const before = stock(station)
    expect(scan(station, 'DS:COUNT', 'DS:LOC:A-01').answer).toMatchObject({ sound: 'accepted', title: 'Count A-01' })
    scan(station, ...ALL_AT_A01)
    expect(scan(station, 'DS:DONE').answer.message).toContain('4 as expected, no difference.')
    expect(variance(station)).toEqual([])
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'line-complete', title: 'C-2026-00001 posted' })
    expect(stock(station)).toEqual(before)
    expect(problems(station)).toEqual([])
  })
})

describe('serial: counts once', () => {
  it('is not posted by a DS:DONE that was read twice, with nobody having seen the variance', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'DS:DONE')
    const before = stock(station)
    const again = () =>
      takeScan(station, { scanner: 'gun', source: 'other', bytes: Buffer.from('DS:DONE'), aim: null }).answer
    expect(again()).toMatchObject({ sound: 'duplicate', title: 'Read twice' })
    expect(stock(station)).toEqual(before)
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'line-complete' })
  })

  it('refuses a second scan of a unit with the sound of a duplicate, and changes nothing', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1')
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'duplicate', title: 'Counted already' })
    expect(countingView(station)?.entries).toBe(1)
  })

  it('makes a unit that is not counted missing, and brings it back with its serial when it is found', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', ...ALL_AT_A01.slice(1), 'DS:DONE')
    expect(variance(station)).toEqual(['missing A1 A-01 -1'])
    scan(station, 'DS:DONE')
    expect(statusOf(station, 'A1')).toBe('missing')
    scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'A1', 'A3', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual(['found A1 A-02 1'])
    scan(station, 'DS:DONE')
    expect(statusOf(station, 'A1')).toBe('available')
    expect(stock(station)).toContain('CAPTURED A1 A-02 1')
    expect(problems(station)).toEqual([])
  })

  it('moves a unit that the store says lies elsewhere', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', ...ALL_AT_A01, 'A3', 'DS:DONE')
    expect(variance(station)).toEqual(['misplaced A3 A-01 1'])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('CAPTURED A3 A-01 1')
    expect(problems(station)).toEqual([])
  })

  it('says of a found unit that it was scrapped, when and why', () => {
    const station = stockedStation()
    const row = inventoryPage(station, 'A3', 'stock', 0, 5).rows[0]
    if (!row) throw new Error('A3 is in stock')
    removeStock(station, row.id, { kind: 'scrapped', quantity: null, reason: 'Dropped' })
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', ...ALL_AT_A01, 'A3', 'DS:DONE')
    expect(countingView(station)?.variance?.lines[0]?.words).toContain('scrapped 2026-11-23 by kim at A-02: Dropped')
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('CAPTURED A3 A-01 1')
    expect(problems(station)).toEqual([])
  })

  it('lists a serial that nobody received, refuses it, and makes nothing up', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01')
    const label = encodeOwnLabel({
      partNumber: 'CAPTURED',
      serial: 'Z9',
      lot: null,
      quantity: null,
      label: 'DS00000009',
      copy: 1
    })
    const { answer } = scan(station, label)
    expect(answer).toMatchObject({ sound: 'refused', title: 'Not known' })
    expect(answer.message).toContain('Serial Z9 of CAPTURED was never received here')
    expect(countingView(station)?.unknown).toEqual([
      { location: 'A-01', code: 'Z9', partNumber: 'CAPTURED', operator: 'kim' }
    ])
    scan(station, ...ALL_AT_A01, 'DS:DONE', 'DS:DONE')
    expect(stock(station).some((row) => row.includes('Z9'))).toBe(false)
  })

  it('shows in the unit’s trace that it was counted, also when nothing differed', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', ...ALL_AT_A01, 'DS:DONE', 'DS:DONE')
    const trace = traceCode(station.db, 'A1', null)
    expect(trace.kind === 'found' && trace.trace.history.at(-1)).toMatchObject({
      event: 'stock-counted',
      data: { count: 'C-2026-00001', location: 'A-01', finding: 'agrees' }
    })
  })
})

describe('lot: takes a quantity', () => {
  it('asks how much there is before DS:DONE', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'L1')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'How many?' })
    expect(scan(station, 'DS:QTY:10.5', 'DS:DONE').answer).toMatchObject({
      sound: 'line-complete',
      title: '10.5 m of lot L1 of SUPPLIER-LOT'
    })
  })

  it('adds a second pile and says the sum, and DS:UNDO takes the last one back', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'L1', 'DS:QTY:10', 'DS:DONE', 'L1', 'DS:QTY:2')
    expect(scan(station, 'DS:DONE').answer.message).toContain('10 and 2 are 12 m')
    scan(station, 'DS:UNDO', 'L1', 'DS:QTY:0.5', 'DS:DONE')
    scan(station, 'A1', 'A2', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual([])
  })

  it('takes the missing quantity out', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', 'L1', 'DS:QTY:8', 'DS:DONE')
    scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual(['less L1 A-01 -2.5'])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 8')
    expect(problems(station)).toEqual([])
  })

  it('moves what is too much from where the store says that the lot lies, and finds the rest', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', 'L1', 'DS:QTY:15', 'DS:DONE')
    scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual(['misplaced L1 A-01 4', 'more L1 A-01 0.5'])
    scan(station, 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual(['SUPPLIER-LOT L1 A-01 15'])
    expect(problems(station)).toEqual([])
  })
})

describe('untracked: takes a quantity', () => {
  it('posts the difference of the part at the place', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', 'L1', 'DS:QTY:10.5', 'DS:DONE')
    scan(station, 'UNTRACKED', 'DS:QTY:38', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual(['less UNTRACKED A-01 -2'])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('UNTRACKED - A-01 38')
    expect(problems(station)).toEqual([])
  })

  it('finds a part where the store has none, and stocks it there', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'A3', 'L1', 'DS:QTY:4', 'DS:DONE')
    scan(station, 'UNTRACKED', 'DS:QTY:3', 'DS:DONE', 'DS:DONE')
    expect(variance(station)).toEqual(['found UNTRACKED A-02 3'])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('UNTRACKED - A-02 3')
    expect(problems(station)).toEqual([])
  })

  it('refuses the number of a part whose units have serials, or lots', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01')
    expect(scan(station, 'CAPTURED').answer.message).toContain('Scan each unit that is there')
    expect(scan(station, 'SUPPLIER-LOT').answer.message).toContain('Scan the lot that is there')
  })
})

describe('blind counting is a setting', () => {
  it('tells nothing of what is expected while it is on, and what is still to be found while it is off', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01')
    expect(countingView(station)?.expected).toBeNull()
    expect(scan(station, 'A3').answer.message).not.toContain('A-02')
    scan(station, 'DS:UNDO')
    setBlind(station, countingView(station)?.count?.id ?? null, false)
    expect(scan(station, 'A3').answer.message).toContain('The inventory has it at A-02')
    expect(countingView(station)?.expected?.rows.map(({ serial, lot }) => serial ?? lot)).toEqual([
      'A1',
      'A2',
      'L1',
      null
    ])
  })
})

describe('counts are scheduled, and what is due shows on the home screen', () => {
  it.each([
    ['a place', { kind: 'place', location: 'A-01' }, ['A-01']],
    ['units with serials', { kind: 'tracking', tracking: 'serial' }, ['A-01', 'A-02']],
    ['lots', { kind: 'tracking', tracking: 'lot' }, ['A-01', 'A-02']],
    ['untracked parts', { kind: 'tracking', tracking: 'untracked' }, ['A-01']]
  ] as const)('%s every so many days', async (_what, subject, places) => {
    const station = stockedStation()
    expect(scheduleCount(station, subject, '30')).toEqual({ kind: 'done' })
    const api = createCountsApi({ context: station, writable: (work) => work(), countsChanged: () => undefined })
    expect((await api.overview({})).due.map(({ location }) => location)).toEqual(places)
  })
})
