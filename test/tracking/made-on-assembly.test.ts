import { describe, expect, it } from 'vitest'
import type { BuildView } from '../../src/ipc/assembly-views.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { openDatabase } from '../../src/main/commands/open.ts'
import { lotsNamed } from '../../src/main/store/lot.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import {
  bill,
  hold,
  last,
  message,
  ONE_GEARBOX,
  part,
  putBill,
  putStock,
  quantity,
  removeAt,
  rowOf,
  startable,
  stockedStation,
  told,
  view
} from '../helpers/assembly.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { scan, stock } from '../helpers/store.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

function child(station: StationContext): BuildView | null {
  const line = view(station).top?.lines.find(({ component }) => component === 'HEAD')
  return line?.children[0] ?? line?.installations[0]?.build ?? null
}

describe('made on assembly: the child is built inside the parent’s run', () => {
  it('creates the child with a serial of its own, and scans go to it', () => {
    const station = stockedStation()
    expect(last(station, 'DS:RUN:G-1', 'M1', 'HEAD')).toEqual(['accepted', 'accepted', 'SH-001 (HEAD) begun'])
    expect(child(station)).toMatchObject({ serial: 'SH-001', state: 'open' })
    expect(view(station).inHand).toBe(child(station)?.id)
    scan(station, 'B1')
    expect(bill(child(station))).toEqual(['BOARD 1/1 B1', 'RESIN 0/0.25'])
    expect(bill(view(station).top)).toContain('MOTOR 1/2 M1')
  })

  it('refuses what is on the parent’s bill alone while the child is in hand', () => {
    const station = stockedStation()
    expect(last(station, 'DS:RUN:G-1', 'HEAD', 'M1')).toEqual(['not-on-bom', 'refused', 'Not on the BOM'])
  })

  it('says of what goes into the child that the child comes first, and of what goes into the parent how to get there', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1')
    expect(message(station, 'B1')).toContain('It goes into HEAD, which is made here: scan HEAD first.')
    expect(message(station, 'R-1')).toContain('scan HEAD first')
    scan(station, 'HEAD')
    for (const code of ['M1', 'C-1', 'SCREW']) {
      expect(message(station, code)).toContain('It goes into GB-0001 (GEARBOX): DS:DONE completes SH-001 (HEAD) first')
    }
    scan(station, 'B1', 'R-1', 'DS:DONE')
    expect(last(station, 'B1')).toEqual(['already-installed', 'duplicate', 'Already installed'])
    expect(message(station, 'B1')).toContain('is in SH-001 (HEAD)')
  })

  it('DS:DONE completes it, labels it, installs it, and the scans go to the parent again', () => {
    const station = stockedStation()
    expect(last(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'R-1', 'DS:DONE')).toEqual([
      'accepted',
      'line-complete',
      'SH-001 (HEAD) completed'
    ])
    expect(bill(view(station).top)).toContain('HEAD 1/1 SH-001')
    expect(view(station).inHand).toBe(view(station).top?.id)
    expect(station.db.prepare('SELECT serial, order_no, state FROM label').all()).toEqual([
      { serial: 'SH-001', order_no: 'G-1', state: 'queued' }
    ])
    expect(stock(station).filter((row) => row.startsWith('HEAD'))).toEqual([])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('has no run of its own, and its trail is whole: begun, filled, completed, installed', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'R-1', 'DS:DONE')
    expect(station.db.prepare('SELECT DISTINCT run_id FROM build').all()).toHaveLength(1)
    expect(told(station, 'row', rowOf(station, 'SH-001'))).toEqual([
      'Unit SH-001 (HEAD) begun inside GB-0001 (GEARBOX B), run G-1',
      'Unit B1 (BOARD) installed in SH-001 (HEAD), run G-1, from DOCK',
      '0.25 kg of lot R-1 (RESIN) installed in SH-001 (HEAD), run G-1, from DOCK',
      'Unit SH-001 (HEAD) completed, run G-1, at DOCK',
      'Unit SH-001 (HEAD) installed in GB-0001 (GEARBOX B), run G-1, from DOCK'
    ])
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toContain('Unit SH-001 (HEAD) installed in GB-0001')
  })

  it('DS:CANCEL leaves the child as it is, and its part number or its own serial goes on with it', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'DS:CANCEL', 'M1')
    expect(bill(view(station).top)).toContain('MOTOR 1/2 M1')
    expect(last(station, 'HEAD')[2]).toBe('SH-001 (HEAD)')
    expect(bill(child(station))).toEqual(['BOARD 1/1 B1', 'RESIN 0/0.25'])
    scan(station, 'DS:CANCEL')
    expect(last(station, 'SH-001')[2]).toBe('SH-001 (HEAD)')
    expect(station.db.prepare("SELECT count(*) AS n FROM inventory_row WHERE serial LIKE 'SH-%'").get()).toEqual({
      n: 1
    })
  })

  it('DS:HOME leaves the run from inside the child, and opening it again begins at the unit with all that is in it', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'DS:HOME', 'DS:RUN:G-1')
    expect(view(station).inHand).toBe(view(station).top?.id)
    expect(bill(child(station))).toEqual(['BOARD 1/1 B1', 'RESIN 0/0.25'])
  })

  it('goes on with the child after a restart', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1')
    const restarted: StationContext = { ...station }
    scan(restarted, 'R-1', 'DS:DONE')
    expect(bill(view(restarted).top)).toContain('HEAD 1/1 SH-001')
  })

  it('goes on where it was after the station was closed and opened again', async () => {
    const folder = temporaryFolder()
    const db = openDatabase(folder)
    stockedStation(db)
    db.close()
    writeStationConfig(folder)
    const first = await runStation(folder)
    await first.scan('DS:RUN:G-1', 'HEAD', 'B1', 'DS:QTY:0.1')
    await first.close()
    const second = await runStation(folder)
    expect(await second.station.api.assembly.current({})).toMatchObject({
      saidQuantity: 100_000,
      top: { serial: 'GB-0001' }
    })
    await second.scan('R-1')
    expect(await second.scan('R-1')).toMatchObject({ sound: 'line-complete', title: '0.15 kg installed' })
    expect(await second.scan('DS:DONE')).toMatchObject({ title: 'SH-001 (HEAD) completed', show: { kind: 'assembly' } })
    const labels = await second.station.api.labels.list({ search: 'SH-001', states: [], offset: 0, limit: 10 })
    expect(labels.rows).toMatchObject([{ kind: 'unit', order: 'G-1' }])
  })

  it('a child that was put on hold while it was made goes into nothing', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'R-1')
    const issue = hold(station, 'SH-001')
    const { answer } = scan(station, 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'attention', title: 'SH-001 (HEAD) completed' })
    expect(answer.message).toContain(`On hold: ${issue} Cracked housing`)
    expect(bill(view(station).top)).toContain('HEAD 0/1')
    expect(last(station, 'SH-001')).toEqual(['on-hold', 'refused', 'On hold'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('a child that was built in a run of its own may go in instead', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'B1', 'R-1', 'DS:DONE', 'DS:RUN:G-1')
    expect(last(station, 'SH-001')).toEqual(['accepted', 'accepted', 'SH-001 installed'])
    expect(last(station, 'HEAD')).toEqual(['more-than-needed', 'refused', 'More than needed'])
    expect(bill(child(station))).toEqual(['BOARD 1/1 B1', 'RESIN 0.25/0.25 R-1:0.25'])
  })

  it('a child whose place was filled meanwhile becomes stock when it is completed', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'B1', 'R-1', 'DS:DONE', 'DS:RUN:G-1', 'HEAD', 'B2', 'R-1', 'DS:CANCEL', 'SH-001')
    expect(message(station, 'SH-002', 'DS:DONE')).toContain('It is in stock: its parent needs no more of it')
    expect(stock(station)).toContain('HEAD SH-002 DOCK 1')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('removing it from the parent keeps its identity and all that is in it', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', ...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE')
    removeAt(station, 'SH-001', 'A-01', 'noisy')
    expect(stock(station)).toContain('HEAD SH-001 A-01 1')
    expect(stock(station).filter((row) => row.startsWith('BOARD'))).toEqual(['BOARD B2 DOCK 1'])
    expect(told(station, 'row', rowOf(station, 'SH-001')).at(-1)).toBe(
      'Unit SH-001 (HEAD) taken out of GB-0001 (GEARBOX B), run G-1, and put at A-01: noisy'
    )
    scan(station, 'GB-0001')
    expect(bill(view(station).top)).toContain('HEAD 0/1')
    scan(station, 'SH-001')
    expect(bill(view(station).top)).toContain('HEAD 1/1 SH-001')
    expect(bill(child(station))).toEqual(['BOARD 1/1 B1', 'RESIN 0.25/0.25 R-1:0.25'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('a child that was removed may go into another parent of the run', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', ...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE')
    removeAt(station, 'SH-001', 'A-01')
    expect(last(station, 'SH-001')).toEqual(['accepted', 'accepted', 'SH-001 installed'])
    expect(view(station).top?.serial).toBe('GB-0002')
    expect(bill(view(station).top)).toContain('HEAD 1/1 SH-001')
  })

  it('DS:UNDO on the parent takes the whole child out again', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'HEAD', 'B1', 'R-1', 'DS:DONE', 'DS:UNDO')
    expect(stock(station)).toContain('HEAD SH-001 DOCK 1')
    expect(bill(view(station).top)).toContain('HEAD 0/1')
  })
})

