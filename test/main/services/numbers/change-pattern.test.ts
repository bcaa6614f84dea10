import { describe, expect, it, vi } from 'vitest'
import { assert } from '../../../../src/core/assert.ts'
import type { NumberedThing } from '../../../../src/ipc/numbers-views.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { eventInWords } from '../../../../src/main/services/event-words.ts'
import { changePattern } from '../../../../src/main/services/numbers/change-pattern.ts'
import { keptPatterns } from '../../../../src/main/services/numbers/numbered.ts'
import { eachEvent } from '../../../../src/main/store/event.ts'
import { openDatabase } from '../../../../src/main/commands/open.ts'
import { scan, stationWithOrder, stock } from '../../../helpers/store.ts'
import { runStation, writeStationConfig } from '../../../helpers/running-station.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'

const UNITS: NumberedThing = { kind: 'serial', partNumber: 'GENERATED', revision: '' }
const LOTS: NumberedThing = { kind: 'lot', partNumber: 'OWN-LOT' }
const OLD = 'SN-{YY}-{####}'

function change(station: StationContext, thing: NumberedThing, before: string | null, pattern: string) {
  return changePattern(station, { thing, before, pattern })
}

function kept(station: StationContext, partNumber = 'GENERATED') {
  return keptPatterns(station.db, partNumber).map(({ pattern }) => pattern)
}

function lastEvent({ db }: StationContext) {
  const event = [...eachEvent(db)].at(-1)
  assert(event, 'something has happened')
  return event
}

describe('another pattern for serials', () => {
  it('numbers what is received from then on, and is an event with what was before', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:2', 'DS:DONE')
    expect(change(station, UNITS, OLD, 'G{YY}-{#####}')).toEqual({
      kind: 'changed',
      message:
        'Serials of GENERATED are numbered G{YY}-{#####} from now on, before SN-{YY}-{####}. What was given stays taken.'
    })
    const { kind, operator, data } = lastEvent(station)
    expect({ kind, operator, data }).toEqual({
      kind: 'numbering-changed',
      operator: 'kim',
      data: { part_number: 'GENERATED', revision: '', numbers: 'serial', from: OLD, to: 'G{YY}-{#####}' }
    })
    expect(eventInWords({ event: kind, data })).toBe(
      'Serials of GENERATED numbered G{YY}-{#####} from now on, before SN-{YY}-{####}'
    )
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toEqual([
      'GENERATED G26-00001 DOCK 1',
      'GENERATED SN-26-0001 DOCK 1',
      'GENERATED SN-26-0002 DOCK 1'
    ])
  })

  it('that comes back goes on where its counter stood', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:2', 'DS:DONE')
    change(station, UNITS, OLD, 'G-{###}')
    change(station, UNITS, 'G-{###}', OLD)
    scan(station, 'GENERATED', 'DS:QTY:1', 'DS:DONE')
    expect(stock(station)).toContain('GENERATED SN-26-0003 DOCK 1')
  })

  it('applies to a line that is being received, whose numbers are not drawn yet', () => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'GENERATED', 'DS:QTY:2')
    change(station, UNITS, OLD, 'G-{###}')
    scan(station, 'DS:DONE')
    expect(stock(station)).toEqual(['GENERATED G-001 DOCK 1', 'GENERATED G-002 DOCK 1'])
  })

  it.each([
    '',
    '   ',
    'G',
    '{Q}{###}',
    '{###}{###}',
    'DS:{###}',
    '{REV}{###}',
    'é{###}',
    'x'.repeat(200),
    '{SITE}{YY}{ORDER}-{###}'
  ])('is refused where it is %j, and changes nothing', (pattern) => {
    const station = stationWithOrder()
    const before = lastSeq(station)
    expect(change(station, UNITS, OLD, pattern)).toMatchObject({
      kind: 'refused',
      faults: expect.anything() as unknown
    })
    expect(kept(station)).toEqual([OLD])
    expect(lastSeq(station)).toBe(before)
  })

  it('is no change where it is the one that is kept', () => {
    const station = stationWithOrder()
    expect(change(station, UNITS, 'whatever', OLD)).toMatchObject({ kind: 'unchanged' })
    expect(lastSeq(station)).toBe(0)
  })

  it('is not written over what somebody else has written meanwhile', () => {
    const station = stationWithOrder()
    change(station, UNITS, OLD, 'ONE-{###}')
    expect(change(station, UNITS, OLD, 'TWO-{###}')).toMatchObject({ kind: 'changed-meanwhile', pattern: 'ONE-{###}' })
    expect(kept(station)).toEqual(['ONE-{###}'])
    expect(change(station, UNITS, 'ONE-{###}', 'TWO-{###}')).toMatchObject({ kind: 'changed' })
  })

  it('is only for parts whose numbers are made here', () => {
    const station = stationWithOrder()
    const captured: NumberedThing = { kind: 'serial', partNumber: 'CAPTURED', revision: 'B' }
    expect(keptPatterns(station.db, 'CAPTURED')).toEqual([])
    expect(() => change(station, captured, null, 'C-{###}')).toThrow('are not numbered here')
    expect(() => change(station, { kind: 'lot', partNumber: 'GENERATED' }, null, 'C-{###}')).toThrow(
      'not numbered here'
    )
    expect(() => change(station, { ...captured, revision: 'Z' }, null, 'C-{###}')).toThrow('no part CAPTURED Z')
  })
})

