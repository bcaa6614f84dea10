import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../src/main/services/context.ts'
import { eventInWords } from '../../src/main/services/event-words.ts'
import { traceOutside } from '../../src/main/services/tracing/outside.ts'
import { raiseIssue } from '../../src/main/services/quality/raise-issue.ts'
import { unitWithSerial } from '../../src/main/store/inventory.ts'
import { lotsNamed } from '../../src/main/store/lot.ts'
import { stockedStation } from '../helpers/assembly.ts'
import { stationWithSkid, report } from '../helpers/skids.ts'
import { scan, stationWithOrder } from '../helpers/store.ts'

const outside = (station: StationContext, code: string) => traceOutside(report(station, code).trace)

const words = (station: StationContext, code: string) => report(station, code).trace.history.map(eventInWords)

interface Told {
  readonly quantity: string
  readonly unit: string
  readonly serial: string | null
  readonly lot: string | null
  readonly part_number: string
  readonly made_of?: readonly Told[]
  readonly used_in?: readonly Told[]
}

/** A tree as a person would write it down: each thing with how much, indented under what it hangs on. */
function told(trees: readonly Told[], indent = ''): readonly string[] {
  return trees.flatMap((tree) => [
    `${indent}${tree.quantity} ${tree.unit} ${tree.serial ?? tree.lot ?? tree.part_number}`,
    ...told(tree.made_of ?? tree.used_in ?? [], `${indent}  `)
  ])
}

