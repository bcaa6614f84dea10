import { describe, expect, it } from 'vitest'
import { runPage, runView } from '../../../../src/main/services/assembly/run-view.ts'
import { readSession } from '../../../../src/main/services/session-store.ts'
import { removeBomLine, bomLinesOf } from '../../../../src/main/store/bom.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { nextCounter } from '../../../../src/main/store/number-series.ts'
import { findPart } from '../../../../src/main/store/part.ts'
import { findRun } from '../../../../src/main/store/run.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import {
  bill,
  fingerprint,
  last,
  message,
  part,
  putBill,
  putStock,
  quantity,
  startable,
  stockedStation,
  told,
  view
} from '../../../helpers/assembly.ts'
import { scan, stock } from '../../../helpers/store.ts'

describe('a run that has not started', () => {
  it('takes no number and copies no bill by being looked at', () => {
    const station = stockedStation()
    const before = fingerprint(station)
    const run = findRun(station.db, 'G-1')
    expect(run && runView(station, run.id)).toMatchObject({
      state: 'planned',
      top: null,
      isOpen: false,
      obstacle: null,
      next: 'DS:RUN:G-1 starts it.'
    })
    expect(fingerprint(station)).toBe(before)
  })

  it('starts when it is opened: its units have rows and serials, and are being built', () => {
    const station = stockedStation()
    expect(last(station, 'DS:RUN:G-1')).toEqual(['accepted', 'accepted', 'Run G-1 started'])
    expect(
      station.db.prepare("SELECT serial, quantity, location FROM inventory_row WHERE serial LIKE 'GB-%'").all()
    ).toEqual([
      { serial: 'GB-0001', quantity: 0, location: 'DOCK' },
      { serial: 'GB-0002', quantity: 0, location: 'DOCK' }
    ])
    expect(nextCounter(station.db, 'GB-{####}', '')).toBe(3)
    expect(view(station)).toMatchObject({ state: 'started', top: { serial: 'GB-0001' } })
    expect(told(station, 'run', 1)[0]).toBe('Run G-1 started: 2 pcs GEARBOX B, GB-0001 to GB-0002')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('makes the lot of a part that is tracked by lot: the run’s number', () => {
    const station = stockedStation()
    expect(message(station, 'DS:RUN:P-1')).toMatch(/^Lot P-1\. 0 of 10 kg PAINT built\./)
    expect(view(station)).toMatchObject({ lot: 'P-1', top: { lot: 'P-1', quantity: quantity('10') } })
  })

  it('starts once: opening it again takes no more numbers, and goes to the first that is not complete', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'GB-0002', 'DS:HOME')
    const before = fingerprint(station)
    expect(last(station, 'DS:RUN:G-1')).toEqual(['accepted', 'accepted', 'Run G-1'])
    expect(view(station).top?.serial).toBe('GB-0001')
    expect(fingerprint(station)).toBe(before)
  })

  it('opens in front of another run, and leaves that as it is', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'M1', 'DS:RUN:W-1')
    expect(view(station)).toMatchObject({ run: 'W-1' })
    scan(station, 'DS:RUN:G-1')
    expect(bill(view(station).top)).toContain('MOTOR 1/2 M1')
  })

  it('without a bill it opens, says so, and is completed unit by unit', () => {
    const station = stockedStation()
    part(station, 'BLANK', { tracking: 'serial', serialSource: 'generated', serialPattern: 'BL-{##}' })
    startable(station, 'B-1', 'BLANK', '2')
    expect(message(station, 'DS:RUN:B-1')).toContain('There is no bill of materials for BLANK. DS:DONE completes it.')
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'BL-01 (BLANK) completed'])
    expect(last(station, 'DS:DONE')).toEqual(['accepted', 'line-complete', 'Run B-1 complete'])
    expect(stock(station)).toContain('BLANK BL-02 DOCK 1')
  })
})

