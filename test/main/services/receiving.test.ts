import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../../src/core/barcode/own-label.ts'
import { formatQuantity } from '../../../src/core/quantity.ts'
import type { StationContext } from '../../../src/main/services/context.ts'
import { inventoryOutside, labelsOutside, receiptsOutside } from '../../../src/main/services/outside-rows.ts'
import { receivingView } from '../../../src/main/services/receiving-view.ts'
import { takeScan } from '../../../src/main/services/scanning/take-scan.ts'
import { eachEvent } from '../../../src/main/store/event.ts'
import { transaction } from '../../../src/main/store/database.ts'
import { insertLot } from '../../../src/main/store/lot.ts'
import { findPart } from '../../../src/main/store/part.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { newStore, scan, stationWithOrder, testClock } from '../../helpers/store.ts'
import { traceCode } from '../../helpers/trace.ts'

const stock = ({ db }: StationContext) =>
  inventoryOutside(db, { part: null, location: null }).map(({ part_number, serial, lot, location, quantity }) =>
    [part_number, serial ?? lot, location, quantity].join(' ')
  )

const everyTable = ({ db }: StationContext) =>
  ['receipt', 'receipt_line', 'inventory_row', 'movement', 'event', 'label', 'number_series', 'lot', 'setting'].map(
    (table) => db.prepare(`SELECT * FROM ${table}`).all()
  )

describe('receiving units with captured serials', () => {
  it('makes one row and one label for each unit, all in one decision', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', '0003', 'DS:DONE')
    expect(stock(station)).toEqual(['CAPTURED A1 DOCK 1', 'CAPTURED A2 DOCK 1', 'CAPTURED 0003 DOCK 1'])
    expect(labelsOutside(station.db, null)).toMatchObject([
      { label: 'DS00000001', copy: 1, kind: 'unit', serial: 'A1', printer: 'units', state: 'queued' },
      { label: 'DS00000002', serial: 'A2' },
      { label: 'DS00000003', serial: '0003' }
    ])
    expect(receiptsOutside(station.db, null)).toEqual([
      {
        receipt: 'R-2026-00001',
        order: 'PO-1',
        line: '1',
        part_number: 'CAPTURED',
        quantity: '3',
        serials: ['A1', 'A2', '0003'],
        lot: null,
        location: 'DOCK',
        operator: 'kim',
        station: 'DOCK-1',
        at: '2026-11-23T10:00:00.000Z'
      }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('refuses a serial that any part has had before, and says which', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'CAPTURED')
    const { answer } = scan(station, 'A1')
    expect(answer).toMatchObject({ sound: 'duplicate', title: 'Duplicate serial' })
    for (const fact of ['CAPTURED', 'PO-1', '2026-11-23', 'kim', 'DOCK']) expect(answer.message).toContain(fact)
  })

  it('goes on with the ninety-nine when one is bad', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A1', 'CAPTURED', 'A2', 'DS:DONE')
    expect(stock(station)).toEqual(['CAPTURED A1 DOCK 1', 'CAPTURED A2 DOCK 1'])
  })

  it('gives the unit the lot on its label, so that the lot leads to the unit', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', '[)>\x1e06\x1dPCAPTURED\x1dSA1\x1d1TL9\x1e\x04', 'DS:DONE')
    expect(inventoryOutside(station.db, { part: 'CAPTURED', location: null })).toMatchObject([
      { serial: 'A1', lot: 'L9', supplier_lot: 'L9', quantity: '1' }
    ])
    expect(labelsOutside(station.db, null)).toMatchObject([{ kind: 'unit', serial: 'A1', lot: 'L9' }])
    expect(traceCode(station.db, 'L9', null)).toMatchObject({
      kind: 'found',
      trace: { kind: 'lot', partNumber: 'CAPTURED' }
    })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('keeps the line through a restart', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'A2')
    const restarted: StationContext = { ...station }
    expect(receivingView(restarted, null).line?.serials).toEqual(['A1', 'A2'])
    scan(restarted, 'DS:DONE')
    expect(stock(restarted)).toEqual(['CAPTURED A1 A-01 1', 'CAPTURED A2 A-01 1'])
  })
})