describe('trace report × serial: full chain of custody of the unit', () => {
  it('tells from whom, on which order and receipt, by whom, when and where it came', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    const [received] = outside(station, 'A1').history
    expect(received).toMatchObject({
      event: 'unit-received',
      at: '2026-11-23T10:00:00.000Z',
      operator: 'kim',
      station: 'DOCK-1',
      supplier: 'Nordwerk',
      order: 'PO-1',
      receipt: 'R-2026-00001',
      location: 'DOCK',
      serial: 'A1'
    })
    expect(words(station, 'A1')[0]).toBe('Unit A1 received from Nordwerk on order PO-1, receipt R-2026-00001, at DOCK')
  })

  it('shows what it is made of: children made inside it, units, lots and untracked quantities', () => {
    expect(told(outside(stationWithSkid(), 'SK-001').made_of)).toEqual([
      '1 pcs GB-0001',
      '  1 pcs M1',
      '  1 pcs M2',
      '  1.5 m C-1',
      '  4 pcs SCREW',
      '  1 pcs SH-001',
      '    1 pcs B1',
      '    0.25 kg R-1',
      '0.5 kg P-1',
      '  20 kg R-1',
      '2 pcs WASHER'
    ])
  })

  it('shows what it is used in, up to the top', () => {
    const station = stationWithSkid()
    expect(told(outside(station, 'B1').used_in)).toEqual(['1 pcs SH-001', '  1 pcs GB-0001', '    1 pcs SK-001'])
    expect(outside(station, 'SK-001').used_in).toEqual([])
  })

  it('is inside its parent, up to the place of the outermost', () => {
    const station = stationWithSkid()
    expect(outside(station, 'B1')).toMatchObject({
      status: 'installed',
      location: 'inside SH-001 inside GB-0001 inside SK-001 at FG-01'
    })
    expect(outside(station, 'SK-001')).toMatchObject({ status: 'available', location: 'FG-01' })
  })

  it('goes where what it is in goes, and says so', () => {
    const history = outside(stationWithSkid(), 'M1').history
    expect(history.at(-1)).toMatchObject({ event: 'stock-moved', serial: 'SK-001', inside: 'SK-001', to: 'FG-01' })
    expect(history.at(-2)).toMatchObject({ event: 'component-installed', serial: 'GB-0001', parent_serial: 'SK-001' })
    expect(words(stationWithSkid(), 'M1').at(-1)).toBe('Inside SK-001: Unit SK-001 moved from DOCK to FG-01')
  })

  it('keeps what was taken out in its history, and out of the tree', () => {
    const station = stationWithSkid()
    scan(station, 'DS:RUN:G-1', 'M3', 'DS:UNDO', 'DS:HOME')
    expect(outside(station, 'GB-0002').made_of).toEqual([])
    expect(outside(station, 'M3')).toMatchObject({ used_in: [], status: 'available', location: 'DOCK' })
    expect(outside(station, 'M3').history.map(({ event }) => event)).toEqual([
      'stock-received',
      'component-installed',
      'component-removed'
    ])
  })

  it('shows a child that is being made before it is completed, with what is in it', () => {
    const station = stationWithSkid()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B2')
    expect(told(outside(station, 'GB-0002').made_of)).toEqual(['1 pcs SH-002', '  1 pcs B2'])
    expect(outside(station, 'B2').location).toBe('inside SH-002 inside GB-0002 at DOCK')
  })

  it('has its own issues and those of its lot, and what was said of both', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', '[)>\x1e06\x1dPCAPTURED\x1dSU1\x1d1TL7\x1e\x04', 'DS:DONE', 'DS:DONE')
    const [lot] = lotsNamed(station.db, 'L7')
    const row = unitWithSerial(station.db, 'U1')
    if (!lot || !row) throw new Error('unit U1 came from lot L7')
    const about = { description: '', severity: 'major', holds: true } as const
    raiseIssue(station, { ...about, subject: { kind: 'lot', lot: lot.id }, title: 'Wrong alloy' })
    raiseIssue(station, { ...about, subject: { kind: 'row', row: row.id }, title: 'Cracked' })
    expect(outside(station, 'U1')).toMatchObject({
      status: 'on hold',
      issues: [
        { title: 'Wrong alloy', lot: 'L7' },
        { title: 'Cracked', serial: 'U1' }
      ]
    })
    expect(words(station, 'U1').slice(1)).toEqual([
      'Q-2026-00001 raised, major: Wrong alloy; it is on hold',
      'Q-2026-00002 raised, major: Cracked; it is on hold'
    ])
  })

  it('has exactly the keys that other programs rely on', () => {
    const trace = outside(stationWithSkid(), 'GB-0001')
    expect(Object.keys(trace)).toEqual([
      'subject',
      'status',
      'location',
      'history',
      'made_of',
      'used_in',
      'issues',
      'labels',
      'totals'
    ])
    expect(trace.subject).toEqual({ kind: 'serial', part_number: 'GEARBOX', serial: 'GB-0001', lot: null })
  })

  it('ends though units were said to contain each other', () => {
    const station = stationWithSkid()
    station.db
      .prepare(
        `INSERT INTO installation (seq, build_id, run_line_id, row_id, quantity)
         SELECT 1, build.id, (SELECT min(id) FROM run_line), (SELECT id FROM inventory_row WHERE serial = 'SK-001'), 1000000
         FROM build JOIN inventory_row ON inventory_row.id = build.row_id WHERE serial = 'GB-0001'`
      )
      .run()
    expect(told(outside(station, 'M1').used_in)).toEqual(['1 pcs GB-0001', '  1 pcs SK-001', '    1 pcs GB-0001'])
    expect(outside(station, 'SK-001').used_in).toHaveLength(1)
    expect(outside(station, 'M1').location).toBe('inside GB-0001 inside SK-001 at FG-01')
    expect(report(station, 'R-1').recall.length).toBeGreaterThan(0)
  })
})