describe('what keeps a run from starting, and changes nothing', () => {
  it.each([
    ['a number that nobody knows', 'DS:RUN:NONE', 'unknown-code', 'There is no production run NONE'],
    ['a part without a pattern for its serials', 'DS:RUN:M-1', 'no-number', 'MOTOR A has no pattern for serials'],
    ['a pattern that runs out', 'DS:RUN:S-1', 'no-number', 'gives 9 numbers in all'],
    ['half a unit', 'DS:RUN:F-1', 'quantity-wrong', 'for a fraction of one'],
    ['more units than one run numbers', 'DS:RUN:X-1', 'too-many', 'one run numbers 10000 at most'],
    ['more of a component than can be said', 'DS:RUN:Y-1', 'quantity-wrong', 'Split the run'],
    ['a lot of the run’s number from elsewhere', 'DS:RUN:P-1', 'lot-exists', 'there is a lot P-1 of PAINT already']
  ])('%s', (_what, text, reason, words) => {
    const station = stockedStation()
    part(station, 'SHORT', { tracking: 'serial', serialSource: 'generated', serialPattern: 'S-{#}' })
    part(station, 'SAND', { unit: 'kg' })
    putBill(station, 'SAND', 'SCREW', '999999')
    startable(station, 'M-1', 'MOTOR', '1')
    startable(station, 'S-1', 'SHORT', '10')
    startable(station, 'F-1', 'SHORT', '0.5')
    startable(station, 'X-1', 'SHORT', '10001')
    startable(station, 'Y-1', 'SAND', '999999999')
    putStock(station, 'PAINT', { lot: 'P-1', quantity: '1' })
    const before = fingerprint(station)
    expect(last(station, text)[0]).toBe(reason)
    expect(message(station, text)).toContain(words)
    expect(fingerprint(station)).toBe(before)
    expect(readSession(station.db).at).toEqual({ kind: 'idle' })
  })

  it('is told to the window before anybody scans', () => {
    const station = stockedStation()
    startable(station, 'M-1', 'MOTOR', '1')
    const run = findRun(station.db, 'M-1')
    expect((run && runView(station, run.id))?.obstacle).toContain('MOTOR A has no pattern for serials')
  })
})

describe('a bill or a revision that changes under a run', () => {
  it('is said, and the run goes on by its copy', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1', 'DS:HOME')
    const gearbox = findPart(station.db, 'GEARBOX', 'B')
    if (!gearbox) throw new Error('the part is there')
    const lines = bomLinesOf(station.db, gearbox.id, 'B')
    transaction(station.db, () => {
      for (const { id, component } of lines) if (component === 'CABLE') removeBomLine(station.db, id)
    })
    putBill(station, 'HEAD', 'NUT', '3')
    part(station, 'GEARBOX', {
      revision: 'C',
      tracking: 'serial',
      serialSource: 'generated',
      serialPattern: 'GB-{####}'
    })
    const { answer } = scan(station, 'DS:RUN:G-1')
    expect(answer).toMatchObject({ sound: 'attention', title: 'Run G-1' })
    expect(view(station).changes).toEqual([
      'The bill of GEARBOX B has changed',
      'The bill of HEAD has changed',
      'Revision C of GEARBOX has come since'
    ])
    expect(answer.message).toContain('The run goes on by the bill that it started with')
    scan(station, 'C-1')
    expect(bill(view(station).top)).toContain('CABLE 1.5/1.5 C-1:1.5')
    expect(bill(view(station).top)).not.toContain('NUT 0/3')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is not said while nothing has changed', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:G-1')
    expect(view(station).changes).toEqual([])
  })
})

describe('the list of runs', () => {
  it('finds a run by its number, its part or its description, and leaves out what is complete when asked', () => {
    const station = stockedStation()
    scan(station, 'DS:RUN:H-1', 'B1', 'R-1', 'DS:DONE', 'DS:HOME')
    const find = (search: string, openOnly: boolean) =>
      runPage(station.db, search, openOnly, 0, 50).rows.map(({ run, state }) => `${run} ${state}`)
    expect(find('', false)).toEqual(['G-1 planned', 'P-1 planned', 'W-1 planned', 'H-1 completed'])
    expect(find('', true)).toEqual(['G-1 planned', 'P-1 planned', 'W-1 planned'])
    expect(find('gearb', false)).toEqual(['G-1 planned'])
    expect(find('h-1', false)).toEqual(['H-1 completed'])
    expect(runPage(station.db, '', true, 1, 1)).toMatchObject({ total: 3, rows: [{ run: 'P-1' }] })
  })
})
