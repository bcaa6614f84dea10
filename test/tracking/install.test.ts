import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { installedIn } from '../../src/main/store/installation.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import {
  bill,
  fingerprint,
  hold,
  holdLot,
  last,
  lose,
  message,
  putStock,
  removeAt,
  rowOf,
  stockedStation,
  told,
  view
} from '../helpers/assembly.ts'
import { scan, stock } from '../helpers/store.ts'

/** A gearbox is being built: GB-0001 is in hand. */
function building(): StationContext {
  const station = stockedStation()
  scan(station, 'DS:RUN:G-1')
  return station
}

function inHand(station: StationContext): readonly string[] {
  return bill(view(station).top)
}

function label(partNumber: string, more: { readonly serial?: string; readonly lot?: string }): string {
  const { serial = null, lot = null } = more
  return encodeOwnLabel({ partNumber, serial, lot, quantity: null, label: 'DS00000001', copy: 1 })
}

/** Scans what must be refused: it changes nothing but the journal. */
function refused(station: StationContext, text: string): readonly [string, string, string] {
  const before = fingerprint(station)
  const answer = last(station, text)
  expect(fingerprint(station)).toBe(before)
  return answer
}

describe('BOM install, serial: scan the very unit being installed', () => {
  it('installs the unit at once, and it is no longer in stock', () => {
    const station = building()
    expect(last(station, 'M1')).toEqual(['accepted', 'accepted', 'M1 installed'])
    expect(inHand(station)).toContain('MOTOR 1/2 M1')
    expect(stock(station)).not.toContain('MOTOR M1 DOCK 1')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('takes the unit by its own label too', () => {
    const station = building()
    scan(station, label('MOTOR', { serial: 'M2' }))
    expect(inHand(station)).toContain('MOTOR 1/2 M2')
  })

  it('takes the unit by the supplier’s label that bears its serial', () => {
    const station = building()
    scan(station, '[)>\x1e06\x1dPMOTOR\x1dSM2\x1e\x04')
    expect(inHand(station)).toContain('MOTOR 1/2 M2')
  })

  it('says in the history of the unit and of what it went into where it is', () => {
    const station = building()
    scan(station, 'M1')
    const words = 'Unit M1 (MOTOR A) installed in GB-0001 (GEARBOX B), run G-1, from DOCK'
    expect(told(station, 'row', rowOf(station, 'M1')).at(-1)).toBe(words)
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toBe(words)
    expect(installedIn(station.db, rowOf(station, 'M1'))).toMatchObject([
      { run: 'G-1', serial: 'GB-0001', operator: 'kim' }
    ])
  })

  it('sounds differently once all of the product is in', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'R-1')
    expect(last(station, 'B1')).toEqual(['accepted', 'line-complete', 'B1 installed'])
  })

  it('refuses the part number: which unit it is must be known', () => {
    expect(refused(building(), 'MOTOR')).toEqual(['part-number', 'refused', 'That is a part'])
  })

  it('refuses a quantity that was said for a unit', () => {
    const station = building()
    scan(station, 'DS:QTY:2')
    expect(refused(station, 'M1')).toEqual(['quantity-wrong', 'refused', 'A unit is one'])
  })
})

