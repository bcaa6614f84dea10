import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { eventInWords } from '../../src/main/services/event-words.ts'
import { traceOutside } from '../../src/main/services/tracing/outside.ts'
import { reportOf, type TraceReport } from '../../src/main/services/tracing/report.ts'
import { addProducts, begin, complete, install, looseRow, lotRow, takeOut, unit } from '../helpers/shop.ts'
import { scan, stationWithOrder } from '../helpers/store.ts'

/**
 * Pump P-1 holds unit A1, 2.5 m of lot L1 and 4 loose pieces, and a motor M-1 that was made inside it from 1 m of L1.
 * Skid S-1 holds pump P-1 and stands at A-02. Paste B-1 was made from 3 m of L1; pump P-2 holds 2 kg of it.
 */
function builtStation(): StationContext {
  const station = stationWithOrder()
  addProducts(station)
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE')
  scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
  const pump = begin(station, { run: 'R-1', part: 'PUMP', serial: 'P-1' })
  install(station, pump, unit(station, 'A1'))
  install(station, pump, lotRow(station, 'SUPPLIER-LOT', 'L1'), 2_500_000 as never)
  install(station, pump, looseRow(station, 'UNTRACKED'), quantityOf(4))
  const motor = begin(station, { run: 'R-1', part: 'MOTOR', serial: 'M-1', inside: pump })
  install(station, motor, lotRow(station, 'SUPPLIER-LOT', 'L1'), quantityOf(1))
  complete(station, motor, pump)
  complete(station, pump)
  const skid = begin(station, { run: 'R-2', part: 'SKID', serial: 'S-1' })
  install(station, skid, unit(station, 'P-1'))
  complete(station, skid)
  scan(station, 'DS:LOC:A-02', 'S-1', 'DS:HOME')
  const paste = begin(station, { run: 'R-3', part: 'PASTE', lot: 'B-1', quantity: 5 })
  install(station, paste, lotRow(station, 'SUPPLIER-LOT', 'L1'), quantityOf(3))
  complete(station, paste)
  const other = begin(station, { run: 'R-1', part: 'PUMP', serial: 'P-2' })
  install(station, other, lotRow(station, 'PASTE', 'B-1'), quantityOf(2))
  complete(station, other)
  return station
}

function report({ db }: StationContext, code: string): TraceReport {
  const outcome = reportOf(db, code, null)
  if (outcome.kind !== 'found') throw new Error(`${code} is found`)
  return outcome.report
}

const outside = (station: StationContext, code: string) => traceOutside(report(station, code).trace)

const words = (station: StationContext, code: string) => report(station, code).trace.history.map(eventInWords)

/** `P-1 in S-1` … each node of a tree with its quantity, indented by what it hangs on. */
type Outside = { quantity: string; serial: string | null; lot: string | null; part_number: string }
function lines(trees: readonly Outside[], below: 'made_of' | 'used_in', indent = ''): readonly string[] {
  return trees.flatMap((tree) => [
    `${indent}${tree.quantity} ${tree.serial ?? tree.lot ?? tree.part_number}`,
    ...lines((tree as unknown as Record<typeof below, readonly Outside[]>)[below], below, `${indent}  `)
  ])
}

describe('trace report × serial: full chain of custody of the unit', () => {
  it('tells from whom, on which order and receipt, by whom, when and where it was received', () => {
    const [received] = report(builtStation(), 'A1').trace.history
    expect(received).toMatchObject({
      event: 'unit-received',
      at: '2026-11-23T10:00:00.000Z',
      operator: 'kim',
      station: 'DOCK-1',
      data: { supplier: 'Nordwerk', order: 'PO-1', receipt: 'R-2026-00001', location: 'DOCK', serial: 'A1' }
    })
  })

  it('shows what it is made of, down through what was made inside it, with lots and untracked quantities', () => {
    expect(lines(outside(builtStation(), 'S-1').made_of, 'made_of')).toEqual([
      '1 P-1',
      '  1 A1',
      '  2.5 L1',
      '  4 UNTRACKED',
      '  1 M-1',
      '    1 L1'
    ])
  })

  it('shows what it is used in, up to the top', () => {
    expect(lines(outside(builtStation(), 'A1').used_in, 'used_in')).toEqual(['1 P-1', '  1 S-1'])
    expect(outside(builtStation(), 'S-1').used_in).toEqual([])
  })

  it('is inside its parent, up to the place of the outermost', () => {
    const station = builtStation()
    expect(outside(station, 'M-1')).toMatchObject({ status: 'installed', location: 'inside P-1 inside S-1 at A-02' })
    expect(outside(station, 'S-1')).toMatchObject({ status: 'available', location: 'A-02' })
  })

  it('goes where what it is in goes, and says so', () => {
    expect(words(builtStation(), 'A1').at(-1)).toBe('Inside S-1: Unit S-1 moved from DOCK to A-02')
  })

  it('keeps what was taken out in its history, and out of the tree', () => {
    const station = builtStation()
    const pump = begin(station, { run: 'R-4', part: 'PUMP', serial: 'P-9' })
    takeOut(station, install(station, pump, unit(station, 'A2')))
    expect(outside(station, 'P-9').made_of).toEqual([])
    expect(outside(station, 'A2')).toMatchObject({ used_in: [], location: 'DOCK', status: 'available' })
    expect(report(station, 'A2').trace.history.map(({ event }) => event)).toEqual([
      'unit-received',
      'installed',
      'removed'
    ])
  })

  it('shows a child that is being made inside its parent before it is completed', () => {
    const station = builtStation()
    const pump = begin(station, { run: 'R-4', part: 'PUMP', serial: 'P-9' })
    const motor = begin(station, { run: 'R-4', part: 'MOTOR', serial: 'M-9', inside: pump })
    install(station, motor, unit(station, 'A2'))
    expect(lines(outside(station, 'P-9').made_of, 'made_of')).toEqual(['1 M-9', '  1 A2'])
    expect(outside(station, 'A2').location).toBe('inside M-9 inside P-9 at DOCK')
  })

  it('has exactly the keys that other programs rely on', () => {
    const trace = outside(builtStation(), 'A1')
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
    expect(trace.subject).toEqual({ kind: 'serial', part_number: 'CAPTURED', serial: 'A1', lot: null })
  })

  it('ends though units were said to contain each other', () => {
    const station = builtStation()
    station.db
      .prepare(
        `INSERT INTO installation (seq, build_id, run_line_id, row_id, quantity)
         SELECT 1, build.id, (SELECT min(id) FROM run_line), (SELECT id FROM inventory_row WHERE serial = 'S-1'), 1000000
         FROM build JOIN inventory_row ON inventory_row.id = build.row_id WHERE serial = 'P-1'`
      )
      .run()
    expect(lines(outside(station, 'S-1').used_in, 'used_in')).toEqual(['1 P-1', '  1 S-1'])
    expect(outside(station, 'A1').location).toBe('inside P-1 inside S-1 at A-02')
    expect(report(station, 'L1').recall.length).toBeGreaterThan(0)
  })
})

