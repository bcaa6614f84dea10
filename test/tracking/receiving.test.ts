import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../src/main/services/context.ts'
import { labelsOutside } from '../../src/main/services/outside-rows.ts'
import { takeScan } from '../../src/main/services/scanning/take-scan.ts'
import { removeStock } from '../../src/main/services/stock-changes.ts'
import { lotsNamed } from '../../src/main/store/lot.ts'
import { unitWithSerial } from '../../src/main/store/inventory.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'

/** What is to be stuck on the goods: `unit A1`, `lot L1`. */
function labels({ db }: StationContext): readonly string[] {
  return labelsOutside(db, null).map(({ kind, serial, lot }) => `${kind} ${serial ?? lot ?? ''}`)
}

function counters({ db }: StationContext): readonly unknown[] {
  return db.prepare('SELECT * FROM number_series').all()
}

describe('serial: each unit gets a serial, generated or captured; one label per unit', () => {
  it('takes the supplier’s serial of each unit by scan, with one row and one label for each', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', '0003', 'DS:DONE')
    expect(stock(station)).toEqual(['CAPTURED 0003 DOCK 1', 'CAPTURED A1 DOCK 1', 'CAPTURED A2 DOCK 1'])
    expect(labels(station)).toEqual(['unit A1', 'unit A2', 'unit 0003'])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('generates a serial for each unit from the part’s scheme, with one row and one label for each', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    expect(stock(station)).toEqual([
      'GENERATED SN-26-0001 DOCK 1',
      'GENERATED SN-26-0002 DOCK 1',
      'GENERATED SN-26-0003 DOCK 1'
    ])
    expect(labels(station)).toEqual(['unit SN-26-0001', 'unit SN-26-0002', 'unit SN-26-0003'])
  })

  it('names a run of generated serials by its ends, and scanned ones each by itself or by their number', () => {
    const station = stationWithOrder()
    const message = (...texts: readonly string[]) => scan(station, ...texts).answer.message
    expect(message('PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')).toMatch(/^SN-26-0001 to SN-26-0003\. /)
    expect(message('CAPTURED', 'A1', 'DS:DONE')).toMatch(/^A1\. /)
    expect(message('CAPTURED', 'A2', 'A4', 'DS:DONE')).toMatch(/^A2 and A4\. /)
    expect(message('CAPTURED', 'A5', 'A7', 'A9', 'DS:DONE')).toMatch(/^A5 and 2 more\. /)
  })

  it('generates for the open quantity where none was said', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:DONE')
    expect(stock(station)).toHaveLength(25)
  })

  it('never does both silently: a part whose numbers are generated takes no scanned serial', () => {
    const station = stationWithOrder()
    expect(scan(station, 'PO-1', 'GENERATED', 'SUPPLIERS-1').answer.sound).not.toBe('accepted')
    expect(scan(station, 'DS:DONE') && stock(station).some((row) => row.includes('SUPPLIERS-1'))).toBe(false)
  })

  it('never does both silently: a part whose serials are captured generates none', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED')
    for (const text of ['DS:GENERATE', 'DS:QTY:3', 'DS:DONE']) {
      expect(scan(station, text).answer.sound).toBe('refused')
    }
    expect(stock(station)).toEqual([])
  })

  it('uses up no number by opening a screen', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:3', 'DS:CANCEL', 'DS:CANCEL')
    expect(counters(station)).toEqual([])
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toEqual(['GENERATED SN-26-0001 DOCK 1'])
  })

  it('refuses a serial that any part ever had, and says which part, order, date, operator and place', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:1', 'DS:DONE', 'CAPTURED')
    const { answer } = scan(station, 'SN-26-0001')
    expect(answer).toMatchObject({ sound: 'duplicate', title: 'Duplicate serial' })
    for (const fact of ['GENERATED', 'PO-1', '2026-11-23', 'kim', 'DOCK']) expect(answer.message).toContain(fact)
  })

  it.each(['consumed', 'scrapped', 'archived'] as const)('keeps the serial of a %s unit taken', (kind) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'DS:DONE')
    const row = unitWithSerial(station.db, 'A1')
    if (!row) throw new Error('A1 was received')
    expect(removeStock(station, row.id, { kind, quantity: null, reason: 'worn out' }).kind).toBe('allowed')
    expect(scan(station, 'CAPTURED', 'A1').answer).toMatchObject({ sound: 'duplicate', title: 'Duplicate serial' })
  })

  it('goes on with the ninety-nine when one of a hundred is bad', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A1', 'A1', 'CAPTURED', 'A2', 'DS:DONE')
    expect(stock(station)).toEqual(['CAPTURED A1 DOCK 1', 'CAPTURED A2 DOCK 1'])
  })
})

