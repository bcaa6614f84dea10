import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { AGREEING_PER_EVENT } from '../../../../src/main/services/counts/post.ts'
import { setReason } from '../../../../src/main/services/counts/manage.ts'
import type { TraceEvent } from '../../../../src/core/trace/history.ts'
import { countingView } from '../../../../src/main/services/counts/view.ts'
import { inventoryPage } from '../../../../src/main/services/inventory-view.ts'
import { removeStock } from '../../../../src/main/services/stock-changes.ts'
import { insertUnit } from '../../../../src/main/store/inventory.ts'
import { move } from '../../../../src/main/store/movement.ts'
import { appendEvent } from '../../../../src/main/store/event.ts'
import { insertOperator } from '../../../../src/main/store/operator.ts'
import { findPart } from '../../../../src/main/store/part.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { instantOf } from '../../../../src/core/clock.ts'
import { ONE } from '../../../../src/core/quantity.ts'
import type { RowId } from '../../../../src/core/ids.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'
import { traceCode } from '../../../helpers/trace.ts'

/** At A-01: units A1 and A2, 10 m of lot L1, 40 untracked pieces. */
function stockedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10', 'DS:DONE', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
  return station
}

const L1 = ['L1', 'DS:QTY:10', 'DS:DONE'] as const
const SCREWS = ['UNTRACKED', 'DS:QTY:40', 'DS:DONE'] as const

function findings(station: StationContext): readonly string[] {
  return (countingView(station)?.variance?.lines ?? [])
    .map(({ finding, serial, lot, partNumber }) => `${finding} ${serial ?? lot ?? partNumber}`)
    .sort()
}

function historyOf({ db }: StationContext, code: string): readonly TraceEvent[] {
  const answer = traceCode(db, code, null)
  return answer.kind === 'found' ? answer.trace.history : []
}

function rowOf({ db }: StationContext, code: string): RowId {
  const row = inventoryPage({ db }, code, 'all', 0, 9).rows.find(({ serial, lot }) => (serial ?? lot) === code)
  if (!row) throw new Error(`${code} has a row`)
  return row.id
}

/** Leaves the count open, does something else, and comes back to the variance. */
function meanwhile(station: StationContext, ...texts: readonly string[]): void {
  scan(station, 'DS:HOME', ...texts, 'DS:HOME', 'DS:COUNT', 'DS:LOC:A-01')
}

describe('stock that moves between counting and posting', () => {
  it('is not touched where it agreed when it was counted', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', ...L1, ...SCREWS)
    meanwhile(station, 'DS:LOC:A-02', 'A1', 'L1', 'DS:QTY:4', 'DS:DONE')
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual([])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('CAPTURED A1 A-02 1')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 6')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is counted again where it differed, and nothing is posted before', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', 'L1', 'DS:QTY:6', 'DS:DONE', ...SCREWS)
    meanwhile(station, 'DS:LOC:A-02', 'L1', 'DS:QTY:4', 'DS:DONE')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention' })
    expect(findings(station)).toEqual(['changed L1'])
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'Count again' })
    const again = scan(station, 'DS:LOC:A-01', 'L1').answer
    expect(again).toMatchObject({ sound: 'attention' })
    expect(again.message).toContain('count all of it again')
    scan(station, 'DS:QTY:6', 'DS:DONE', 'DS:DONE')
    expect(findings(station)).toEqual([])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 6')
  })

  it('is looked for again where none of it was counted, and missing once it is not found then', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', ...SCREWS)
    meanwhile(station, 'DS:LOC:A-02', 'L1', 'DS:QTY:4', 'DS:DONE')
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual(['changed L1'])
    scan(station, 'DS:LOC:A-01', 'DS:DONE')
    expect(findings(station)).toEqual(['missing L1'])
    scan(station, 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual(['SUPPLIER-LOT L1 A-02 4'])
  })

  it('is not missing when it was received after counting began and the counter had passed', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', ...L1, ...SCREWS)
    meanwhile(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A9', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual(['came A9'])
    scan(station, 'DS:DONE')
    expect(stock(station)).toContain('CAPTURED A9 A-01 1')
  })

  it('is still not missing when somebody was sent back to the place for something else', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', ...L1)
    meanwhile(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A9', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:DONE', 'DS:LOC:A-01', ...SCREWS, 'DS:DONE')
    expect(findings(station)).toEqual(['came A9'])
  })

  it('counts once more when it was carried to another place of the count and scanned there', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'A2', ...L1, ...SCREWS)
    meanwhile(station, 'DS:LOC:A-02', 'A1')
    scan(station, 'DS:LOC:A-02')
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'accepted' })
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'duplicate' })
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual([])
  })
})