describe('receiving units with generated serials', () => {
  it('takes the numbers in the decision that creates the units, and none by looking', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED')
    expect(receivingView(station, null).line?.numbers).toEqual({ first: 'SN-26-0001', last: 'SN-26-0025' })
    expect(station.db.prepare('SELECT * FROM number_series').all()).toEqual([])
    scan(station, 'DS:QTY:10', 'DS:DONE', 'GENERATED', 'DS:DONE')
    const serials = receiptsOutside(station.db, null).flatMap((line) => line.serials)
    expect(serials).toHaveLength(25)
    expect(serials[0]).toBe('SN-26-0001')
    expect(serials[24]).toBe('SN-26-0025')
  })

  it('passes over a number that a supplier has used already', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'SN-26-0002', 'DS:DONE', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    expect(receiptsOutside(station.db, null)[1]?.serials).toEqual(['SN-26-0001', 'SN-26-0003', 'SN-26-0004'])
  })

  it('begins again in a new year, and never repeats when the clock jumps back', () => {
    const clock = testClock('2026-12-31T23:00:00.000Z')
    const station = stationWithOrder(newStore(), clock)
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:2', 'DS:DONE')
    clock.set('2027-01-01T01:00:00.000Z')
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    clock.set('2026-12-31T23:30:00.000Z')
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    const serials = receiptsOutside(station.db, null).flatMap((line) => line.serials)
    expect(serials).toEqual(['SN-26-0001', 'SN-26-0002', 'SN-27-0001', 'SN-26-0003'])
  })

  it('refuses when the numbers run out, and changes nothing', () => {
    const station = stationWithOrder()
    station.db.exec("INSERT INTO number_series (series, period, next) SELECT 'SN-{YY}-{####}', '2026', 9990")
    scan(station, 'PO-1', 'GENERATED')
    const before = everyTable(station)
    const { answer } = scan(station, 'DS:DONE')
    expect(answer.sound).toBe('refused')
    expect(answer.message).toContain('only 10 are left')
    expect(everyTable(station)).toEqual(before)
  })
})

describe('receiving lots', () => {
  it('makes one row and one label for a lot, with our number and the supplier’s', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'OWN-LOT', 'SUP-7', 'DS:QTY:40', 'DS:DONE')
    expect(inventoryOutside(station.db, { part: 'OWN-LOT', location: null })).toMatchObject([
      { lot: 'LOT-2026-0001', supplier_lot: 'SUP-7', quantity: '40', expiry: '2026-12-23' }
    ])
    expect(labelsOutside(station.db, null)).toMatchObject([{ kind: 'lot', lot: 'LOT-2026-0001', printer: 'lots' }])
  })

  it('adds the same lot in the same place to its row, and another place is another row', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE')
    scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:0.25', 'DS:DONE')
    scan(station, 'DS:LOC:A-01', 'SUPPLIER-LOT', 'L1', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 10.75', 'SUPPLIER-LOT L1 A-01 1'])
  })

  it('stops a lot whose label contradicts what is known of it', () => {
    const station = stationWithOrder()
    const part = findPart(station.db, 'SUPPLIER-LOT', '')
    if (!part) throw new Error('the part is there')
    transaction(station.db, () =>
      insertLot(station.db, { partId: part.id, lot: 'L1', supplierLot: 'L1', expiry: '2027-01-31' as never })
    )
    const { answer } = scan(
      station,
      'PO-1',
      '[)>\x1e06\x1dPSUPPLIER-LOT\x1d1TL1\x1dQ5\x1d14D20280101\x1e\x04',
      'DS:DONE'
    )
    expect(answer).toMatchObject({ sound: 'attention', title: 'Expiry differs' })
    expect(stock(station)).toEqual([])
  })
})

describe('receiving a count', () => {
  it('makes one row for part and place, and no label', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:60', 'DS:DONE', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE')
    expect(stock(station)).toEqual(['UNTRACKED  DOCK 100'])
    expect(labelsOutside(station.db, null)).toEqual([])
  })
})

