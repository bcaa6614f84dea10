import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../src/main/services/context.ts'
import { report, stationWithSkid } from '../helpers/skids.ts'
import { scan } from '../helpers/store.ts'

/** The runs that touched a code, each as run, what it did, what was built, of how many things, how much, and taken out. */
function runs(station: StationContext, code: string) {
  return report(station, code).runs.map(({ run, role, partNumber, product, builds, quantity, removed }) => [
    run,
    role,
    partNumber,
    product,
    builds,
    quantity / 1e6,
    removed / 1e6
  ])
}

describe('run history × serial: scan a serial, see every run that it touched', () => {
  it('opens by scanning the serial', () => {
    const { answer } = scan(stationWithSkid(), 'GB-0001')
    expect(answer).toMatchObject({ sound: 'accepted', show: { kind: 'trace', code: 'GB-0001' } })
  })

  it('names the run that built it and the run that put it into something, with the very unit', () => {
    expect(runs(stationWithSkid(), 'GB-0001')).toEqual([
      ['G-1', 'product', 'GEARBOX', 'GB-0001', 1, 1, 0],
      ['S-1', 'component', 'SKID', 'SK-001', 1, 1, 0]
    ])
  })

  it('names the run of the parent for a child that was made inside it', () => {
    expect(runs(stationWithSkid(), 'SH-001')).toEqual([
      ['G-1', 'product', 'HEAD', 'SH-001', 1, 1, 0],
      ['G-1', 'component', 'GEARBOX', 'GB-0001', 1, 1, 0]
    ])
  })

  it('keeps a run that it was taken out of again', () => {
    const station = stationWithSkid()
    scan(station, 'DS:RUN:G-1', 'M3', 'DS:UNDO', 'M4', 'DS:HOME')
    expect(runs(station, 'M3')).toEqual([['G-1', 'component', 'GEARBOX', 'GB-0002', 1, 1, 1]])
    expect(report(station, 'M3').trace.usedIn).toEqual([])
  })
})

describe('run history × lot: per lot, with a roll-up over the lot', () => {
  it('tells each run with how much it took, and into how many things', () => {
    expect(runs(stationWithSkid(), 'R-1')).toEqual([
      ['P-1', 'component', 'PAINT', null, 1, 20, 0],
      ['G-1', 'component', 'HEAD', null, 1, 0.25, 0]
    ])
  })

  it('tells the run that built a lot, and how much, beside those that took of it', () => {
    expect(runs(stationWithSkid(), 'P-1')).toEqual([
      ['P-1', 'product', 'PAINT', 'P-1', 1, 10, 0],
      ['S-1', 'component', 'SKID', null, 1, 0.5, 0]
    ])
  })

  it('rolls up what there was of a lot and what became of it, so that it adds up', () => {
    const station = stationWithSkid()
    expect(report(station, 'P-1').trace.totals).toEqual({
      received: 0,
      built: 10_000_000,
      onHand: 9_500_000,
      installed: 500_000,
      consumed: 0,
      scrapped: 0,
      archived: 0,
      returned: 0,
      adjusted: 0
    })
    expect(report(station, 'R-1').trace.totals).toMatchObject({
      received: 30_000_000,
      installed: 20_250_000,
      onHand: 9_750_000
    })
  })

  it('counts what was taken out again as there', () => {
    const station = stationWithSkid()
    scan(station, 'DS:RUN:G-1', 'C-1', 'DS:UNDO', 'DS:HOME')
    expect(runs(station, 'C-1')).toEqual([['G-1', 'component', 'GEARBOX', null, 2, 3, 1.5]])
    expect(report(station, 'C-1').trace.totals).toMatchObject({ installed: 1_500_000, onHand: 3_500_000 })
  })
})

describe('run history × untracked: aggregate counts only', () => {
  it('counts what each run took, and names no product', () => {
    expect(runs(stationWithSkid(), 'SCREW')).toEqual([
      ['W-1', 'component', 'WASHER', null, 1, 20, 0],
      ['G-1', 'component', 'GEARBOX', null, 1, 4, 0]
    ])
  })

  it('counts what a run built, and how much went on', () => {
    expect(runs(stationWithSkid(), 'WASHER')).toEqual([
      ['W-1', 'product', 'WASHER', null, 1, 20, 0],
      ['S-1', 'component', 'SKID', null, 1, 2, 0]
    ])
  })
})
