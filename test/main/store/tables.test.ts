import { describe, expect, it } from 'vitest'
import type { EventSeq, RowId } from '../../../src/core/ids.ts'
import type { Instant } from '../../../src/core/clock.ts'
import { ONE, quantityOf } from '../../../src/core/quantity.ts'
import { transaction } from '../../../src/main/store/database.ts'
import { appendEvent, eventsOf } from '../../../src/main/store/event.ts'
import { ensureUntrackedRow, insertUnit, rowAt } from '../../../src/main/store/inventory.ts'
import { move } from '../../../src/main/store/movement.ts'
import { ensureLocation } from '../../../src/main/store/location.ts'
import { findLot, insertLot } from '../../../src/main/store/lot.ts'
import { advanceCounter, nextCounter } from '../../../src/main/store/number-series.ts'
import { findPart, partsNamed, putPart } from '../../../src/main/store/part.ts'
import { answerScan, insertScan } from '../../../src/main/store/scan.ts'
import { newStore, PLAIN_PART } from '../../helpers/store.ts'

const at = '2026-11-23T10:00:00.000Z' as Instant
const draft = { kind: 'test', at, operator: 'kim', station: 'DOCK-1', subjects: [], data: {} }

describe('codes', () => {
  it('keep their leading zeros and their case', () => {
    const db = newStore()
    putPart(db, { ...PLAIN_PART, partNumber: '000123', gtin14: '00012345600012' })
    expect(findPart(db, '000123', '')?.gtin).toBe('00012345600012')
    expect(findPart(db, '123', '')).toBeUndefined()
    expect(partsNamed(db, 'plain', null)).toEqual([])
  })

  it('name a part by our number, a supplier’s, or its GTIN', () => {
    const db = newStore()
    const id = putPart(db, { ...PLAIN_PART, gtin14: '09506000134352', supplierPartNumbers: ['X-1', 'X-2'] })
    expect(partsNamed(db, 'PLAIN', null)).toEqual([id])
    expect(partsNamed(db, 'X-2', null)).toEqual([id])
    expect(partsNamed(db, '9506000134352', '09506000134352')).toEqual([id])
  })

  it('are bound, never part of a statement', () => {
    const db = newStore()
    const hostile = "'; DROP TABLE part;--"
    putPart(db, { ...PLAIN_PART, partNumber: hostile })
    expect(findPart(db, hostile, '')?.partNumber).toBe(hostile)
    expect(partsNamed(db, hostile, null)).toHaveLength(1)
  })
})

