import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import type { RowId } from '../../src/core/ids.ts'
import { quantityOf } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { inventoryPage } from '../../src/main/services/inventory-view.ts'
import { readSession } from '../../src/main/services/session-store.ts'
import { moveRow, removeStock } from '../../src/main/services/stock-changes.ts'
import { lotsNamed } from '../../src/main/store/lot.ts'
import { ensureOrder, putOrderLine } from '../../src/main/store/order.ts'
import { findPart } from '../../src/main/store/part.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'
import { traceCode } from '../helpers/trace.ts'

/** The order's goods at DOCK: units A1 and A2, 10.5 m of lot L1 and 40 untracked pieces. */
function stockedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10.5', 'DS:DONE')
  scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
  return station
}

function rowId({ db }: StationContext, code: string): RowId {
  const row = inventoryPage({ db }, '', 'stock', 0, 50).rows.find(
    ({ serial, lot, partNumber }) => (serial ?? lot ?? partNumber) === code
  )
  if (!row) throw new Error(`${code} is in stock`)
  return row.id
}

function statuses({ db }: StationContext): readonly (readonly [string, string])[] {
  return inventoryPage({ db }, '', 'all', 0, 50).rows.map(({ serial, lot, partNumber, status }) => [
    serial ?? lot ?? partNumber,
    status
  ])
}

function labelOf(partNumber: string, more: { readonly serial?: string; readonly lot?: string }): string {
  const { serial = null, lot = null } = more
  return encodeOwnLabel({ partNumber, serial, lot, quantity: null, label: 'DS00000001', copy: 1 })
}