describe('trace report × lot: genealogy of the lot', () => {
  it('shows everything that it went into, up to the top', () => {
    expect(lines(outside(builtStation(), 'L1').used_in, 'used_in')).toEqual([
      '2.5 P-1',
      '  1 S-1',
      '1 M-1',
      '  1 P-1',
      '3 B-1',
      '  2 P-2'
    ])
  })

  it('shows what a lot of our own is made of', () => {
    expect(lines(outside(builtStation(), 'B-1').made_of, 'made_of')).toEqual(['3 L1'])
  })

  it('lists where it is now: what is left, every outermost unit, and the lots that hold some of it', () => {
    const rows = report(builtStation(), 'L1').recall.map(({ serial, lot, quantity, location, contains, through }) => [
      serial ?? lot,
      (quantity ?? 0) / 1e6,
      location,
      contains === null ? 'some' : contains / 1e6,
      through.join(' ')
    ])
    expect(rows).toEqual([
      ['L1', 4, 'DOCK', 4, ''],
      ['B-1', 3, 'DOCK', 'some', ''],
      ['S-1', 1, 'A-02', 3.5, 'P-1'],
      ['P-2', 1, 'DOCK', 'some', 'B-1']
    ])
  })

  it('finds units that came from the lot, and what they are in', () => {
    const station = stationWithOrder()
    addProducts(station)
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'DS:DONE')
    const { partId } = unit(station, 'A1')
    station.db.exec(`INSERT INTO lot (part_id, lot) VALUES (${partId}, 'BATCH-7'); UPDATE inventory_row SET lot_id = 1`)
    const pump = begin(station, { run: 'R-1', part: 'PUMP', serial: 'P-1' })
    install(station, pump, unit(station, 'A1'))
    complete(station, pump)
    const { recall, trace } = report(station, 'BATCH-7')
    expect(trace.usedIn.map(({ node, children }) => [node.serial, children.map((each) => each.node.serial)])).toEqual([
      ['A1', ['P-1']],
      ['A2', []]
    ])
    expect(recall.map(({ serial, contains, through }) => [serial, contains, through])).toEqual([
      ['A2', 1_000_000, []],
      ['P-1', 1_000_000, ['A1']]
    ])
  })

  it('says what became of what is gone', () => {
    const station = builtStation()
    const paste = lotRow(station, 'PASTE', 'B-1')
    const pump = begin(station, { run: 'R-5', part: 'BRACKET', quantity: 6 })
    install(station, pump, paste, quantityOf(1))
    complete(station, pump)
    const rows = report(station, 'L1').recall.map(({ partNumber, lot, quantity, status, contains }) => [
      lot ?? partNumber,
      quantity,
      status,
      contains
    ])
    expect(rows).toContainEqual(['BRACKET', 6_000_000, 'available', null])
    expect(rows).toContainEqual(['B-1', 2_000_000, 'available', null])
  })
})

describe('trace report × untracked: quantities only', () => {
  it('tells how much went into what, and follows no piece', () => {
    const { trace, recall } = report(builtStation(), 'UNTRACKED')
    expect(trace).toMatchObject({ kind: 'part', serial: null, lot: null, status: 'available', location: 'DOCK' })
    expect(lines(outside(builtStation(), 'UNTRACKED').used_in, 'used_in')).toEqual(['4 PUMP', '  1 SKID'])
    expect(JSON.stringify([trace.usedIn, recall])).not.toContain('P-1')
    expect(trace.totals).toMatchObject({ received: 40_000_000, installed: 4_000_000, onHand: 36_000_000 })
  })

  it('is a leaf in the tree of what it went into', () => {
    const [pieces] = outside(builtStation(), 'P-1').made_of.filter(({ kind }) => kind === 'untracked')
    expect(pieces).toMatchObject({ part_number: 'UNTRACKED', quantity: '4', serial: null, lot: null, made_of: [] })
  })
})