describe('BOM install, lot: scan the lot; its quantity counts down', () => {
  it('installs what the line still needs, and the lot has so much less', () => {
    const station = building()
    expect(last(station, 'C-1')).toEqual(['accepted', 'accepted', '1.5 m installed'])
    expect(inHand(station)).toContain('CABLE 1.5/1.5 C-1:1.5')
    expect(stock(station)).toContain('CABLE C-1 DOCK 3.5')
  })

  it('installs what the lot has left where the line needs more', () => {
    const station = building()
    lose(station, 'C-1', 'consumed', '4')
    scan(station, 'C-1')
    expect(inHand(station)).toContain('CABLE 1/1.5 C-1:1')
    expect(stock(station).filter((row) => row.startsWith('CABLE'))).toEqual([])
    putStock(station, 'CABLE', { lot: 'C-2', quantity: '2' })
    scan(station, 'C-2')
    expect(inHand(station)).toContain('CABLE 1.5/1.5 C-1:1 C-2:0.5')
  })

  it('installs the amount that was said before', () => {
    const station = building()
    expect(last(station, 'DS:QTY:0.4', 'C-1')).toEqual(['accepted', 'accepted', '0.4 m installed'])
    expect(inHand(station)).toContain('CABLE 0.4/1.5 C-1:0.4')
    scan(station, 'C-1')
    expect(inHand(station)).toContain('CABLE 1.5/1.5 C-1:0.4 C-1:1.1')
  })

  it('takes the lot by its own label, which names the part', () => {
    const station = building()
    scan(station, label('CABLE', { lot: 'C-1' }))
    expect(inHand(station)).toContain('CABLE 1.5/1.5 C-1:1.5')
  })

  it('takes the lot by the supplier’s number, and the one of the part that the bill asks for', () => {
    const station = building()
    putStock(station, 'RESIN', { lot: 'C-9', quantity: '1' })
    putStock(station, 'CABLE', { lot: 'C-8', supplierLot: 'C-9', quantity: '1' })
    scan(station, 'C-9')
    expect(inHand(station)).toContain('CABLE 1/1.5 C-8:1')
  })

  it('takes it from the put-away place first, then from the station’s own, and else from where all of it lies', () => {
    const station = building()
    putStock(station, 'CABLE', { lot: 'C-1', quantity: '0.5', location: 'LINE-1' })
    scan(station, 'DS:LOC:LINE-1', 'C-1')
    expect(stock(station)).toContain('CABLE C-1 DOCK 5')
    scan(station, 'DS:LOC:FG-01', 'C-1')
    expect(stock(station)).toContain('CABLE C-1 DOCK 4')
    putStock(station, 'RESIN', { lot: 'R-9', quantity: '1', location: 'A-02' })
    scan(station, 'HEAD', 'R-9')
    expect(stock(station)).toContain('RESIN R-9 A-02 0.75')
  })

  it('asks for the place where it lies in several, and installs once it was scanned', () => {
    const station = building()
    putStock(station, 'CABLE', { lot: 'C-2', quantity: '2', location: 'A-01' })
    putStock(station, 'CABLE', { lot: 'C-2', quantity: '2', location: 'A-02' })
    expect(last(station, 'DS:QTY:1', 'C-2')).toEqual(['accepted', 'attention', 'From where?'])
    expect(view(station).pending).toMatchObject({ name: 'lot C-2 of CABLE', source: null, places: [{}, {}] })
    expect(refused(station, 'M1')).toEqual(['finish-first', 'refused', 'Finish first'])
    scan(station, 'DS:LOC:A-02')
    expect(stock(station)).toContain('CABLE C-2 A-02 1')
    expect(inHand(station)).toContain('CABLE 1/1.5 C-2:1')
  })

  it('says it in the history of the lot', () => {
    const station = building()
    scan(station, 'C-1')
    const { lot_id } = station.db.prepare("SELECT id AS lot_id FROM lot WHERE lot = 'C-1'").get() as { lot_id: number }
    expect(told(station, 'lot', lot_id).at(-1)).toBe(
      '1.5 m of lot C-1 (CABLE) installed in GB-0001 (GEARBOX B), run G-1, from DOCK'
    )
  })

  it('refuses the part number: which lot it is must be known', () => {
    expect(refused(building(), 'CABLE')).toEqual(['part-number', 'refused', 'That is a part'])
  })
})

