import { describe, expect, it } from 'vitest'
import { buildPage } from '../../../../src/main/services/assembly/run-view.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { newestLabelOf } from '../../../../src/main/store/label.ts'
import { findRun } from '../../../../src/main/store/run.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import {
  bill,
  fingerprint,
  last,
  message,
  ONE_GEARBOX,
  part,
  putStock,
  rowOf,
  startable,
  stockedStation,
  told,
  view
} from '../../../helpers/assembly.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stock } from '../../../helpers/store.ts'

function events({ db }: StationContext, kind: string): readonly Record<string, unknown>[] {
  const rows = db.prepare('SELECT data FROM event WHERE kind = ? ORDER BY seq').all(kind) as { data: string }[]
  return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>)
}

describe('DS:DONE completes the unit in hand', () => {
  it('makes it stock at the put-away place, queues its label, and the next unit follows', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'DS:LOC:FG-01', ...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'GB-0001 (GEARBOX) completed'])
    expect(stock(station)).toContain('GEARBOX GB-0001 FG-01 1')
    expect(view(station).top?.serial).toBe('GB-0002')
    expect(JSON.parse(newestLabelOf(station.db, 'GB-0001')?.content ?? '{}')).toMatchObject({
      kind: 'unit',
      partNumber: 'GEARBOX',
      revision: 'B',
      serial: 'GB-0001',
      order: 'G-1',
      built: true
    })
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toBe(
      'Unit GB-0001 (GEARBOX B) completed, run G-1, at FG-01'
    )
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('completes the run with its last unit, whatever the order in which they were built', () => {
    const station = stockedStation()
    putStock(station, 'RESIN', { lot: 'R-1', quantity: '1' })
    scan(station, 'DS:RUN:G-1', 'GB-0002', ...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE')
    expect(view(station).top?.serial).toBe('GB-0001')
    scan(station, ...ONE_GEARBOX(['M3', 'M4'], 'B2'))
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Run G-1 complete'])
    expect(view(station)).toMatchObject({ state: 'completed', top: null, inHand: null })
    expect(told(station, 'run', 1).at(-1)).toBe('Run G-1 complete')
    expect(last(station, 'M1')).toEqual(['run-complete', 'refused', 'Everything is built'])
    expect(last(station, 'DS:DONE')).toEqual(['run-complete', 'refused', 'Everything is built'])
    expect(last(station, 'GB-0001')).toEqual(['built-already', 'duplicate', 'Completed'])
    expect(message(station, 'DS:HOME')).toContain('Scan an order number')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('gives the unit the shelf life of its part, from the day on which it is completed', () => {
    const station = stockedStation()
    part(station, 'FRESH', {
      tracking: 'serial',
      serialSource: 'generated',
      serialPattern: 'FR-{##}',
      shelfLifeDays: 30
    })
    startable(station, 'F-1', 'FRESH', '1')
    scan(station, 'DS:RUN:F-1', 'DS:DONE')
    expect(station.db.prepare("SELECT expiry FROM inventory_row WHERE serial = 'FR-01'").get()).toEqual({
      expiry: '2026-12-23'
    })
  })

  it('shows the units of a run with what is missing in each', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'M1')
    const run = findRun(station.db, 'G-1')
    expect(run && buildPage(station.db, run.id, 0, 10)).toMatchObject({
      total: 2,
      rows: [
        { serial: 'GB-0001', state: 'open', openLines: 4 },
        { serial: 'GB-0002', state: 'open', openLines: 4 }
      ]
    })
  })
})