describe('trace report × lot: genealogy of the lot', () => {
  it('tells how much of it came, in the unit of its part, from whom and where', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE')
    expect(words(station, 'L1')[0]).toMatch(/^10\.5 m of lot L1 received from Nordwerk on order PO-1, .* at DOCK/)
  })

  it('shows everything that it went into, up to the top', () => {
    expect(told(outside(stationWithSkid(), 'R-1').used_in)).toEqual([
      '20 kg P-1',
      '  0.5 kg SK-001',
      '0.25 kg SH-001',
      '  1 pcs GB-0001',
      '    1 pcs SK-001'
    ])
  })

  it('shows what a lot of our own is made of', () => {
    expect(told(outside(stationWithSkid(), 'P-1').made_of)).toEqual(['20 kg R-1'])
  })

  it('lists where it is now: what is left, the lots that hold some of it, every outermost unit, and how much', () => {
    const rows = report(stationWithSkid(), 'R-1').recall.map(
      ({ serial, lot, quantity, location, status, contains, through }) => [
        serial ?? lot,
        (quantity ?? 0) / 1e6,
        location,
        status,
        contains === null ? 'some' : contains / 1e6,
        through.join(' ')
      ]
    )
    expect(rows).toEqual([
      ['R-1', 9.75, 'DOCK', 'available', 9.75, ''],
      ['P-1', 9.5, 'DOCK', 'available', 'some', ''],
      ['SK-001', 1, 'FG-01', 'available', 'some', 'P-1']
    ])
    const [, cable] = report(stationWithSkid(), 'C-1').recall
    expect(cable).toMatchObject({ serial: 'SK-001', contains: 1_500_000, location: 'FG-01', through: ['GB-0001'] })
  })

  it('says of a lot that it went into and that is not complete that it is being built', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:P-1', 'R-1', 'DS:HOME')
    expect(report(station, 'R-1').recall).toMatchObject([
      { lot: 'P-1', status: 'being built', quantity: null, contains: 3_000_000 }
    ])
  })

  it('finds units that came from the lot, and what they are in', () => {
    const station = stationWithSkid()
    station.db.exec(`
      INSERT INTO lot (part_id, lot) SELECT part_id, 'BATCH-7' FROM inventory_row WHERE serial = 'M1';
      UPDATE inventory_row SET lot_id = (SELECT id FROM lot WHERE lot = 'BATCH-7') WHERE serial IN ('M1', 'M3')`)
    expect(told(outside(station, 'BATCH-7').used_in)).toEqual([
      '1 pcs M1',
      '  1 pcs GB-0001',
      '    1 pcs SK-001',
      '1 pcs M3'
    ])
    expect(report(station, 'BATCH-7').recall.map(({ serial, contains }) => [serial, contains])).toEqual([
      ['M3', 1_000_000],
      ['SK-001', 1_000_000]
    ])
  })

  it('tells of a lot on several parts which parts those are', () => {
    const station = stationWithSkid()
    station.db.exec(`INSERT INTO lot (part_id, lot) SELECT id, 'R-1' FROM part WHERE part_number = 'CABLE'`)
    expect(() => report(station, 'R-1')).toThrow('ambiguous')
    expect(report(station, 'R-1', 'RESIN').trace.usedIn).toHaveLength(2)
  })
})

describe('trace report × untracked: quantities only', () => {
  it('tells how much went into what, and follows no piece', () => {
    const station = stationWithSkid()
    const { trace, recall } = report(station, 'SCREW')
    expect(trace).toMatchObject({ kind: 'part', serial: null, lot: null, status: 'available', location: 'DOCK' })
    expect(told(outside(station, 'SCREW').used_in)).toEqual([
      '4 pcs GEARBOX',
      '  1 pcs SKID',
      '20 pcs WASHER',
      '  2 pcs SKID'
    ])
    expect(JSON.stringify([trace.usedIn, recall, trace.history])).not.toMatch(/GB-0001|SK-001/)
    expect(words(station, 'SCREW')).toContain('4 pcs SCREW installed in GEARBOX B, run G-1, from DOCK')
    expect(trace.totals).toMatchObject({ received: 40_000_000, installed: 24_000_000, onHand: 16_000_000 })
  })

  it('is a leaf in the tree of what it went into', () => {
    const [pieces] = outside(stationWithSkid(), 'SK-001').made_of.filter(({ kind }) => kind === 'untracked')
    expect(pieces).toMatchObject({ part_number: 'WASHER', quantity: '2', serial: null, lot: null, made_of: [] })
  })

  it('shows up in a recall as pieces that may be meant, and names no product that they went into', () => {
    const station = stationWithSkid()
    station.db.exec(`
      INSERT INTO installation (seq, build_id, run_line_id, row_id, quantity)
        SELECT 1, build.id, (SELECT min(id) FROM run_line),
          (SELECT inventory_row.id FROM inventory_row JOIN lot ON lot.id = lot_id WHERE lot.lot = 'C-1'), 1000000
        FROM build JOIN part ON part.id = part_id WHERE part_number = 'WASHER'`)
    const rows = report(station, 'C-1').recall.filter(({ partNumber }) => partNumber === 'WASHER')
    expect(rows).toMatchObject([{ kind: 'untracked', quantity: 18_000_000, location: 'DOCK', contains: null }])
  })
})
