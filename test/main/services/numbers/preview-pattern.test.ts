import { describe, expect, it } from 'vitest'
import type { ReceiptLineId } from '../../../../src/core/ids.ts'
import type { NumberedThing } from '../../../../src/ipc/numbers-views.ts'
import { numberedThing } from '../../../../src/main/services/numbers/numbered.ts'
import { previewPattern } from '../../../../src/main/services/numbers/preview-pattern.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { reverseLine } from '../../../../src/main/services/receiving/reverse.ts'
import { insertLot } from '../../../../src/main/store/lot.ts'
import { putPart } from '../../../../src/main/store/part.ts'
import { stockedStation } from '../../../helpers/assembly.ts'
import { newStore, PLAIN_PART, scan, stationWithOrder, testClock } from '../../../helpers/store.ts'

const UNITS: NumberedThing = { kind: 'serial', partNumber: 'GENERATED', revision: '' }
const LOTS: NumberedThing = { kind: 'lot', partNumber: 'OWN-LOT' }

function preview(station: StationContext, thing: NumberedThing, pattern: string, count = 1) {
  return previewPattern(station, numberedThing(station.db, thing), pattern, count)
}

describe('the preview of a pattern', () => {
  it('is the first and the last number that are received then, and uses none up', () => {
    const station = stationWithOrder()
    const seen = preview(station, UNITS, 'SN-{YY}-{####}', 25)
    expect(seen).toMatchObject({ first: 'SN-26-0001', last: 'SN-26-0025', remaining: 9_974, capacity: 9_999 })
    expect(preview(station, UNITS, 'SN-{YY}-{####}', 25)).toEqual(seen)
    scan(station, 'PO-1', 'GENERATED', 'DS:DONE', 'DS:DONE')
    expect(preview(station, UNITS, 'SN-{YY}-{####}')).toMatchObject({ first: 'SN-26-0026', used: 25, usedInDays: 1 })
  })

  it('passes over what somebody bears already, units and lots', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'A-0001', 'A-0002', 'DS:DONE')
    expect(preview(station, UNITS, 'A-{####}', 2)).toMatchObject({ first: 'A-0003', last: 'A-0004' })
    const { part } = numberedThing(station.db, LOTS)
    insertLot(station.db, { partId: part.id, lot: 'L-01', supplierLot: null, expiry: null })
    expect(preview(station, LOTS, 'L-{##}')).toMatchObject({ first: 'L-02' })
    expect(preview(station, UNITS, 'L-{##}')).toMatchObject({ first: 'L-01' })
  })

  it('says until when it lasts, by what was used of late', () => {
    const clock = testClock()
    const station = stationWithOrder(newStore(), clock)
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:20', 'DS:DONE', 'DS:DONE')
    clock.set('2026-12-02T09:00:00.000Z')
    expect(preview(station, UNITS, 'SN-{YY}-{####}')).toMatchObject({
      used: 20,
      usedInDays: 9,
      lastsUntil: null,
      words: 'At 2.2 a day, as in the last 9 days, never runs out: it starts anew each year.'
    })
    expect(preview(station, UNITS, 'B-{##}')).toMatchObject({ lastsUntil: '2027-01-15' })
    clock.set('2027-02-02T09:00:00.000Z')
    expect(preview(station, UNITS, 'B-{##}')).toMatchObject({
      used: 0,
      words: 'None was used in the last 30 days, so nobody can say when it runs out.'
    })
  })

  it('counts what all parts use that share the series', () => {
    const station = stationWithOrder()
    const twin = { ...PLAIN_PART, partNumber: 'TWIN', tracking: 'serial', serialSource: 'generated' } as const
    putPart(station.db, { ...twin, serialPattern: 'T-{####}' })
    scan(station, 'PO-1', 'GENERATED', 'DS:DONE', 'DS:DONE')
    const thing: NumberedThing = { kind: 'serial', partNumber: 'TWIN', revision: '' }
    expect(preview(station, thing, 'T-{####}')).toMatchObject({ used: 0 })
    expect(preview(station, thing, 'SN-{YY}-{####}')).toMatchObject({ used: 25, first: 'SN-26-0026' })
  })

  it('counts the units of runs, made inside them too', () => {
    const clock = testClock()
    const station = { ...stockedStation(), clock }
    const gearbox: NumberedThing = { kind: 'serial', partNumber: 'GEARBOX', revision: 'B' }
    const head: NumberedThing = { kind: 'serial', partNumber: 'HEAD', revision: '' }
    expect(preview(station, gearbox, 'GB-{####}')).toMatchObject({ used: 0 })
    scan(station, 'DS:RUN:G-1', 'HEAD')
    expect(preview(station, gearbox, 'GB-{####}')).toMatchObject({ used: 2, first: 'GB-0003' })
    expect(preview(station, head, 'SH-{###}')).toMatchObject({ used: 1 })
    clock.set('2027-02-02T09:00:00.000Z')
    scan(station, 'DS:CANCEL', 'DS:HOME', 'DS:RUN:H-1')
    expect(preview(station, head, 'SH-{###}')).toMatchObject({ used: 1, usedInDays: 30 })
    expect(preview(station, gearbox, 'GB-{####}')).toMatchObject({ used: 0 })
  })

  it('counts what was taken back, since its numbers stay taken', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE', 'DS:DONE')
    expect(reverseLine(station, 1 as ReceiptLineId, 'wrong part', null)).toMatchObject({ kind: 'reversed' })
    expect(preview(station, UNITS, 'SN-{YY}-{####}')).toMatchObject({ used: 3, first: 'SN-26-0004' })
  })

  it('counts own lots, and of a part whose lots are the supplier’s only those that are ours', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE')
    expect(preview(station, LOTS, 'LOT-{YYYY}-{####}')).toMatchObject({ first: 'LOT-2026-0003', used: 2 })
    const { part } = numberedThing(station.db, { kind: 'lot', partNumber: 'SUPPLIER-LOT' })
    putPart(station.db, { ...PLAIN_PART, ...part, gtin14: null, unit: 'm', lotPattern: 'OURS-{###}' })
    scan(station, 'SUPPLIER-LOT', 'THEIRS-1', 'DS:QTY:5', 'DS:DONE')
    scan(station, 'SUPPLIER-LOT', 'DS:GENERATE', 'DS:QTY:5', 'DS:DONE')
    const thing: NumberedThing = { kind: 'lot', partNumber: 'SUPPLIER-LOT' }
    expect(preview(station, thing, 'OURS-{###}')).toMatchObject({ first: 'OURS-002', used: 1 })
  })

  it('has no room for more than the counter has left', () => {
    const station = stationWithOrder()
    expect(preview(station, UNITS, 'Z-{#}', 9)).toMatchObject({ kind: 'numbers', remaining: 0 })
    expect(preview(station, UNITS, 'Z-{#}', 10)).toMatchObject({
      kind: 'too-few',
      message: expect.stringContaining('gives 9 numbers in all') as string
    })
  })

  it('is refused where the pattern could meet that of another part, and names both', () => {
    const station = stationWithOrder()
    const thing: NumberedThing = { kind: 'serial', partNumber: 'CAPTURED', revision: 'B' }
    expect(preview(station, thing, 'SN-26-{###}{C}')).toMatchObject({
      kind: 'refused',
      faults: [
        {
          kind: 'meets',
          message: expect.stringMatching(
            /^It could give SN-26-\d{4}, and so could SN-\{YY\}-\{####\} of GENERATED: /
          ) as string
        }
      ]
    })
    expect(preview(station, LOTS, 'SN-26-{###}{C}')).toMatchObject({ kind: 'numbers' })
  })

  it('is refused for lots that two revisions could both get', () => {
    const station = stationWithOrder()
    const lots = { ...PLAIN_PART, partNumber: 'FILM', tracking: 'lot', lotSource: 'generated' } as const
    for (const revision of ['A', 'A1']) putPart(station.db, { ...lots, revision, lotPattern: 'F-{###}' })
    const thing: NumberedThing = { kind: 'lot', partNumber: 'FILM' }
    expect(preview(station, thing, 'F-{REV}{###}')).toMatchObject({ kind: 'numbers' })
    expect(preview(station, thing, '{REV}{YY}{ORDER}-{###}')).toMatchObject({
      kind: 'refused',
      faults: [{ kind: 'meets', message: expect.stringContaining('of FILM revision A1') as string }]
    })
  })
})