describe('children of each tracking type, and children of children', () => {
  /** A tower takes a head and 2 kg of glue; the glue is made here of resin, the head of a cap that is made here of screws. */
  function tower(glue: 'lot' | 'untracked', more: { readonly lotPattern?: string } = {}): StationContext {
    const station = stockedStation()
    part(station, 'TOWER', { tracking: 'serial', serialSource: 'generated', serialPattern: 'TW-{###}' })
    part(station, 'GLUE', {
      tracking: glue,
      unit: 'kg',
      ...(glue === 'lot' ? { lotSource: more.lotPattern === undefined ? 'run' : 'generated' } : {}),
      lotPattern: more.lotPattern ?? null
    })
    part(station, 'CAP', { tracking: 'serial', serialSource: 'generated', serialPattern: 'CP-{###}' })
    putBill(station, 'TOWER', 'GLUE', '2', { made: true })
    putBill(station, 'TOWER', 'HEAD', '1', { made: true })
    putBill(station, 'GLUE', 'RESIN', '0.5')
    putBill(station, 'HEAD', 'CAP', '1', { made: true })
    putBill(station, 'CAP', 'SCREW', '2')
    startable(station, 'T-1', 'TOWER', '1')
    return station
  }

  it('lot: the child is so much of a lot, which is the run’s number', () => {
    const station = tower('lot')
    expect(last(station, 'DS:RUN:T-1', 'GLUE')[2]).toBe('Lot T-1 of GLUE begun')
    scan(station, 'R-1', 'DS:DONE')
    expect(bill(view(station).top)).toContain('GLUE 2/2 T-1:2')
    expect(view(station).top?.lines[0]?.installations[0]?.build).toMatchObject({ lot: 'T-1', quantity: quantity('2') })
    expect(station.db.prepare('SELECT kind, lot FROM label').all()).toEqual([{ kind: 'lot', lot: 'T-1' }])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('lot: with a pattern of its own it takes the next number', () => {
    const station = tower('lot', { lotPattern: 'GL-{YY}-{###}' })
    expect(last(station, 'DS:RUN:T-1', 'GLUE')[2]).toBe('Lot GL-26-001 of GLUE begun')
  })

  it('lot: is refused where there is a lot of that number from elsewhere', () => {
    const station = tower('lot')
    putStock(station, 'GLUE', { lot: 'T-1', quantity: '1' })
    expect(last(station, 'DS:RUN:T-1', 'GLUE')).toEqual(['lot-exists', 'attention', 'Lot exists already'])
  })

  it('lot: a part of it may be completed first, and its part number begins the rest', () => {
    const station = tower('lot')
    scan(station, 'DS:RUN:T-1', 'GLUE', 'DS:QTY:0.25', 'R-1', 'DS:QTY:0.5', 'DS:DONE')
    expect(bill(view(station).top)).toContain('GLUE 0.5/2 T-1:0.5')
    scan(station, 'GLUE', 'R-1', 'DS:DONE')
    expect(bill(view(station).top)).toContain('GLUE 2/2 T-1:0.5 T-1:1.5')
    expect(stock(station)).toContain('RESIN R-1 DOCK 2')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('lot: what was installed for the rest stays with the rest', () => {
    const station = tower('lot')
    scan(station, 'DS:RUN:T-1', 'GLUE', 'R-1', 'DS:QTY:0.5', 'DS:DONE')
    expect(bill(view(station).top)).toContain('GLUE 0.5/2 T-1:0.5')
    expect(last(station, 'GLUE')[2]).toBe('Lot T-1 of GLUE')
    expect(last(station, 'DS:DONE')[2]).toBe('Lot T-1 of GLUE completed')
    expect(bill(view(station).top)).toContain('GLUE 2/2 T-1:0.5 T-1:1.5')
    expect(stock(station)).toContain('RESIN R-1 DOCK 2')
    const [lot] = lotsNamed(station.db, 'T-1')
    expect(told(station, 'lot', lot?.id ?? 0)).toContain(
      '0.5 kg of lot T-1 (GLUE) completed first, run T-1; 1.5 kg go on'
    )
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('untracked: the child is a count, without label or identity', () => {
    const station = tower('untracked')
    scan(station, 'DS:RUN:T-1', 'DS:QTY:2', 'GLUE', 'R-1', 'DS:DONE')
    expect(bill(view(station).top)).toContain('GLUE 2/2 -:2')
    expect(station.db.prepare('SELECT count(*) AS n FROM label').get()).toEqual({ n: 0 })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('says of what goes into another child of the parent how to get there', () => {
    const station = tower('lot')
    scan(station, 'DS:RUN:T-1', 'GLUE')
    expect(message(station, 'B1')).toContain(
      'It goes into HEAD: DS:CANCEL leaves lot T-1 of GLUE for later, then scan HEAD.'
    )
  })

  it('serial: one by one, whatever was said', () => {
    const station = tower('lot')
    expect(last(station, 'DS:RUN:T-1', 'DS:QTY:0.5', 'HEAD')).toEqual(['quantity-wrong', 'refused', 'One by one'])
  })

  it('children nest: the cap is made in the head, and the head in the tower', () => {
    const station = tower('lot')
    scan(station, 'DS:RUN:T-1', 'HEAD', 'CAP', 'SCREW', 'DS:DONE', 'DS:DONE')
    expect(message(station, 'B1')).toContain('BOARD in SH-001 (HEAD)')
    scan(station, 'R-1', 'DS:DONE', 'GLUE', 'R-1', 'DS:DONE')
    const head = view(station).top?.lines[1]?.installations[0]?.build ?? null
    expect(bill(head)).toEqual(['BOARD 1/1 B1', 'RESIN 0.25/0.25 R-1:0.25', 'CAP 1/1 CP-001'])
    expect(bill(head?.lines[2]?.installations[0]?.build ?? null)).toEqual(['SCREW 2/2 -:2'])
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Run T-1 complete'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('refuses to start a run whose bill goes round in a circle', () => {
    const station = tower('lot')
    putBill(station, 'CAP', 'HEAD', '1', { made: true })
    expect(last(station, 'DS:RUN:T-1')).toEqual(['bill-loops', 'attention', 'Made of itself'])
    expect(message(station, 'DS:RUN:T-1')).toContain('HEAD → CAP → HEAD')
  })

  it('refuses a child that has no numbers, and names the part', () => {
    const station = stockedStation()
    station.db.exec("UPDATE part_revision SET serial_pattern = NULL WHERE serial_pattern = 'SH-{###}'")
    expect(last(station, 'DS:RUN:G-1', 'HEAD')).toEqual(['no-number', 'attention', 'No serial number'])
    expect(message(station, 'HEAD')).toContain('HEAD has no pattern for serials')
  })
})
