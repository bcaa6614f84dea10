import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeProblem } from '../../../src/core/code.ts'
import type { Day } from '../../../src/core/clock.ts'
import { EMPTY_CONTEXT, type NumberContext } from '../../../src/core/numbering/bind.ts'
import { formatPattern, type Pattern } from '../../../src/core/numbering/pattern.ts'
import {
  capacityOf,
  periodOf,
  previewNumbers,
  renderNumber,
  restartOfPattern,
  seriesOf
} from '../../../src/core/numbering/series.ts'
import { findOverlap, shapeOf } from '../../../src/core/numbering/overlap.ts'
import { mayProduce } from '../../../src/core/numbering/match.ts'
import { PROPERTY_RUNS, anyPatternText, context, day, patternOf } from './generated-patterns.ts'

const BOLT: NumberContext = {
  partNumber: 'BOLT-1',
  revision: 'B',
  order: 'PO-7',
  supplier: 'ACME',
  site: 'BER',
  station: 'DOCK-1'
}

function on(day: string): Day {
  return day as Day
}

function number(text: string, day: string, value: number, values = BOLT) {
  const rendered = renderNumber(patternOf(text), values, on(day), value)
  return rendered.ok ? rendered.number : rendered.problem
}

function seriesKey(pattern: Pattern, values: NumberContext) {
  const series = seriesOf(pattern, values)
  return series.ok ? series.series : series.problem
}

describe('a number', () => {
  it.each([
    ['SN-{#####}', 'SN-00042'],
    ['{PN}/{REV}/{####}', 'BOLT-1/B/0042'],
    ['{ORDER}.{SUPPLIER}.{SITE}.{STATION}.{###}', 'PO-7.ACME.BER.DOCK-1.042'],
    ['{YYYY}{MM}{DD}-{##}', '20270102-42'],
    ['{YY}{JJJ}-{##}', '27002-42'],
    ['{YYYY}W{WW}-{##}', '2026W53-42'],
    ['{YY}{MM}W{WW}-{##}', '2701W53-42'],
    ['{X####}', '001A'],
    ['{C}-{####}', 'T-0042'],
    ['A1-2425G-ABC{####}002-{C}', 'A1-2425G-ABC0042002-X'],
    ['{{{##}}}', '{42}']
  ])('of %s is %s', (text, expected) => {
    expect(number(text, '2027-01-02', 42)).toBe(expected)
  })

  it('bears the published check character of a whole number', () => {
    expect(number('A1-2425G-ABC{####}002-{C}', '2027-01-02', 1234)).toBe('A1-2425G-ABC1234002-M')
  })

  it('is refused where a token has no value', () => {
    expect(number('{ORDER}-{REV}-{##}', '2026-11-23', 1, { ...BOLT, order: '', revision: '' })).toEqual({
      kind: 'missing-context',
      tokens: ['ORDER', 'REV']
    })
  })

  it.each([
    ['Müller', 'not-printable-ascii'],
    [' PO', 'outer-blank'],
    ['a\nb', 'not-printable-ascii'],
    ['x'.repeat(49), 'too-long']
  ])('is refused where a token stands for %j', (order, problem) => {
    expect(number('{ORDER}-{##}', '2026-11-23', 1, { ...BOLT, order })).toEqual({
      kind: 'not-a-code',
      token: 'ORDER',
      value: order,
      problem
    })
  })

  it('is refused where it would be longer than a code', () => {
    const values = { ...BOLT, order: 'x'.repeat(40) }
    expect(number('{ORDER}-{#######}', '2026-11-23', 1, values)).toBe(`${values.order}-0000001`)
    expect(number('{ORDER}-{########}', '2026-11-23', 1, values)).toEqual({ kind: 'too-long', length: 49 })
  })

  it('is refused after the last that the counter has room for', () => {
    expect(number('{##}', '2026-11-23', 99)).toBe('99')
    expect(number('{##}', '2026-11-23', 100)).toEqual({ kind: 'run-out', capacity: 99, remaining: 0 })
  })

  it('says in words why it is refused', () => {
    const rendered = renderNumber(patternOf('{YYYY}{MM}-{##}'), BOLT, on('2026-11-23'), 100)
    expect(rendered).toMatchObject({
      reason: 'The pattern {YYYY}{MM}-{##} gives 99 numbers a month, and none is left. Give the part a wider counter.'
    })
  })

  it('is made literally of whatever its tokens stand for', () => {
    const values = { ...EMPTY_CONTEXT, partNumber: '{##}$&\\1' }
    expect(number('{PN}-{##}', '2026-11-23', 1, values)).toBe('{##}$&\\1-01')
  })
})