describe('BOM install, untracked: confirm the count', () => {
  it('asks to count what is still needed, and installs it with DS:DONE', () => {
    const station = building()
    expect(last(station, 'SCREW')).toEqual(['accepted', 'accepted', '4 pcs SCREW?'])
    expect(stock(station)).toContain('SCREW - DOCK 40')
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'accepted', '4 pcs installed'])
    expect(inHand(station)).toContain('SCREW 4/4 -:4')
    expect(stock(station)).toContain('SCREW - DOCK 36')
  })

  it('takes another count, said before DS:DONE or before the part number', () => {
    const station = building()
    scan(station, 'SCREW', 'DS:QTY:3', 'DS:DONE')
    expect(inHand(station)).toContain('SCREW 3/4 -:3')
    scan(station, 'DS:QTY:0.5', 'SCREW', 'DS:DONE')
    expect(inHand(station)).toContain('SCREW 3.5/4 -:3 -:0.5')
  })

  it('takes a substitute that the bill allows', () => {
    const station = building()
    putStock(station, 'BOLT', { quantity: '9' })
    scan(station, 'SCREW', 'DS:QTY:1', 'DS:DONE', 'BOLT', 'DS:DONE')
    expect(inHand(station)).toContain('SCREW 4/4 -:1 -:3')
    expect(stock(station)).toContain('BOLT - DOCK 6')
  })

  it('asks for the place where it lies in several', () => {
    const station = building()
    lose(station, 'SCREW', 'consumed')
    putStock(station, 'SCREW', { quantity: '9', location: 'A-01' })
    putStock(station, 'SCREW', { quantity: '9', location: 'A-02' })
    expect(message(station, 'SCREW')).toContain('9 pcs at A-01, 9 pcs at A-02: scan the place')
    expect(refused(station, 'DS:DONE')).toEqual(['source-missing', 'attention', 'From where?'])
    scan(station, 'A-02', 'DS:DONE')
    expect(stock(station)).toContain('SCREW - A-02 5')
  })

  it('refuses to confirm more than is there, and says how many there are', () => {
    const station = building()
    lose(station, 'SCREW', 'consumed', '37')
    scan(station, 'SCREW')
    expect(refused(station, 'DS:DONE')).toEqual(['more-than-there', 'refused', 'More than there is'])
    scan(station, 'DS:QTY:3', 'DS:DONE')
    expect(inHand(station)).toContain('SCREW 3/4 -:3')
  })

  it('keeps no identity of what went in: the history tells quantities', () => {
    const station = building()
    scan(station, 'SCREW', 'DS:DONE')
    expect(told(station, 'row', rowOf(station, 'SCREW')).at(-1)).toBe(
      '4 pcs SCREW installed in GB-0001 (GEARBOX B), run G-1, from DOCK'
    )
  })
})

