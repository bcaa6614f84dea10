import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import { lastingInWords, lastingOf } from '../../../src/core/numbering/lasting.ts'
import { dayOfText, patternOf } from './generated-patterns.ts'

const TODAY = dayOfText('2026-11-23')

function words(pattern: string, used: number, { next = 1, days = 30 } = {}): string {
  return lastingInWords(lastingOf(patternOf(pattern), TODAY, next, { used, days }), TODAY)
}

describe('until when numbers last, in words', () => {
  it('says the day on which the last one is used, at the rate of late', () => {
    expect(words('SN-{####}', 1200, { next: 5_561 })).toBe(
      'At 40 a day, as in the last 30 days, lasts until 2027-03-13.'
    )
    const days = (9_999 - 5_560) / 40
    expect(addDays(TODAY, Math.floor(days))).toBe('2027-03-13')
  })

  it('says so where the counter starts anew in time', () => {
    expect(words('{YY}{MM}-{####}', 1200)).toBe(
      'At 40 a day, as in the last 30 days, never runs out: it starts anew each month.'
    )
    expect(words('{YY}{JJJ}-{##}', 60)).toBe(
      'At 2 a day, as in the last 30 days, never runs out: it starts anew each day.'
    )
  })

  it('says so where it starts anew too late', () => {
    expect(words('{YY}-{####}', 1200)).toBe(
      'At 40 a day, as in the last 30 days, lasts until 2027-09-07, though it starts anew each year.'
    )
  })

  it('says that it runs out today', () => {
    expect(words('{###}', 30, { next: 999, days: 1 })).toBe('At 30 a day, as in the last day, runs out today.')
    expect(words('{###}', 30, { next: 1000, days: 1 })).toBe('At 30 a day, as in the last day, runs out today.')
  })

  it('tells a rate below one a day by what was used', () => {
    expect(words('SN-{##}', 3)).toBe('At 3 in the last 30 days, lasts until 2029-08-09.')
  })

  it('names no day that nobody plans for, however slow the use and wide the counter', () => {
    expect(words('{###############}', 1)).toBe('At 1 in the last 30 days, lasts more than 100 years.')
    expect(words('{######}', 30)).toBe('At 1 a day, as in the last 30 days, lasts more than 100 years.')
  })

  it('foretells nothing of what was not used', () => {
    expect(words('SN-{####}', 0)).toBe('None was used in the last 30 days, so nobody can say when it runs out.')
    expect(words('SN-{YY}-{####}', 0, { days: 1 })).toBe(
      'None was used in the last day, so nobody can say when it runs out. It starts anew each year.'
    )
  })

  it('foretells nothing of a counter for each order', () => {
    expect(words('{ORDER}-{###}', 40)).toBe('Each order or run counts from 1.')
    expect(words('{ORDER}-{SUPPLIER}-{YYYY}-{###}', 40)).toBe(
      'Each order or run and supplier counts from 1, anew each year.'
    )
  })
})