describe('lot: received against a lot number; one label per lot', () => {
  it('takes the supplier’s lot by scan, with one row and one label for all of it', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE')
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 10.5'])
    expect(labels(station)).toEqual(['lot L1'])
  })

  it('generates the next own lot number at receipt, and keeps the supplier’s lot beside it', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:40', 'DS:DONE')
    expect(stock(station)).toEqual(['OWN-LOT LOT-2026-0001 DOCK 40'])
    expect(labels(station)).toEqual(['lot LOT-2026-0001'])
  })

  it('asks for the lot where nobody has said it', () => {
    const station = stationWithOrder()
    expect(scan(station, 'PO-1', 'SUPPLIER-LOT', 'DS:QTY:5', 'DS:DONE').answer.title).toBe('Lot is missing')
    expect(stock(station)).toEqual([])
  })

  it('scopes a lot to its part: the same text on another part is another lot', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'SUPPLIER-LOT', 'LOT-2026-0001', 'DS:QTY:5', 'DS:DONE')
    scan(station, 'OWN-LOT', 'DS:QTY:40', 'DS:DONE')
    expect(lotsNamed(station.db, 'LOT-2026-0001').map(({ partId }) => partId)).toHaveLength(2)
    expect(stock(station)).toEqual(['OWN-LOT LOT-2026-0001 DOCK 40', 'SUPPLIER-LOT LOT-2026-0001 DOCK 5'])
  })
})

describe('untracked: a count; no per-unit identity', () => {
  it('takes a count into one row, with no label', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE')
    expect(stock(station)).toEqual(['UNTRACKED - DOCK 40'])
    expect(labels(station)).toEqual([])
  })

  it('asks for the count where nobody has said it', () => {
    const station = stationWithOrder()
    expect(scan(station, 'PO-1', 'UNTRACKED', 'DS:DONE').answer.title).toBe('How many?')
    expect(stock(station)).toEqual([])
  })

  it('takes no serial and no lot', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'UNTRACKED')
    expect(scan(station, 'A1').answer.sound).toBe('refused')
    scan(station, 'DS:QTY:2', 'DS:DONE')
    expect(stock(station)).toEqual(['UNTRACKED - DOCK 2'])
  })
})

describe('goods that are expired when they arrive, where no operators are set up', () => {
  const EXPIRED = '[)>\x1e06\x1dPSUPPLIER-LOT\x1d1TL1\x1d14D20261122\x1e\x04'

  it('are not received by one DS:DONE that the scanner read twice', () => {
    const station = stationWithOrder()
    const done = { scanner: 'gun', source: 'other', bytes: Buffer.from('DS:DONE'), aim: null } as const
    scan(station, 'PO-1', EXPIRED, 'DS:QTY:5')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'Expired' })
    expect(takeScan(station, done).answer).toMatchObject({ sound: 'duplicate', title: 'Read twice' })
    expect(stock(station)).toEqual([])
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: '5 m received' })
    expect(stock(station)).toEqual(['SUPPLIER-LOT L1 DOCK 5'])
  })
})