describe('posting', () => {
  it('writes each difference with its reason, and never changes what happened before', () => {
    const station = stockedStation()
    const before = station.db.prepare('SELECT * FROM movement ORDER BY id').all()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'L1', 'DS:QTY:7', 'DS:DONE', ...SCREWS, 'DS:DONE')
    setReason(station, countingView(station)?.count?.id ?? (0 as never), 'Stock-taking')
    scan(station, 'DS:DONE')
    expect(station.db.prepare('SELECT * FROM movement ORDER BY id').all().slice(0, before.length)).toEqual(before)
    expect(historyOf(station, 'A2').at(-1)).toMatchObject({
      event: 'stock-counted',
      data: { finding: 'missing', quantity: '-1', reason: 'Stock-taking', count: 'C-2026-00001' }
    })
    expect(historyOf(station, 'L1').at(-1)).toMatchObject({
      operator: 'kim',
      data: { finding: 'less', location: 'A-01', count: 'C-2026-00001' }
    })
  })

  it('leaves an open count open, and a place that is not finished keeps it from being posted', () => {
    const station = stockedStation()
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'DS:LOC:A-02', 'DS:HOME')
    scan(station, 'DS:COUNT', 'DS:LOC:A-01')
    expect(scan(station, 'DS:DONE').answer.message).toContain('Still being counted: A-02 (kim)')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'Not finished' })
    scan(station, 'DS:LOC:A-02', 'DS:UNDO', 'DS:LOC:A-01', 'DS:DONE')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'line-complete' })
  })

  it('asks for a lead’s badge where a clerk is signed in, and is posted on the lead’s word', () => {
    const station = stockedStation()
    transaction(station.db, () => {
      insertOperator(station.db, { badge: 'B-KIM', name: 'Kim', role: 'clerk' })
      insertOperator(station.db, { badge: 'B-LEA', name: 'Lea', role: 'lead' })
    })
    scan(station, 'B-KIM', 'DS:COUNT', 'DS:LOC:A-01', 'A1', ...L1, ...SCREWS, 'DS:DONE')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention' })
    expect(stock(station)).toContain('CAPTURED A2 A-01 1')
    expect(scan(station, 'B-LEA').answer).toMatchObject({ sound: 'line-complete', title: 'C-2026-00001 posted' })
    expect(stock(station)).not.toContain('CAPTURED A2 A-01 1')
    expect(historyOf(station, 'A2').at(-1)).toMatchObject({
      operator: 'Kim',
      data: { finding: 'missing', approved_by: 'Lea' }
    })
  })

  it('brings consumed and archived units back, and leaves those that are being built', () => {
    const station = stockedStation()
    removeStock(station, rowOf(station, 'A1'), { kind: 'consumed', quantity: null, reason: 'Used in testing' })
    removeStock(station, rowOf(station, 'A2'), { kind: 'archived', quantity: null, reason: 'Returned' })
    const part = findPart(station.db, 'CAPTURED', 'B')
    if (!part) throw new Error('CAPTURED is a part')
    transaction(station.db, () =>
      insertUnit(station.db, {
        partId: part.id,
        revision: 'B',
        serial: 'NEW-1',
        lot: null,
        supplierLot: null,
        location: 'DOCK',
        expiry: null,
        receiptLine: null
      })
    )
    scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'A1', 'A2')
    expect(scan(station, 'NEW-1').answer).toMatchObject({ sound: 'attention' })
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual(['being built NEW-1', 'found A1', 'found A2'])
    scan(station, 'DS:DONE')
    expect(stock(station).filter((row) => row.startsWith('CAPTURED'))).toEqual([
      'CAPTURED A1 A-02 1',
      'CAPTURED A2 A-02 1'
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('leaves a unit inside its product that is found loose, lists it, and says so at once', () => {
    const station = stockedStation()
    transaction(station.db, () => {
      const seq = appendEvent(station.db, {
        kind: 'unit-installed',
        at: instantOf(station.clock.now()),
        operator: 'kim',
        station: 'DOCK-1',
        subjects: [{ kind: 'row', id: rowOf(station, 'A1') }],
        data: {}
      })
      move(station.db, seq, rowOf(station, 'A1'), 'installed', 'A-01', (0 - ONE) as typeof ONE)
    })
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', 'A2', ...L1, ...SCREWS)
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'attention' })
    scan(station, 'DS:DONE')
    expect(findings(station)).toEqual(['installed A1'])
    scan(station, 'DS:DONE')
    expect(stock(station).some((row) => row.includes('A1 '))).toBe(false)
  })

  it('writes one event for many things that agree, and all of them know it', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'DS:LOC:A-01', 'GENERATED', 'DS:DONE', 'DS:DONE')
    const serials = stock(station).map((row) => row.split(' ')[1] ?? '')
    scan(station, 'DS:COUNT', 'DS:LOC:A-01', ...serials, 'DS:DONE')
    const before = events(station)
    scan(station, 'DS:DONE')
    expect(serials).toHaveLength(25)
    expect(events(station) - before).toBe(Math.ceil(25 / AGREEING_PER_EVENT) + 1)
    for (const serial of serials) {
      const trace = traceCode(station.db, serial, null)
      expect(trace.kind === 'found' && trace.trace.history.at(-1)?.event).toBe('stock-counted')
    }
  })
})

function events({ db }: StationContext): number {
  return (db.prepare('SELECT count(*) AS n FROM event').get() as { readonly n: number }).n
}