describe('serial: one row per unit, quantity always 1', () => {
  it('moves a unit at once by its serial, and its row goes along', () => {
    const station = stockedStation()
    const { answer } = scan(station, 'DS:LOC:A-01', 'A1')
    expect(answer).toMatchObject({ sound: 'accepted', title: 'A1 to A-01' })
    expect(stock(station)).toContain('CAPTURED A1 A-01 1')
    expect(stock(station)).toContain('CAPTURED A2 DOCK 1')
    expect(station.db.prepare("SELECT count(*) AS n FROM inventory_row WHERE tracking = 'serial'").get()).toEqual({
      n: 2
    })
  })

  it('moves a unit at once by its own label', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', labelOf('CAPTURED', { serial: 'A2' }))
    expect(stock(station)).toContain('CAPTURED A2 A-01 1')
  })

  it('goes on moving what is scanned next, to the next place when one is scanned', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'A1', 'DS:LOC:A-02', 'A2')
    expect(stock(station)).toContain('CAPTURED A1 A-01 1')
    expect(stock(station)).toContain('CAPTURED A2 A-02 1')
  })

  it('refuses a unit that is there already, with the sound of a duplicate', () => {
    const station = stockedStation()
    expect(scan(station, 'DS:LOC:A-01', 'A1', 'A1').answer).toMatchObject({
      sound: 'duplicate',
      title: 'There already'
    })
  })

  it('refuses a part number: each unit has a serial', () => {
    expect(scan(stockedStation(), 'DS:LOC:A-01', 'CAPTURED').answer.message).toContain('Scan the unit that moves')
  })

  it('tells the move in the unit’s trace, and verify finds nothing', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'A1')
    const trace = traceCode(station.db, 'A1', null)
    expect(trace.kind === 'found' && trace.trace.history.at(-1)).toMatchObject({
      event: 'stock-moved',
      operator: 'kim',
      data: { serial: 'A1', from: 'DOCK', to: 'A-01' }
    })
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('lot: one row per part, location and lot', () => {
  it('moves all of a lot that lies at one place', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 10.5')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'line-complete', title: '10.5 m to A-01' })
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 10.5')
    expect(stock(station)).not.toContain('SUPPLIER-LOT L1 DOCK 0')
  })

  it('splits its row when part of it moves, and merges into the row that is there', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', labelOf('SUPPLIER-LOT', { lot: 'L1' }), 'DS:QTY:4', 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual([
      'SUPPLIER-LOT L1 A-01 4',
      'SUPPLIER-LOT L1 DOCK 6.5'
    ])
    scan(station, 'L1', 'DS:QTY:0.5', 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual([
      'SUPPLIER-LOT L1 A-01 4.5',
      'SUPPLIER-LOT L1 DOCK 6'
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('adds what is received of the lot at a place to what was moved there', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:DONE', 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:2', 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual(['SUPPLIER-LOT L1 A-01 12.5'])
  })

  it('asks where it is taken from when it lies at several places', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:LOC:A-02', 'L1')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'From where?' })
    scan(station, 'A-01', 'DS:DONE')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual([
      'SUPPLIER-LOT L1 A-02 4',
      'SUPPLIER-LOT L1 DOCK 6.5'
    ])
  })

  it('takes DS:LOC as the source too, while a lot waits to be moved', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:LOC:A-02', 'L1', 'DS:LOC:DOCK', 'DS:DONE')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-02 6.5')
    expect(readSession(station.db).location).toBe('A-02')
  })

  it.each([
    ['DS:QTY:11', 'refused', 'More than there is'],
    ['DS:QTY:0', 'refused', 'Command not understood'],
    ['DS:QTY:-1', 'refused', 'Command not understood'],
    ['DS:QTY:1e9', 'refused', 'Command not understood'],
    ['DS:QTY:0.0000001', 'refused', 'Command not understood'],
    ['DS:LOC:NOWHERE', 'refused', 'Unknown place'],
    ['DS:LOC:A-02', 'refused', 'Not there'],
    ['DS:LOC:A-01', 'duplicate', 'Goes there anyway'],
    ['A2', 'refused', 'Finish first'],
    ['PO-1', 'refused', 'Finish first']
  ])('refuses %s while it waits to be moved, and moves nothing', (text, sound, title) => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1')
    const before = stock(station)
    expect(scan(station, text).answer).toMatchObject({ sound, title })
    expect(stock(station)).toEqual(before)
    expect(scan(station, 'DS:DONE').answer.title).toBe('10.5 m to A-01')
  })

  it.each(['DS:UNDO', 'DS:CANCEL'])('drops what waits to be moved by %s', (command) => {
    const station = stockedStation()
    expect(scan(station, 'DS:LOC:A-01', 'L1', command).answer.title).toBe('Taken back')
    expect(scan(station, 'DS:DONE').answer.title).toBe('Nothing to move')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 10.5')
  })

  it('tells the lots of two parts apart by their labels, and never guesses', () => {
    const station = stockedStation()
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    station.db.prepare("UPDATE lot SET lot = 'L1' WHERE lot <> 'L1'").run()
    expect(scan(station, 'DS:LOC:A-01', 'L1').answer).toMatchObject({ sound: 'attention', title: 'Lot of two parts' })
    scan(station, labelOf('OWN-LOT', { lot: 'L1' }), 'DS:DONE')
    expect(stock(station)).toContain('OWN-LOT L1 A-01 5')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 10.5')
  })
})

