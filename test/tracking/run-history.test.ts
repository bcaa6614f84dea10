import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { reportOf, type TraceReport } from '../../src/main/services/tracing/report.ts'
import { addProducts, begin, complete, install, looseRow, lotRow, takeOut, unit } from '../helpers/shop.ts'
import { scan, stationWithOrder } from '../helpers/store.ts'

function report({ db }: StationContext, code: string): TraceReport {
  const outcome = reportOf(db, code, null)
  if (outcome.kind !== 'found') throw new Error(`${code} is found`)
  return outcome.report
}

const runs = (station: StationContext, code: string) =>
  report(station, code).runs.map(({ run, role, partNumber, product, builds, quantity, removed }) => [
    run,
    role,
    partNumber,
    product,
    builds,
    quantity / 1e6,
    removed / 1e6
  ])

/** Two pumps of run R-1 and one of run R-2, each with a unit, 2 m of lot L1 and 4 loose pieces. */
function stationWithRuns(): StationContext {
  const station = stationWithOrder()
  addProducts(station)
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'A3', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10', 'DS:DONE')
  scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
  for (const [run, serial, component] of [
    ['R-1', 'P-1', 'A1'],
    ['R-1', 'P-2', 'A2'],
    ['R-2', 'P-3', 'A3']
  ] as const) {
    const pump = begin(station, { run, part: 'PUMP', serial })
    install(station, pump, unit(station, component))
    install(station, pump, lotRow(station, 'SUPPLIER-LOT', 'L1'), quantityOf(2))
    install(station, pump, looseRow(station, 'UNTRACKED'), quantityOf(4))
    complete(station, pump)
  }
  return station
}

describe('run history × serial: every run that it touched', () => {
  it('names the run that it went into as a component, and the very unit', () => {
    expect(runs(stationWithRuns(), 'A1')).toEqual([['R-1', 'component', 'PUMP', 'P-1', 1, 1, 0]])
  })

  it('names the run that built it, and those that it went into later', () => {
    const station = stationWithRuns()
    const skid = begin(station, { run: 'R-9', part: 'SKID', serial: 'S-1' })
    install(station, skid, unit(station, 'P-1'))
    expect(runs(station, 'P-1')).toEqual([
      ['R-1', 'product', 'PUMP', 'P-1', 1, 1, 0],
      ['R-9', 'component', 'SKID', 'S-1', 1, 1, 0]
    ])
  })

  it('keeps a run that it was taken out of again', () => {
    const station = stationWithRuns()
    scan(station, 'PO-1', 'CAPTURED', 'A9', 'DS:DONE', 'DS:DONE')
    const pump = begin(station, { run: 'R-2', part: 'PUMP', serial: 'P-9' })
    takeOut(station, install(station, pump, unit(station, 'A9')))
    const next = begin(station, { run: 'R-3', part: 'PUMP', serial: 'P-10' })
    install(station, next, unit(station, 'A9'))
    expect(runs(station, 'A9')).toEqual([
      ['R-2', 'component', 'PUMP', 'P-9', 1, 1, 1],
      ['R-3', 'component', 'PUMP', 'P-10', 1, 1, 0]
    ])
  })
})

describe('run history × lot: per lot, with a roll-up over the lot', () => {
  it('tells each run with how much it took and into how many things', () => {
    expect(runs(stationWithRuns(), 'L1')).toEqual([
      ['R-1', 'component', 'PUMP', null, 2, 4, 0],
      ['R-2', 'component', 'PUMP', null, 1, 2, 0]
    ])
  })

  it('rolls up what there was of it and what became of it', () => {
    expect(report(stationWithRuns(), 'L1').trace.totals).toMatchObject({
      received: 10_000_000,
      onHand: 4_000_000,
      installed: 6_000_000,
      consumed: 0,
      scrapped: 0,
      adjusted: 0,
      returned: 0,
      built: 0
    })
  })

  it('tells the run that built a lot, and how much', () => {
    const station = stationWithRuns()
    const paste = begin(station, { run: 'R-7', part: 'PASTE', lot: 'B-1', quantity: 5 })
    install(station, paste, lotRow(station, 'SUPPLIER-LOT', 'L1'), quantityOf(1))
    complete(station, paste)
    expect(runs(station, 'B-1')).toEqual([['R-7', 'product', 'PASTE', 'B-1', 1, 5, 0]])
    expect(report(station, 'B-1').trace.totals).toMatchObject({ built: 5_000_000, onHand: 5_000_000, received: 0 })
  })
})

describe('run history × untracked: aggregate counts only', () => {
  it('counts what each run took, and names no product', () => {
    expect(runs(stationWithRuns(), 'UNTRACKED')).toEqual([
      ['R-1', 'component', 'PUMP', null, 2, 8, 0],
      ['R-2', 'component', 'PUMP', null, 1, 4, 0]
    ])
  })

  it('counts what a run built', () => {
    const station = stationWithRuns()
    complete(station, begin(station, { run: 'R-8', part: 'BRACKET', quantity: 12 }))
    expect(runs(station, 'BRACKET')).toEqual([['R-8', 'product', 'BRACKET', null, 1, 12, 0]])
  })
})
