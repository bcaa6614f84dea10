import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantOf, parseDay, todayOf, UTC } from '../../src/core/clock.ts'
import type { Day } from '../../src/core/clock.ts'

const epochMs = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 11, 31) })
const day = epochMs.map((ms) => UTC.dayOf(instantOf(ms)))

describe('instants and days', () => {
  it('are written in UTC with milliseconds, and sort as text', () => {
    expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z')
    fc.assert(
      fc.property(epochMs, epochMs, (a, b) => {
        expect(Date.parse(instantOf(a))).toBe(a)
        expect(Math.sign(a - b)).toBe(instantOf(a) < instantOf(b) ? -1 : instantOf(a) === instantOf(b) ? 0 : 1)
      })
    )
  })

  it('fall on the day and at the time of where the clock hangs', () => {
    expect(UTC.dayOf(instantOf(Date.UTC(2026, 10, 23, 23, 59, 59, 999)))).toBe('2026-11-23')
    expect(todayOf({ now: () => Date.UTC(2026, 10, 24), local: UTC })).toBe('2026-11-24')
    expect(UTC.timeOf(instantOf(Date.UTC(2026, 10, 24, 7, 5, 59)))).toBe('07:05')
  })

  it('are read back', () => {
    fc.assert(
      fc.property(day, (day) => {
        expect(parseDay(day)).toBe(day)
      })
    )
  })

  it.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2027-02-29',
    '2026-1-1',
    '20261123',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '2026-11-23\n',
    'today'
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('count over months, years and leap days', () => {
    expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28' as Day, 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01' as Day, -1)).toBe('2026-02-28')
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        const later = addDays(day, days)
        expect(addDays(later, -days)).toBe(day)
        expect((Date.parse(later) - Date.parse(day)) / 86_400_000).toBe(days)
      })
    )
  })
})
