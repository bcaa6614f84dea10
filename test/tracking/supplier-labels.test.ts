import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../src/main/services/context.ts'
import { inventoryOutside } from '../../src/main/services/outside-rows.ts'
import { readSession } from '../../src/main/services/session-store.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'

const label = (...fields: readonly string[]) => `[)>\x1e06\x1d${fields.join('\x1d')}\x1e\x04`

function rows({ db }: StationContext) {
  return inventoryOutside(db, { part: null, location: null }).map(
    ({ part_number, serial, lot, supplier_lot, quantity, expiry }) => ({
      part_number,
      serial,
      lot,
      supplier_lot,
      quantity,
      expiry
    })
  )
}

describe('serial: a supplier’s label fills the part, the serial, the lot and the expiry of a unit', () => {
  it('from one symbol for each unit', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', label('PCAPTURED', 'SA1', '1TBF1103', '14D20271231', 'Q1'))
    scan(station, label('PCAPTURED', 'SA2', '1TBF1103', '14D20271231', 'Q1'), 'DS:DONE')
    const unit = { part_number: 'CAPTURED', lot: 'BF1103', supplier_lot: 'BF1103', quantity: '1', expiry: '2027-12-31' }
    expect(rows(station)).toEqual([
      { ...unit, serial: 'A1' },
      { ...unit, serial: 'A2' }
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('from rows of bars, each with its identifier: asked about once', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'PCAPTURED')
    expect(scan(station, 'S0001').answer).toMatchObject({ sound: 'attention', title: 'Which is meant?' })
    scan(station, 'DS:PICK:1', '1TBF1103', 'S0002', 'DS:DONE')
    expect(rows(station).map(({ serial, lot }) => [serial, lot])).toEqual([
      ['0001', 'BF1103'],
      ['0002', 'BF1103']
    ])
  })
})

describe('lot: a supplier’s label fills the part, the lot, the quantity and the expiry', () => {
  it.each([
    ['ISO/IEC 15434, strict', label('PSUPPLIER-LOT', '1TBF1103', 'Q12.5', '14D20271231')],
    ['without RS and trailer, a > before it', '>[)>06\x1dPSUPPLIER-LOT\x1d1TBF1103\x1dQ12.5\x1d14D20271231'],
    ['separators spelled out', '[)>{RS}06{GS}PSUPPLIER-LOT{GS}1TBF1103{GS}Q12.5{GS}14D20271231{RS}{EOT}'],
    ['text elements', '[)>\x1e12\x1dPNR SUPPLIER-LOT\x1dLOT BF1103\x1dQTY 12.5\x1dEXP 20271231\x1e\x04']
  ])('from %s', (_, text) => {
    const station = stationWithOrder()
    expect(scan(station, 'PO-1', text, 'DS:DONE').answer.sound).toBe('line-complete')
    expect(rows(station)).toEqual([
      {
        part_number: 'SUPPLIER-LOT',
        serial: null,
        lot: 'BF1103',
        supplier_lot: 'BF1103',
        quantity: '12.5',
        expiry: '2027-12-31'
      }
    ])
  })

  it('keeps the supplier’s lot beside ours', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', label('POWN-LOT', '1TBF1103', 'Q40'), 'DS:DONE')
    expect(rows(station)).toMatchObject([{ lot: 'LOT-2026-0001', supplier_lot: 'BF1103', quantity: '40' }])
  })

  it('does not change what a label has said by another label, and blanks nothing', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', label('PSUPPLIER-LOT', '1TBF1103', 'Q12', '14D20271231'))
    expect(scan(station, label('PSUPPLIER-LOT', '1TBF1103', '14D20280101')).answer.title).toBe('Another expiry')
    expect(scan(station, label('PSUPPLIER-LOT', '1TOTHER')).answer.title).toBe('Another lot')
    expect(scan(station, label('PSUPPLIER-LOT')).answer.title).toBe('Nothing new')
    scan(station, 'DS:DONE')
    expect(rows(station)).toMatchObject([{ lot: 'BF1103', quantity: '12', expiry: '2027-12-31' }])
  })
})

describe('untracked: a supplier’s label fills the part and the count', () => {
  it('from one symbol, and from rows of bars', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', label('PUNTRACKED', 'Q30', '1TBF1103'), 'DS:DONE')
    scan(station, 'PUNTRACKED', 'Q20', 'DS:DONE')
    expect(stock(station)).toEqual(['UNTRACKED - DOCK 50'])
  })
})

describe('a label that can be read in two ways', () => {
  /** A lot that ends in what may be an expiry: a separator cannot be seen to be missing. */
  const twoWays = '[)>\x1e05\x1d241SUPPLIER-LOT\x1d10BF110317271231\x1e\x04'

  it('is kept as a question over a restart, and is what was chosen', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', twoWays)
    expect(readSession(station.db).asking?.kind).toBe('choice')
    scan(station, 'DS:PICK:1', 'DS:QTY:5', 'DS:DONE')
    expect(rows(station)).toMatchObject([{ lot: 'BF1103', expiry: '2027-12-31' }])
  })

  it('is kept whole in the journal, with what the station has no use for', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', label('PSUPPLIER-LOT', '1TBF1103', '99XODD', '4LUS'))
    const last = station.db.prepare<[], { meaning: string }>('SELECT meaning FROM scan ORDER BY id DESC').get()
    expect(last?.meaning).toBe('supplier label, iso15434-06: P=SUPPLIER-LOT 1T=BF1103 99X=ODD 4L=US')
  })

  it('is in the journal with what it meant', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', twoWays, 'DS:PICK:2')
    const meanings = station.db.prepare<[], { meaning: string }>('SELECT meaning FROM scan ORDER BY id').all()
    expect(meanings.map(({ meaning }) => meaning)).toEqual([
      'text',
      expect.stringMatching(/^ambiguous: supplier label, .* \| supplier label, /),
      'command pick'
    ])
  })
})