describe('events', () => {
  it('are never changed and never deleted', () => {
    const db = newStore()
    appendEvent(db, draft)
    expect(() => db.exec("UPDATE event SET operator = 'eve'")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM event')).toThrow('never deleted')
  })

  it('are found by what they concern', () => {
    const db = newStore()
    appendEvent(db, { ...draft, kind: 'one', subjects: [{ kind: 'row', id: 7 }] })
    appendEvent(db, {
      ...draft,
      kind: 'two',
      subjects: [
        { kind: 'lot', id: 7 },
        { kind: 'row', id: 8 }
      ]
    })
    expect(eventsOf(db, { kind: 'lot', id: 7 }).map(({ kind }) => kind)).toEqual(['two'])
    expect(eventsOf(db, { kind: 'row', id: 7 }).map(({ kind }) => kind)).toEqual(['one'])
  })
})

describe('movements', () => {
  it('are never changed, and keep the row’s quantity', () => {
    const db = newStore()
    ensureLocation(db, 'DOCK')
    const part = putPart(db, PLAIN_PART)
    const row = ensureUntrackedRow(db, part, '', 'DOCK')
    const seq = appendEvent(db, draft)
    move(db, seq, row, 'received', 'DOCK', quantityOf(5))
    move(db, seq, row, 'consumed', 'DOCK', quantityOf(-2))
    expect(rowAt(db, row)?.quantity).toBe(quantityOf(3))
    expect(() => db.exec('UPDATE movement SET quantity = 1')).toThrow('never changed')
    expect(() => db.exec('DELETE FROM movement')).toThrow('never deleted')
  })

  it('never take more than there is', () => {
    const db = newStore()
    ensureLocation(db, 'DOCK')
    const row = ensureUntrackedRow(db, putPart(db, PLAIN_PART), '', 'DOCK')
    const seq = appendEvent(db, draft)
    expect(() => transaction(db, () => move(db, seq, row, 'consumed', 'DOCK', quantityOf(-1)))).toThrow('CHECK')
    expect(db.prepare('SELECT count(*) AS n FROM movement').get()).toEqual({ n: 0 })
  })

  it('belong to a row and an event that exist', () => {
    const db = newStore()
    expect(() => move(db, 99 as EventSeq, 99 as RowId, 'received', 'DOCK', ONE)).toThrow('FOREIGN KEY')
  })
})

describe('rows', () => {
  it('are one for each serial, whatever the part', () => {
    const db = newStore()
    ensureLocation(db, 'DOCK')
    const unit = {
      revision: '',
      serial: 'S-1',
      lot: null,
      supplierLot: null,
      location: 'DOCK',
      expiry: null,
      receiptLine: null
    }
    insertUnit(db, { ...unit, partId: putPart(db, { ...PLAIN_PART, partNumber: 'A' }) })
    const other = putPart(db, { ...PLAIN_PART, partNumber: 'B' })
    expect(() => insertUnit(db, { ...unit, partId: other })).toThrow('UNIQUE')
  })

  it('are one for each part and place where untracked', () => {
    const db = newStore()
    ensureLocation(db, 'DOCK')
    ensureLocation(db, 'A-01')
    const part = putPart(db, PLAIN_PART)
    expect(ensureUntrackedRow(db, part, '', 'DOCK')).toBe(ensureUntrackedRow(db, part, '', 'DOCK'))
    expect(ensureUntrackedRow(db, part, '', 'A-01')).not.toBe(ensureUntrackedRow(db, part, '', 'DOCK'))
  })

  it('of a serial hold one or none', () => {
    const db = newStore()
    ensureLocation(db, 'DOCK')
    const row = insertUnit(db, {
      partId: putPart(db, PLAIN_PART),
      revision: '',
      serial: 'S',
      lot: null,
      supplierLot: null,
      location: 'DOCK',
      expiry: null,
      receiptLine: null
    })
    const seq = appendEvent(db, draft)
    expect(() => move(db, seq, row, 'received', 'DOCK', quantityOf(2))).toThrow('CHECK')
  })
})

describe('lots', () => {
  it('are scoped to the part: the same text on another part is another lot', () => {
    const db = newStore()
    const a = putPart(db, { ...PLAIN_PART, partNumber: 'A' })
    const b = putPart(db, { ...PLAIN_PART, partNumber: 'B' })
    const lot = { lot: 'LOT-2026-0123', supplierLot: null, expiry: null }
    expect(insertLot(db, { ...lot, partId: a })).not.toBe(insertLot(db, { ...lot, partId: b }))
    expect(() => insertLot(db, { ...lot, partId: a })).toThrow('UNIQUE')
    expect(findLot(db, b, 'LOT-2026-0123')?.partId).toBe(b)
  })
})

describe('counters', () => {
  it('begin at 1, count for each period, and only ever move on', () => {
    const db = newStore()
    expect(nextCounter(db, 'S', '2026')).toBe(1)
    advanceCounter(db, 'S', '2026', 13)
    expect(nextCounter(db, 'S', '2026')).toBe(13)
    expect(nextCounter(db, 'S', '2027')).toBe(1)
    expect(() => advanceCounter(db, 'S', '2026', 5)).toThrow('only move on')
  })
})

describe('the scan journal', () => {
  const raw = Buffer.from([0x41, 0x1d, 0x00, 0xff])

  it('keeps the raw bytes and takes one answer', () => {
    const db = newStore()
    const id = insertScan(db, {
      at,
      station: 'DOCK-1',
      scanner: 'gun',
      source: 'other',
      raw,
      aim: ']d1',
      device: 'Honeywell',
      received: null
    })
    const answer = { meaning: 'text', outcome: 'refused', sound: 'refused', operator: 'kim', events: null } as const
    answerScan(db, id, answer)
    expect(() => answerScan(db, id, { ...answer, outcome: 'accepted' })).toThrow('answer already')
    expect(() => db.exec("UPDATE scan SET raw = x'00'")).toThrow('never changed')
    expect(() => db.exec("UPDATE scan SET device = 'another'")).toThrow('never changed')
    expect(() => db.exec("UPDATE scan SET received = x'00'")).toThrow('never changed')
    expect(db.prepare('SELECT raw FROM scan').get()).toEqual({ raw })
  })
})