describe('a series', () => {
  it('is shared by parts with one pattern that does not name them', () => {
    const pattern = patternOf('SN-{#####}')
    expect(seriesKey(pattern, BOLT)).toBe(seriesKey(pattern, { ...BOLT, partNumber: 'NUT-2' }))
  })

  it('is one for each part that the pattern names', () => {
    const pattern = patternOf('{PN}-{####}')
    expect(seriesKey(pattern, BOLT)).toBe('BOLT-1-{####}')
    expect(seriesKey(pattern, { ...BOLT, partNumber: 'NUT-2' })).toBe('NUT-2-{####}')
  })

  it('is one for values that are written alike together', () => {
    const pattern = patternOf('{PN}{REV}-{##}')
    const split = (partNumber: string, revision: string) => ({ ...BOLT, partNumber, revision })
    expect(seriesKey(pattern, split('A', '1B'))).toBe(seriesKey(pattern, split('A1', 'B')))
  })

  it('is not that of a part which is named like a token', () => {
    const named = seriesKey(patternOf('{PN}{##}'), { ...BOLT, partNumber: '{YY}' })
    expect(named).not.toBe(seriesKey(patternOf('{YY}{##}'), BOLT))
    expect(named).toBe('{{YY}}{##}')
  })

  it('has a key that is a pattern again', () => {
    fc.assert(
      fc.property(anyPatternText, context, (text, values) => {
        const series = seriesOf(patternOf(text), values)
        if (series.ok) expect(formatPattern(patternOf(series.series))).toBe(series.series)
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })

  it.each([
    ['{####}', 'never', ''],
    ['{YYYY}-{####}', 'yearly', '2027'],
    ['{YYYY}{DD}-{####}', 'yearly', '2027'],
    ['{YYYY}{MM}-{####}', 'monthly', '2027-01'],
    ['{YYYY}{WW}-{####}', 'weekly', '2026-W53'],
    ['{YYYY}{JJJ}-{####}', 'daily', '2027-01-02'],
    ['{MM}{DD}-{####}', 'never', '']
  ])('of %s restarts %s', (text, restart, period) => {
    expect(restartOfPattern(patternOf(text))).toBe(restart)
    expect(periodOf(patternOf(text), on('2027-01-02'))).toBe(period)
  })
})

describe('a preview', () => {
  it('shows the first and the last number and what is left', () => {
    expect(previewNumbers(patternOf('SN-{###}'), BOLT, on('2026-11-23'), 10, 25)).toEqual({
      ok: true,
      first: 'SN-010',
      last: 'SN-034',
      remaining: 965,
      capacity: 999
    })
  })

  it('says how many are left where that is too few', () => {
    expect(previewNumbers(patternOf('SN-{##}'), BOLT, on('2026-11-23'), 90, 25)).toMatchObject({
      ok: false,
      problem: { kind: 'run-out', capacity: 99, remaining: 10 },
      reason: 'The pattern SN-{##} gives 99 numbers in all, and only 10 are left. Give the part a wider counter.'
    })
    expect(previewNumbers(patternOf('SN-{##}'), BOLT, on('2026-11-23'), 100, 1)).toMatchObject({
      problem: { remaining: 0 }
    })
  })
})

describe('numbers, whatever the patterns, the parts and the days', () => {
  it('are legal codes of their pattern, and never the same twice', () => {
    fc.assert(
      fc.property(
        anyPatternText,
        fc.array(fc.tuple(context, day), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (text, draws, count) => {
          const pattern = patternOf(text)
          const seriesOfNumber = new Map<string, string>()
          for (const { number, series } of drawAll(pattern, draws, count)) {
            expect(codeProblem(number)).toBeUndefined()
            expect(mayProduce(pattern, number)).toBe(true)
            const other = seriesOfNumber.get(number)
            if (other !== undefined) {
              expect(other).not.toBe(series)
              expect(findOverlap(shapeOf(patternOf(other)), shapeOf(patternOf(series)))).toBeDefined()
              expect(findOverlap(shapeOf(pattern), shapeOf(pattern))).toBeDefined()
            }
            seriesOfNumber.set(number, series)
          }
        }
      ),
      { numRuns: PROPERTY_RUNS }
    )
  })
})

/** Takes numbers as the store does: a counter for each series and period, which only moves on. */
function* drawAll(pattern: Pattern, draws: readonly (readonly [NumberContext, Day])[], count: number) {
  const counters = new Map<string, number>()
  for (const [values, day] of draws) {
    const series = seriesOf(pattern, values)
    if (!series.ok) continue
    const key = `${series.series}\n${periodOf(pattern, on(day))}`
    for (let taken = 0; taken < count; taken++) {
      const next = counters.get(key) ?? 1
      if (next > capacityOf(pattern)) break
      const rendered = renderNumber(pattern, values, on(day), next)
      if (!rendered.ok) throw new Error(rendered.reason)
      counters.set(key, next + 1)
      yield { number: rendered.number, series: series.series }
    }
  }
}
