import { describe, expect, it } from 'vitest'
import type { BuildId, InstallationId } from '../../../../src/core/ids.ts'
import { chooseBuild, completeByHand, takeOutByHand } from '../../../../src/main/services/assembly/by-hand.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { createLeadRequests } from '../../../../src/main/services/operators/lead-requests.ts'
import { takeScan } from '../../../../src/main/services/scanning/take-scan.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import {
  bill,
  fingerprint,
  last,
  lose,
  message,
  ONE_GEARBOX,
  removeAt,
  rowOf,
  stockedStation,
  told,
  view
} from '../../../helpers/assembly.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stock } from '../../../helpers/store.ts'

function building(...texts: readonly string[]): StationContext {
  const station = stockedStation()
  scan(station, 'DS:RUN:G-1', ...texts)
  return station
}

function installed(station: StationContext, component: string): InstallationId {
  const found = view(station).top?.lines.find((line) => line.component === component)?.installations[0]
  if (!found) throw new Error(`${component} is installed`)
  return found.id
}

function top(station: StationContext): BuildId {
  const found = view(station).top
  if (!found) throw new Error('something is being built')
  return found.id
}

const why = { quantity: null, to: 'DOCK', reason: 'scratched' }

describe('taking out in the window', () => {
  it('puts a unit at the place that was named, with its reason, and it keeps its identity', () => {
    const station = building('M1')
    expect(takeOutByHand(station, installed(station, 'MOTOR'), { ...why, to: 'A-01' })).toEqual({
      kind: 'done',
      message: 'M1 (MOTOR) taken out, and put at A-01.'
    })
    expect(stock(station)).toContain('MOTOR M1 A-01 1')
    expect(bill(view(station).top)).toContain('MOTOR 0/2')
    expect(told(station, 'row', rowOf(station, 'M1')).at(-1)).toBe(
      'Unit M1 (MOTOR A) taken out of GB-0001 (GEARBOX B), run G-1, and put at A-01: scratched'
    )
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('puts so much of a lot back, where it came from or elsewhere, and the row of that place has it', () => {
    const station = building('C-1')
    const id = installed(station, 'CABLE')
    takeOutByHand(station, id, { ...why, quantity: '0.5' })
    expect(stock(station)).toContain('CABLE C-1 DOCK 4')
    takeOutByHand(station, id, { ...why, quantity: '0.25', to: 'A-01' })
    expect(stock(station)).toEqual(expect.arrayContaining(['CABLE C-1 DOCK 4', 'CABLE C-1 A-01 0.25']))
    expect(bill(view(station).top)).toContain('CABLE 0.75/1.5 C-1:0.75')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('takes out of a completed unit too: its line is open again, and a rework fills it', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE')
    removeAt(station, 'M1', 'A-01')
    expect(last(station, 'GB-0001')).toEqual(['accepted', 'accepted', 'GB-0001 (GEARBOX)'])
    expect(bill(view(station).top)).toContain('MOTOR 1/2 M2')
    expect(last(station, 'M3')).toEqual(['accepted', 'line-complete', 'M3 installed'])
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Rework ended'])
    expect(view(station).top?.serial).toBe('GB-0002')
    expect(stock(station)).toContain('GEARBOX GB-0001 DOCK 1')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('a rework may end with the line open: nothing is completed twice, and no lead is asked', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE')
    removeAt(station, 'M1', 'A-01')
    expect(last(station, 'GB-0001', 'DS:DONE')).toEqual(['accepted', 'attention', 'Rework ended'])
  })

  it.each([
    ['no reason', { reason: ' x ' }, 'reason-missing'],
    ['a place that does not exist', { to: 'NOWHERE' }, 'unknown-place'],
    ['no place', { to: '' }, 'unknown-place'],
    ['nothing', { quantity: '0' }, 'quantity-wrong'],
    ['less than nothing', { quantity: '-1' }, 'quantity-wrong'],
    ['beyond all measure', { quantity: '1e9' }, 'quantity-wrong'],
    ['seven decimals', { quantity: '0.0000001' }, 'quantity-wrong'],
    ['more than is installed', { quantity: '1.500001' }, 'quantity-wrong']
  ])('refuses %s, and changes nothing', (_what, request, reason) => {
    const station = building('C-1')
    const before = fingerprint(station)
    expect(takeOutByHand(station, installed(station, 'CABLE'), { ...why, ...request })).toMatchObject({ reason })
    expect(fingerprint(station)).toBe(before)
  })

  it('refuses half a unit, and what was taken out already', () => {
    const station = building('M1')
    const id = installed(station, 'MOTOR')
    expect(takeOutByHand(station, id, { ...why, quantity: '0.5' })).toMatchObject({ reason: 'quantity-wrong' })
    takeOutByHand(station, id, why)
    expect(takeOutByHand(station, id, why)).toMatchObject({ reason: 'gone' })
    expect(() => takeOutByHand(station, 999 as InstallationId, why)).toThrow('not installed anywhere')
  })
})

describe('completing in the window', () => {
  it('completes what is whole without a word, and scans go to the next unit', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    const outcome = completeByHand(station, top(station), { quantity: null, reason: '' }, null)
    expect(outcome).toMatchObject({ kind: 'answered', labels: 1, answer: { kind: 'done' } })
    expect(view(station).top?.serial).toBe('GB-0002')
  })

  it('asks for a reason where lines are open, then for a lead', async () => {
    const station = building('M1')
    withOperators(station)
    const id = top(station)
    expect(completeByHand(station, id, { quantity: null, reason: '' }, null)).toMatchObject({
      answer: { kind: 'refused', reason: 'reason-missing' }
    })
    const requests = createLeadRequests(station.db, () => {})
    const done = requests.withLead((approval) =>
      completeByHand(station, id, { quantity: null, reason: 'customer waives it' }, approval)
    )
    takeScan(station, { scanner: 'gun', source: 'other', bytes: Buffer.from('B-LEA'), aim: null }, requests)
    expect((await done).answer).toMatchObject({ kind: 'done' })
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toContain('without 1 pcs MOTOR')
    expect(told(station, 'row', rowOf(station, 'GB-0001')).at(-1)).toContain('customer waives it')
    expect(view(station).top?.serial).toBe('GB-0002')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('refuses what is completed, and a quantity that cannot be', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    const id = top(station)
    scan(station, 'DS:DONE')
    const request = { quantity: null, reason: 'why not' }
    expect(completeByHand(station, id, request, null)).toMatchObject({ answer: { reason: 'built-already' } })
    scan(station, 'DS:RUN:W-1', 'SCREW', 'DS:DONE')
    for (const quantity of ['0', '-1', '1e9', '0.0000001']) {
      expect(completeByHand(station, top(station), { quantity, reason: '' }, null)).toMatchObject({
        answer: { reason: 'quantity-wrong' }
      })
    }
    expect(completeByHand(station, top(station), { quantity: '21', reason: '' }, null)).toMatchObject({
      answer: { reason: 'more-than-needed' }
    })
    expect(completeByHand(station, top(station), { quantity: '5', reason: '' }, null)).toMatchObject({
      answer: { kind: 'done' }
    })
    expect(stock(station)).toContain('WASHER - DOCK 5')
  })
})

describe('two at once', () => {
  it('DS:DONE for a unit that was completed in the window does nothing to the next', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    completeByHand(station, top(station), { quantity: null, reason: '' }, null)
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'attention', 'The run has gone on'])
    expect(view(station).top).toMatchObject({ serial: 'GB-0002', state: 'open' })
  })

  it('what waited for a unit that was completed in the window goes into no other', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:UNDO', 'DS:UNDO', 'SCREW')
    withOperators(station)
    const lead = { need: 'open-lines', by: { id: 2 as never, name: 'Lea', role: 'lead' } } as const
    completeByHand(station, top(station), { quantity: null, reason: 'as agreed' }, lead)
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'attention', 'The run has gone on'])
    expect(bill(view(station).top)).toContain('SCREW 0/4')
  })

  it('a unit that was scrapped in the window is refused by the scan', () => {
    const station = building('M1')
    lose(station, 'M2', 'scrapped')
    expect(message(station, 'M2')).toContain('was scrapped')
  })
})