describe('a lot and a count are completed in parts', () => {
  it('lot: DS:QTY:n, then DS:DONE completes n, and what is left stays open', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1', 'DS:QTY:2', 'R-1', 'DS:QTY:1')
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Lot P-1 of PAINT completed'])
    expect(stock(station)).toContain('PAINT P-1 DOCK 1')
    expect(view(station)).toMatchObject({ built: 1_000_000, top: { quantity: 9_000_000 } })
    expect(bill(view(station).top)).toEqual(['RESIN 0/18'])
    expect(JSON.parse(newestLabelOf(station.db, 'P-1')?.content ?? '{}')).toMatchObject({
      kind: 'lot',
      quantity: 1_000_000,
      order: 'P-1'
    })
  })

  it('lot: what was installed for the rest goes with the rest, and no stock moves for it', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1', 'R-1', 'DS:QTY:0.5', 'DS:DONE')
    expect(bill(view(station).top)).toEqual(['RESIN 2/19 R-1:2'])
    expect(stock(station)).toContain('PAINT P-1 DOCK 0.5')
    expect(events(station, 'build-divided')).toMatchObject([
      { quantity: '0.5', rest: '9.5', carried: [{ component: 'RESIN', quantity: '2' }] }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('untracked: the whole count at once, or so many', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:W-1', 'SCREW', 'DS:DONE', 'DS:QTY:5', 'DS:DONE')
    expect(stock(station)).toContain('WASHER - DOCK 5')
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Run W-1 complete'])
    expect(stock(station)).toContain('WASHER - DOCK 20')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('lot: its own label says that it is in hand, and nothing goes into itself', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1', 'R-1', 'DS:QTY:1', 'DS:DONE')
    expect(last(station, 'P-1')).toEqual(['accepted', 'accepted', 'Lot P-1 of PAINT'])
    expect(stock(station)).toContain('PAINT P-1 DOCK 1')
  })

  it('lot: lists what came last, and says how much came before', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1')
    for (let n = 0; n < 105; n += 1) scan(station, 'DS:QTY:0.01', 'R-1')
    const line = view(station).top?.lines[0]
    expect(line).toMatchObject({ installed: 1_050_000, earlier: 5 })
    expect(line?.installations).toHaveLength(100)
  })

  it('refuses more than the run builds, and a quantity of a unit', () => {
    const station = stockedStation()
    expect(last(station, 'DS:RUN:W-1', 'DS:QTY:21', 'DS:DONE')).toEqual([
      'more-than-needed',
      'refused',
      'More than is built'
    ])
    expect(last(station, 'DS:RUN:G-1', 'DS:QTY:2', 'DS:DONE')).toEqual(['quantity-wrong', 'refused', 'A unit is one'])
  })
})

describe('open lines', () => {
  it('are refused where nobody could be asked', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'M1')
    const before = fingerprint(station)
    expect(last(station, 'DS:DONE')).toEqual(['open-lines', 'attention', 'Lines are open'])
    expect(message(station, 'DS:DONE')).toContain(
      'GB-0001 (GEARBOX) lacks 1 pcs MOTOR, 1.5 m CABLE, 4 pcs SCREW, 1 pcs HEAD'
    )
    expect(fingerprint(station)).toBe(before)
  })

  it('take a lead’s badge there and then: the event says who and what was missing', () => {
    const station = stockedStation()
    withOperators(station)
    scan(station, 'B-KIM', 'DS:RUN:G-1', 'M1', 'M2', 'C-1', 'SCREW', 'DS:DONE')
    expect(message(station, 'DS:DONE')).toContain('Scan a lead’s badge')
    expect(last(station, 'B-LEA')[2]).toBe('GB-0001 (GEARBOX) completed')
    expect(events(station, 'build-completed')).toMatchObject([
      { serial: 'GB-0001', open: [{ component: 'HEAD', missing: '1', unit: 'pcs' }], reason: 'approved by Lea' }
    ])
    expect(events(station, 'approval-given')).toMatchObject([{ need: 'open-lines', lead: 'Lea', clerk: 'Kim' }])
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toBe(
      'Unit GB-0001 (GEARBOX B) completed, run G-1, at DOCK, without 1 pcs HEAD: approved by Lea'
    )
    expect(view(station).top?.serial).toBe('GB-0002')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('stay open where the lead says no', () => {
    const station = stockedStation()
    withOperators(station)
    scan(station, 'B-KIM', 'DS:RUN:G-1', 'M1', 'DS:DONE', 'DS:CANCEL')
    expect(stock(station).filter((row) => row.startsWith('GEARBOX'))).toEqual([])
    expect(bill(view(station).top)).toContain('MOTOR 1/2 M1')
  })
})