describe('refused, each with its own reason and sound', () => {
  it('what is on no line of the bill, nor a substitute of any', () => {
    const station = building()
    putStock(station, 'NUT', { quantity: '5' })
    putStock(station, 'PAINT', { lot: 'X-1', quantity: '5' })
    for (const text of ['B1', 'NUT', 'X-1', label('BOARD', { serial: 'B1' })]) {
      expect(refused(station, text)).toEqual(['not-on-bom', 'refused', 'Not on the BOM'])
    }
  })

  it('a unit that is installed already, and says where', () => {
    const station = building()
    scan(station, 'M1', 'M2', 'GB-0002')
    expect(refused(station, 'M1')).toEqual(['already-installed', 'duplicate', 'Already installed'])
    expect(message(station, 'M1')).toContain('M1 (MOTOR) is in GB-0001 (GEARBOX), run G-1, installed 2026-11-23 by kim')
    scan(station, 'GB-0001')
    expect(refused(station, 'M1')).toEqual(['already-installed', 'duplicate', 'Already installed'])
  })

  it('a unit that is installed, where it is put away, and says where it is', () => {
    const station = building()
    scan(station, 'M1', 'DS:HOME', 'DS:LOC:A-01')
    expect(refused(station, 'M1')).toEqual(['already-installed', 'duplicate', 'Already installed'])
    expect(message(station, 'M1')).toContain('M1 (MOTOR) is in GB-0001 (GEARBOX), run G-1')
  })

  it('the same unit twice in a row', () => {
    const station = building()
    scan(station, 'M1')
    expect(refused(station, 'M1')).toEqual(['duplicate', 'duplicate', 'Already scanned'])
  })

  it.each([
    ['consumed', 'Consumed'],
    ['scrapped', 'Scrapped'],
    ['archived', 'Archived']
  ] as const)('a unit, a lot and a count that was %s', (kind, title) => {
    const station = building()
    for (const code of ['M1', 'C-1', 'SCREW']) lose(station, code, kind)
    for (const code of ['M1', 'C-1', 'SCREW']) expect(refused(station, code)).toEqual([kind, 'refused', title])
    expect(message(station, 'M1')).toContain(`was ${kind} 2026-11-23 by kim at DOCK: it fell down`)
  })

  it('a lot that is used up', () => {
    const station = stockedStation()
    lose(station, 'C-1', 'consumed', '3.5')
    scan(station, 'DS:RUN:G-1', 'C-1', 'GB-0002')
    expect(refused(station, 'C-1')).toEqual(['already-installed', 'duplicate', 'Already installed'])
  })

  it('a unit that was counted as missing', () => {
    const station = building()
    const row = rowOf(station, 'M1')
    station.db
      .prepare(
        "INSERT INTO movement (seq, row_id, kind, location, quantity) VALUES (1, ?, 'counted', 'DOCK', -1000000)"
      )
      .run(row)
    station.db.prepare('UPDATE inventory_row SET quantity = 0 WHERE id = ?').run(row)
    expect(refused(station, 'M1')).toEqual(['missing', 'refused', 'Counted as missing'])
  })

  it('what is on hold where it is taken from, while the rest of it lies free elsewhere', () => {
    const station = building()
    hold(station, 'SCREW')
    putStock(station, 'SCREW', { location: 'A-01', quantity: '9' })
    putStock(station, 'SCREW', { location: 'A-02', quantity: '9' })
    scan(station, 'SCREW')
    expect(refused(station, 'DOCK')).toEqual(['on-hold', 'refused', 'On hold'])
    expect(message(station, 'DOCK')).toContain('SCREW at DOCK goes into nothing')
    expect(last(station, 'A-02', 'DS:DONE')).toEqual(['accepted', 'accepted', '4 pcs installed'])
  })

  it('what is on hold, and says by which issue', () => {
    const station = building()
    const issues = [hold(station, 'M1'), hold(station, 'SCREW'), holdLot(station, 'C-1')]
    for (const [index, code] of ['M1', 'SCREW', 'C-1'].entries()) {
      expect(refused(station, code)).toEqual(['on-hold', 'refused', 'On hold'])
      expect(message(station, code)).toContain(issues[index])
    }
  })

  it('what has expired', () => {
    const station = building()
    putStock(station, 'MOTOR', { revision: 'A', serial: 'M9', expiry: '2026-11-22' })
    putStock(station, 'CABLE', { lot: 'C-9', quantity: '5', expiry: '2026-11-22' })
    expect(refused(station, 'M9')).toEqual(['expired', 'refused', 'Expired'])
    expect(refused(station, 'C-9')).toEqual(['expired', 'refused', 'Expired'])
  })

  it('what expires today is still good', () => {
    const station = building()
    putStock(station, 'MOTOR', { revision: 'A', serial: 'M9', expiry: '2026-11-23' })
    expect(last(station, 'M9')[0]).toBe('accepted')
  })

  it('another revision than the bill allows', () => {
    const station = building()
    putStock(station, 'MOTOR', { revision: 'B', serial: 'M9' })
    expect(refused(station, 'M9')).toEqual(['revision', 'refused', 'Another revision'])
    expect(message(station, 'M9')).toContain('M9 (MOTOR) is revision B; the bill allows A of MOTOR only')
  })

  it('more than is needed: a third motor, a filled line, a larger quantity', () => {
    const station = building()
    scan(station, 'M1', 'M2', 'C-1')
    for (const text of ['M3', 'C-1']) expect(refused(station, text)[0]).toBe('more-than-needed')
    scan(station, 'SCREW')
    expect(refused(station, 'DS:QTY:5')).toEqual(['more-than-needed', 'refused', 'More than needed'])
    scan(station, 'DS:CANCEL', 'DS:QTY:5')
    expect(refused(station, 'SCREW')[0]).toBe('more-than-needed')
  })

  it('more than there is', () => {
    const station = building()
    lose(station, 'C-1', 'consumed', '4.5')
    scan(station, 'DS:QTY:1')
    expect(refused(station, 'C-1')).toEqual(['more-than-there', 'refused', 'More than there is'])
  })

  it('a unit that is still being built elsewhere', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'DS:RUN:G-1')
    expect(refused(station, 'SH-001')).toEqual(['being-built', 'refused', 'Not completed'])
  })

  it('what the product is inside of: nothing is made of itself', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'B1', 'R-1', 'DS:DONE', 'DS:RUN:G-1', 'SH-001')
    expect(inHand(station)).toContain('HEAD 1/1 SH-001')
    removeAt(station, 'B1', 'DOCK')
    scan(station, 'DS:RUN:H-1', 'SH-001')
    expect(refused(station, 'GB-0001')).toEqual(['part-of-itself', 'refused', 'Part of itself'])
    expect(last(station, 'B1')).toEqual(['accepted', 'line-complete', 'B1 installed'])
  })

  it('a supplier’s label whose unit or lot is not in stock', () => {
    const station = building()
    for (const fields of ['PMOTOR\x1dSM77', 'PCABLE\x1d1TC-77']) {
      expect(refused(station, `[)>\x1e06\x1d${fields}\x1e\x04`)).toEqual(['not-in-stock', 'refused', 'Not in stock'])
    }
  })

  it('what nobody knows, and what belongs elsewhere', () => {
    const station = building()
    expect(refused(station, 'WHAT')).toEqual(['unknown-code', 'refused', 'Not known'])
    expect(refused(station, 'PO-1')).toEqual(['finish-first', 'refused', 'A run is open'])
    expect(refused(station, 'DS:COUNT')).toEqual(['finish-first', 'refused', 'A run is open'])
    expect(refused(station, 'DS:LOC:NOWHERE')).toEqual(['unknown-code', 'refused', 'Unknown place'])
    expect(refused(station, 'DS:GENERATE')).toEqual(['wrong-kind', 'refused', 'Numbers come by themselves'])
  })

  it.each(['DS:QTY:0', 'DS:QTY:-1', 'DS:QTY:1e9', 'DS:QTY:0.0000001', 'DS:QTY:', 'DS:QTY:ten'])('%s', (text) => {
    expect(refused(building(), text)[0]).toBe('bad-command')
  })
})

