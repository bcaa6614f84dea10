import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../../src/core/clock.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { closeJournal } from '../../../../src/main/services/scanning/journal.ts'
import { takeScan } from '../../../../src/main/services/scanning/take-scan.ts'
import { insertScan } from '../../../../src/main/store/scan.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'

describe('a scan that cannot be kept', () => {
  it('is answered with what happened, has no effect, and the station goes on', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1')
    const pages = station.db.pragma('page_count', { simple: true }) as number
    station.db.pragma(`max_page_count = ${pages}`)
    let failed = 0
    for (let index = 0; index < 200 && failed === 0; index++) {
      const { answer } = takeScan(station, {
        scanner: 'gun',
        source: 'other',
        bytes: Buffer.alloc(2000, 65),
        aim: null
      })
      if (answer.message.includes('disk is full')) failed += 1
    }
    expect(failed).toBe(1)
    station.db.pragma('max_page_count = 1000000')
    expect(scan(station, 'UNTRACKED').answer.sound).toBe('accepted')
  })
})

describe('a scan that writes many units', () => {
  it('looks up once who acts, and not for each unit', () => {
    const station = stationWithOrder()
    let asked = 0
    const counting: StationContext = {
      ...station,
      get operator() {
        asked += 1
        return station.operator
      }
    }
    const askedBy = (...texts: readonly string[]): number => {
      asked = 0
      scan(counting, ...texts)
      return asked
    }
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:2')
    const forTwo = askedBy('DS:DONE')
    scan(station, 'GENERATED', 'DS:QTY:20')
    expect(askedBy('DS:DONE')).toBe(forTwo)
    expect(stock(station)).toHaveLength(22)
  })
})

describe('the journal after a crash', () => {
  it('gives scans that nobody heard accepted no effect, and says so', () => {
    const station = stationWithOrder()
    insertScan(station.db, {
      at: '2026-11-23T09:59:59.000Z' as Instant,
      station: 'DOCK-1',
      scanner: 'gun',
      source: 'other',
      raw: Buffer.from('PO-1'),
      aim: null,
      device: null,
      received: null
    })
    expect(closeJournal(station)).toBe(1)
    expect(closeJournal(station)).toBe(0)
    expect(station.db.prepare('SELECT sound, outcome FROM scan').get()).toMatchObject({
      sound: 'attention',
      outcome: expect.stringContaining('no effect')
    })
  })
})

describe('a scan that did not arrive whole', () => {
  it('is in the journal and asks to be scanned again', () => {
    const station = stationWithOrder()
    const { answer } = takeScan(station, {
      scanner: 'gun',
      source: 'other',
      bytes: Buffer.from('PO-'),
      aim: null,
      fault: 'The scan did not arrive whole'
    })
    expect(answer).toMatchObject({ sound: 'refused', message: expect.stringContaining('did not arrive whole') })
  })
})

describe('a scan that tells how its scanner is set', () => {
  it('is in the journal before anything goes by it', () => {
    const station = stationWithOrder()
    const journalled: unknown[] = []
    takeScan(station, {
      scanner: 'gun',
      source: 'other',
      bytes: Buffer.from('DS:CAL'),
      aim: null,
      calibrate() {
        journalled.push(...station.db.prepare('SELECT CAST(raw AS TEXT) AS text, outcome FROM scan').all())
        expect(station.db.inTransaction, 'on disk already').toBe(false)
        return undefined
      }
    })
    expect(journalled).toEqual([{ text: 'DS:CAL', outcome: null }])
  })
})