describe('untracked: one row per part and location, with quantity', () => {
  it('moves a count of it, splitting and merging its rows', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:15', 'DS:DONE')
    scan(station, 'DS:LOC:A-02', 'UNTRACKED', 'DOCK', 'DS:DONE')
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE')
    expect(stock(station).filter((row) => row.startsWith('UNTRACKED'))).toEqual([
      'UNTRACKED - A-01 20',
      'UNTRACKED - A-02 20'
    ])
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('refuses it when all of it is there already', () => {
    const station = stockedStation()
    expect(scan(station, 'DS:LOC:DOCK', 'UNTRACKED').answer).toMatchObject({
      sound: 'duplicate',
      title: 'There already'
    })
  })

  it('refuses a part of which nothing is in stock', () => {
    const station = stationWithOrder()
    expect(scan(station, 'DS:LOC:A-01', 'UNTRACKED').answer).toMatchObject({
      sound: 'refused',
      title: 'Not in stock'
    })
  })
})

describe('consuming, scrapping and archiving', () => {
  const why = 'Failed inspection'

  it.each([
    ['consumed', 'stock-consumed'],
    ['scrapped', 'stock-scrapped'],
    ['archived', 'stock-archived']
  ] as const)('takes a unit out of stock as %s, with its reason, and its serial stays taken', (kind, event) => {
    const station = stockedStation()
    expect(removeStock(station, rowId(station, 'A1'), { kind, quantity: null, reason: why }).kind).toBe('allowed')
    expect(stock(station)).not.toContain('CAPTURED A1 DOCK 1')
    expect(statuses(station)).toContainEqual(['A1', kind])
    const trace = traceCode(station.db, 'A1', null)
    expect(trace.kind === 'found' && trace.trace).toMatchObject({ status: kind })
    expect(trace.kind === 'found' && trace.trace.history.at(-1)).toMatchObject({ event, data: { reason: why } })
    expect(scan(station, 'PO-1', 'CAPTURED', 'A1').answer).toMatchObject({ sound: 'duplicate' })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('says of a unit that is gone what became of it when it is put away', () => {
    const station = stockedStation()
    removeStock(station, rowId(station, 'A1'), { kind: 'scrapped', quantity: null, reason: why })
    const { answer } = scan(station, 'DS:LOC:A-01', 'A1')
    expect(answer).toMatchObject({ sound: 'refused', title: 'Scrapped' })
    expect(answer.message).toContain('was scrapped 2026-11-23 by kim at DOCK: Failed inspection')
  })

  it('takes part of a lot, and the rest stays available', () => {
    const station = stockedStation()
    removeStock(station, rowId(station, 'L1'), { kind: 'scrapped', quantity: '0.5', reason: why })
    expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 10')
    expect(statuses(station)).toContainEqual(['L1', 'available'])
    removeStock(station, rowId(station, 'L1'), { kind: 'consumed', quantity: null, reason: why })
    expect(statuses(station)).toContainEqual(['L1', 'consumed'])
    expect(inventoryPage(station, '', 'stock', 0, 50).rows.map(({ lot }) => lot)).not.toContain('L1')
    expect(traceCode(station.db, 'L1', null)).toMatchObject({
      trace: {
        status: 'consumed',
        totals: { received: 10_500_000, onHand: 0, consumed: 10_000_000, scrapped: 500_000, installed: 0, adjusted: 0 }
      }
    })
  })

  it('takes a count of an untracked part, and receiving it again fills its row', () => {
    const station = stockedStation()
    removeStock(station, rowId(station, 'UNTRACKED'), { kind: 'consumed', quantity: '40', reason: why })
    expect(stock(station).filter((row) => row.startsWith('UNTRACKED'))).toEqual([])
    scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:3', 'DS:DONE')
    expect(stock(station)).toContain('UNTRACKED - DOCK 3')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('never shows a row that was emptied by a move as gone', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:DONE')
    expect(inventoryPage(station, '', 'all', 0, 50).rows.filter(({ lot }) => lot === 'L1')).toHaveLength(1)
    expect(inventoryPage(station, 'L1', 'all', 0, 50).rows).toHaveLength(1)
  })

  it.each([
    ['a reason that says nothing', 'L1', null, ' x ', 'reason-missing'],
    ['more than there is', 'L1', '10.500001', why, 'more-than-there'],
    ['nothing', 'L1', '0', why, 'quantity-wrong'],
    ['less than nothing', 'L1', '-1', why, 'quantity-wrong'],
    ['a quantity beyond all measure', 'L1', '1e9', why, 'quantity-wrong'],
    ['seven decimals', 'L1', '0.0000001', why, 'quantity-wrong'],
    ['half a unit', 'A1', '0.5', why, 'quantity-wrong'],
    ['two of one unit', 'A1', '2', why, 'quantity-wrong']
  ] as const)('refuses %s, and changes nothing', (_what, code, quantity, reason, refusal) => {
    const station = stockedStation()
    const before = stock(station)
    const decision = removeStock(station, rowId(station, code), { kind: 'consumed', quantity, reason })
    expect(decision).toMatchObject({ kind: 'refused', reason: refusal })
    expect(stock(station)).toEqual(before)
    expect(station.db.prepare("SELECT count(*) AS n FROM event WHERE kind = 'stock-consumed'").get()).toEqual({ n: 0 })
  })

  it('refuses what is gone already, and says what became of it', () => {
    const station = stockedStation()
    const row = rowId(station, 'A1')
    removeStock(station, row, { kind: 'consumed', quantity: null, reason: 'Used in testing' })
    expect(removeStock(station, row, { kind: 'scrapped', quantity: null, reason: why })).toMatchObject({
      kind: 'refused',
      reason: 'gone',
      message: expect.stringContaining('was consumed 2026-11-23 by kim at DOCK: Used in testing') as string
    })
  })

  it('moves a row on the screen as a scan does, and refuses its own place and one that does not exist', () => {
    const station = stockedStation()
    const row = rowId(station, 'L1')
    expect(moveRow(station, row, 'DOCK', null)).toMatchObject({ reason: 'already-there' })
    expect(moveRow(station, row, 'NOWHERE', null)).toMatchObject({ reason: 'unknown-place' })
    expect(moveRow(station, row, 'A-01', '0.5').kind).toBe('allowed')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 0.5')
  })
})

describe('searching', () => {
  it.each([
    ['a serial', 'A1', ['A1']],
    ['a piece of a part number', 'plier', ['L1']],
    ['the beginning of a lot', 'l', ['L1']],
    ['a place', 'A-01', ['A2']],
    ['an order', 'PO-1', ['A1', 'A2', 'L1']],
    ['several words, in whatever order', 'dock capt', ['A1']],
    ['what is a word of the index’s language', 'A1 OR', []],
    ['a quotation mark', '"', []],
    ['nothing that is here', 'zzz', []]
  ])('finds rows by %s', (_what, search, found) => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'A2', 'DS:HOME')
    const { rows, total } = inventoryPage(station, search, 'stock', 0, 50)
    expect(rows.map(({ serial, lot, partNumber }) => serial ?? lot ?? partNumber).sort()).toEqual(found)
    expect(total).toBe(found.length)
  })

  it('shows the newest first, page by page', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:DONE')
    const serials = [0, 10, 20].flatMap((offset) =>
      inventoryPage(station, 'SN-26', 'stock', offset, 10).rows.map(({ serial }) => serial)
    )
    expect(serials).toHaveLength(25)
    expect(serials).toEqual([...serials].sort((a, b) => (b ?? '').localeCompare(a ?? '')))
  })

  it('finds a lot by the order that it came on last, and by the supplier’s number told then', () => {
    const station = stockedStation()
    const order = ensureOrder(station.db, 'LATER-7', 'Nordwerk')
    const part = findPart(station.db, 'SUPPLIER-LOT', '')
    if (!part) throw new Error('the part is there')
    putOrderLine(station.db, order, {
      line: '1',
      partId: part.id,
      revision: '',
      quantity: quantityOf(5),
      due: null,
      location: null
    })
    scan(station, 'LATER-7', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    expect(inventoryPage(station, 'later', 'stock', 0, 50).rows.map(({ lot }) => lot)).toEqual(['L1'])
    const [lot] = lotsNamed(station.db, 'L1')
    if (!lot) throw new Error('the lot is there')
    station.db.prepare('UPDATE lot SET supplier_lot = ? WHERE id = ?').run('VENDOR-9', lot.id)
    expect(inventoryPage(station, 'vendor', 'stock', 0, 50).rows.map(({ lot }) => lot)).toEqual(['L1'])
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('putting away', () => {
  it('opens an order from there, and what is received goes to the place', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'PO-1', 'UNTRACKED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toContain('UNTRACKED - A-01 1')
  })

  it('ends with DS:HOME, and the place stays the one where received goods go', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'A1', 'DS:HOME')
    expect(readSession(station.db)).toMatchObject({ location: 'A-01', at: { kind: 'idle' } })
    expect(scan(station, 'A2').answer.show).toEqual({ kind: 'trace', code: 'A2', part: null })
    expect(stock(station)).toContain('CAPTURED A2 DOCK 1')
  })

  it('outlives a restart with what waits to be moved', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:4')
    scan({ ...station }, 'DS:DONE')
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 4')
  })

  it('refuses a place that does not exist and a code that nobody knows', () => {
    const station = stockedStation()
    expect(scan(station, 'DS:LOC:NOWHERE').answer).toMatchObject({ sound: 'refused', title: 'Unknown place' })
    expect(scan(station, 'DS:LOC:A-01', 'WHAT').answer).toMatchObject({ sound: 'refused', title: 'Not known' })
  })
})