describe('taking back and leaving', () => {
  it('DS:UNDO takes the last component out again, and says so in both histories', () => {
    const station = building()
    scan(station, 'M1', 'C-1')
    expect(last(station, 'DS:UNDO')).toEqual(['accepted', 'accepted', 'Taken back'])
    expect(stock(station)).toContain('CABLE C-1 DOCK 5')
    scan(station, 'DS:UNDO')
    expect(stock(station)).toContain('MOTOR M1 DOCK 1')
    const words = 'Unit M1 (MOTOR A) taken out of GB-0001 (GEARBOX B), run G-1, and put at DOCK: taken back'
    expect(told(station, 'row', rowOf(station, 'M1')).at(-1)).toBe(words)
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toBe(words)
    expect(refused(station, 'DS:UNDO')).toEqual(['nothing-to-undo', 'refused', 'Nothing to take back'])
    expect(last(station, 'M1')[0]).toBe('accepted')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('DS:CANCEL leaves what is pending, then the quantity, then the run, and nothing is lost', () => {
    const station = building()
    scan(station, 'M1', 'SCREW')
    expect(message(station, 'DS:CANCEL')).toContain('Nothing of SCREW was installed')
    scan(station, 'DS:QTY:3')
    expect(message(station, 'DS:CANCEL')).toContain('3 are no longer said')
    expect(message(station, 'DS:CANCEL')).toContain('What is installed in run G-1 stays installed')
    scan(station, 'DS:RUN:G-1')
    expect(inHand(station)).toContain('MOTOR 1/2 M1')
  })

  it('what is pending when the station stops is pending when it starts', () => {
    const station = building()
    scan(station, 'M1', 'SCREW', 'DS:QTY:2')
    const restarted: StationContext = { ...station }
    expect(view(restarted).pending).toMatchObject({ name: 'SCREW', quantity: 2_000_000, source: 'DOCK' })
    scan(restarted, 'DS:DONE')
    expect(inHand(restarted)).toContain('SCREW 2/4 -:2')
  })

  it('a component that went meanwhile is refused when it is confirmed', () => {
    const station = building()
    scan(station, 'SCREW')
    lose(station, 'SCREW', 'scrapped')
    expect(refused(station, 'DS:DONE')).toEqual(['scrapped', 'refused', 'Scrapped'])
  })
})