describe('a receipt', () => {
  it('is one for each delivery', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:10', 'DS:DONE', 'DS:DONE')
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:20', 'DS:DONE', 'DS:DONE')
    expect(receiptsOutside(station.db, 'PO-1').map(({ receipt, quantity }) => [receipt, quantity])).toEqual([
      ['R-2026-00001', '10'],
      ['R-2026-00002', '20']
    ])
  })

  it('uses up no number where nothing was received', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'DS:DONE', 'PO-1', 'DS:CANCEL', 'PO-1', 'UNTRACKED', 'DS:CANCEL', 'DS:DONE')
    expect(station.db.prepare('SELECT * FROM receipt').all()).toEqual([])
    expect(station.db.prepare('SELECT * FROM number_series').all()).toEqual([])
  })

  it('goes on where it was left', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:10', 'DS:DONE', 'DS:CANCEL', 'PO-1', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE')
    expect(new Set(receiptsOutside(station.db, null).map(({ receipt }) => receipt)).size).toBe(1)
  })

  it('shows what stays short when it closes', () => {
    const station = stationWithOrder()
    const { effects } = scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:90', 'DS:DONE', 'DS:DONE')
    expect(
      effects.closed?.short.map(({ partNumber, ordered, received }) => [
        partNumber,
        formatQuantity(ordered),
        formatQuantity(received)
      ])
    ).toContainEqual(['UNTRACKED', '100', '90'])
  })

  it('never takes more than was ordered', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:100', 'DS:DONE')
    const before = everyTable(station)
    expect(scan(station, 'UNTRACKED').answer).toMatchObject({ sound: 'refused', title: 'Received in full' })
    expect(everyTable(station)).toEqual(before)
  })
})

describe('every scan', () => {
  it('is in the journal with its raw bytes before it is understood, and gets one answer', () => {
    const station = stationWithOrder()
    const raw = Buffer.from([0xff, 0x1d, 0x00, 0x41])
    takeScan(station, { scanner: 'gun', source: 'other', bytes: raw, aim: ']d1' })
    scan(station, 'PO-1', 'nonsense')
    const rows = station.db
      .prepare('SELECT raw, aim, meaning, sound, outcome FROM scan ORDER BY id')
      .all() as readonly {
      raw: Buffer
      outcome: string | null
    }[]
    expect(rows[0]?.raw).toEqual(raw)
    expect(rows).toHaveLength(3)
    expect(rows.every(({ outcome }) => outcome !== null)).toBe(true)
  })

  it.each([
    '^XZ^XA^FDX^FS^XZ',
    '~JR',
    '_5EXZ',
    "'; DROP TABLE inventory_row;--",
    '<img src=x onerror=1>',
    'x'.repeat(4096),
    '\u0000\u0001\u001b[31m',
    '=cmd|calc'
  ])('%j is a serial as it stands, or refused', (text) => {
    const station = stationWithOrder()
    const { answer } = scan(station, 'PO-1', 'CAPTURED', text)
    if (answer.sound === 'accepted') {
      scan(station, 'DS:DONE')
      expect(inventoryOutside(station.db, { part: null, location: null })[0]?.serial).toBe(text)
    } else {
      expect(answer.message.length).toBeGreaterThan(10)
    }
    expect(verifyStore(station.db).ok).toBe(true)
  })

  it('opens the trace of a unit by its own label', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE', 'DS:DONE')
    const label = encodeOwnLabel({
      partNumber: 'CAPTURED',
      serial: 'A1',
      lot: null,
      quantity: null,
      label: 'DS00000001',
      copy: 1
    })
    expect(scan(station, label).answer.show).toEqual({ kind: 'trace', code: 'A1', part: null })
  })
})

describe('what happened', () => {
  it('is one event for each unit, lot and count, with who, when, where and what', () => {
    const station = stationWithOrder()
    scan(
      station,
      'PO-1',
      'CAPTURED',
      'A1',
      'A2',
      'DS:DONE',
      'OWN-LOT',
      'DS:QTY:5',
      'DS:DONE',
      'UNTRACKED',
      'DS:QTY:7',
      'DS:DONE',
      'DS:DONE'
    )
    expect([...eachEvent(station.db)].map(({ kind, operator, station: where }) => [kind, operator, where])).toEqual(
      ['receipt-opened', 'unit-received', 'unit-received', 'lot-received', 'count-received', 'receipt-closed'].map(
        (kind) => [kind, 'kim', 'DOCK-1']
      )
    )
  })
})