describe('choosing what scans go to', () => {
  it('takes a unit in hand as its label does, and begins the run again where nothing is open', () => {
    const station = building('M1', 'GB-0002')
    const second = top(station)
    scan(station, 'DS:HOME')
    expect(chooseBuild(station, second)).toMatchObject({ kind: 'done' })
    expect(view(station).top?.serial).toBe('GB-0002')
  })

  it('takes what is complete in hand to have something taken out and replaced, and it stays complete', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    const first = top(station)
    scan(station, 'DS:DONE')
    expect(chooseBuild(station, first)).toMatchObject({
      kind: 'done',
      message: expect.stringContaining('what is taken out of it can be replaced')
    })
    expect(view(station).top).toMatchObject({ serial: 'GB-0001', state: 'completed' })
    expect(last(station, 'DS:UNDO')).toEqual(['nothing-to-undo', 'refused', 'Nothing to take back'])
    takeOutByHand(station, installed(station, 'MOTOR'), why)
    expect(last(station, 'M3')).toEqual(['accepted', 'line-complete', 'M3 installed'])
    expect(last(station, 'DS:UNDO')).toEqual(['accepted', 'accepted', 'Taken back'])
    expect(last(station, 'DS:UNDO')).toEqual(['nothing-to-undo', 'refused', 'Nothing to take back'])
    scan(station, 'M3')
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Rework ended'])
    expect(view(station).top).toMatchObject({ serial: 'GB-0002', state: 'open' })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('does not take in hand what is complete and has left', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    const first = top(station)
    scan(station, 'DS:DONE')
    lose(station, 'GB-0001', 'scrapped')
    expect(chooseBuild(station, first)).toEqual({
      kind: 'refused',
      reason: 'built-already',
      message: 'GB-0001 (GEARBOX) is completed and was scrapped.'
    })
  })

  it('is refused while an order is open, and while something is pending', () => {
    const station = building(...ONE_GEARBOX(['M1', 'M2'], 'B1'))
    scan(station, 'DS:DONE')
    const second = top(station)
    scan(station, 'SCREW')
    expect(chooseBuild(station, second)).toMatchObject({ kind: 'refused', reason: 'finish-first' })
    scan(station, 'DS:HOME', 'PO-1')
    expect(chooseBuild(station, second)).toMatchObject({ kind: 'refused', reason: 'finish-first' })
    expect(() => chooseBuild(station, 999 as BuildId)).toThrow('not on the run any more')
  })
})