describe('another pattern for lots', () => {
  it('numbers what is received from then on', () => {
    const station = stationWithOrder()
    change(station, LOTS, 'LOT-{YYYY}-{####}', 'P{###}')
    expect(eventInWords({ event: 'numbering-changed', data: lastEvent(station).data })).toBe(
      'Lots of OWN-LOT numbered P{###} from now on, before LOT-{YYYY}-{####}'
    )
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:2', 'DS:DONE')
    expect(stock(station)).toEqual(['OWN-LOT P001 DOCK 2'])
    expect(change(station, LOTS, 'P{###}', '')).toMatchObject({ kind: 'refused', faults: [{ kind: 'empty' }] })
  })

  it('may be there or not for lots of a supplier', () => {
    const station = stationWithOrder()
    const lots: NumberedThing = { kind: 'lot', partNumber: 'SUPPLIER-LOT' }
    expect(change(station, lots, null, 'S-{###}')).toMatchObject({ kind: 'changed' })
    expect(kept(station, 'SUPPLIER-LOT')).toEqual(['S-{###}'])
    expect(change(station, lots, 'S-{###}', '')).toMatchObject({
      message: expect.stringContaining('are numbered by the supplier alone from now on, before S-{###}') as string
    })
    expect(kept(station, 'SUPPLIER-LOT')).toEqual([null])
  })
})

describe('another pattern at a station with operators', () => {
  it('takes a lead’s badge, and then is done in the name of whoever asked', async () => {
    const dataFolder = temporaryFolder()
    writeStationConfig(dataFolder, { station: { id: 'DOCK-1', site: '', location: 'DOCK' } })
    const db = openDatabase(dataFolder)
    stationWithOrder(db)
    db.close()
    const running = await runStation(dataFolder)
    const { operators, numbers, tracing } = running.station.api
    await operators.add({ badge: 'B-ADA', name: 'Ada', role: 'admin' })
    await running.scan('B-ADA')
    await operators.add({ badge: 'B-KIM', name: 'Kim', role: 'clerk' })
    await running.scan('B-KIM')
    const answer = numbers.change({ thing: UNITS, before: OLD, pattern: 'G-{###}' })
    await vi.waitFor(async () =>
      expect((await operators.presence({})).asking).toMatchObject({ kind: 'lead', need: 'change-numbers' })
    )
    expect(await numbers.patterns({ partNumber: 'GENERATED' })).toEqual([
      { thing: UNITS, pattern: OLD, mayBeEmpty: false }
    ])
    expect(await running.scan('B-ADA')).toMatchObject({ sound: 'accepted', title: 'Approved by Ada' })
    expect(await answer).toMatchObject({ kind: 'changed' })
    const history = await tracing.trace({ code: 'GENERATED', part: null })
    expect(JSON.stringify(history)).toContain('numbered G-{###} from now on')
    await running.scan('B-KIM')
    const left = expect(numbers.change({ thing: UNITS, before: 'G-{###}', pattern: OLD })).rejects.toMatchObject({
      code: 'refused'
    })
    await vi.waitFor(async () => expect((await operators.presence({})).asking).not.toBeNull())
    await running.scan('DS:CANCEL')
    await left
    expect(await numbers.patterns({ partNumber: 'GENERATED' })).toEqual([
      { thing: UNITS, pattern: 'G-{###}', mayBeEmpty: false }
    ])
  })
})

function lastSeq({ db }: StationContext): number {
  return [...eachEvent(db)].at(-1)?.seq ?? 0
}
