import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../src/core/clock.ts'
import {
  DATE_TOKENS,
  dateText,
  dayOfYear,
  daysLeftInPeriod,
  isoWeekOf,
  meansWeekYear,
  periodOf,
  restartOf,
  type DateToken,
  type Restart
} from '../../../src/core/numbering/calendar.ts'
import { dayOfText } from './generated-patterns.ts'

const RESTARTS: readonly Restart[] = ['never', 'yearly', 'monthly', 'weekly', 'daily']

function weekText(text: string): string {
  const { year, week } = isoWeekOf(dayOfText(text))
  return `${year}-W${week}`
}

describe('the calendar', () => {
  it.each([
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W1'],
    ['2025-01-01', '2025-W1'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W1'],
    ['2024-12-30', '2025-W1'],
    ['2005-01-01', '2004-W53'],
    ['2008-12-29', '2009-W1'],
    ['2010-01-03', '2009-W53'],
    ['2000-02-29', '2000-W9'],
    ['1969-12-29', '1970-W1'],
    ['0099-12-31', '99-W53']
  ])('puts %s into the ISO week %s', (text, week) => {
    expect(weekText(text)).toBe(week)
  })

  it('counts the days of a year', () => {
    expect(dayOfYear(dayOfText('2026-01-01'))).toBe(1)
    expect(dayOfYear(dayOfText('2026-12-31'))).toBe(365)
    expect(dayOfYear(dayOfText('2028-12-31'))).toBe(366)
    expect(dayOfYear(dayOfText('2100-12-31'))).toBe(365)
  })

  it.each<[Restart, string, number | undefined]>([
    ['never', '2026-11-23', undefined],
    ['yearly', '2026-12-31', 1],
    ['yearly', '2028-01-01', 366],
    ['monthly', '2028-02-01', 29],
    ['monthly', '2026-11-30', 1],
    ['weekly', '2026-11-23', 7],
    ['weekly', '2026-11-29', 1],
    ['daily', '2026-11-23', 1]
  ])('knows how many days a %s period has left on %s', (restart, text, days) => {
    expect(daysLeftInPeriod(restart, dayOfText(text))).toBe(days)
  })

  it('ends a period exactly where the next begins', () => {
    for (const restart of RESTARTS) {
      for (let day = dayOfText('2023-12-25'); day < '2025-02-01'; day = addDays(day, 1)) {
        const left = daysLeftInPeriod(restart, day)
        if (left === undefined) continue
        expect(periodOf(restart, addDays(day, left - 1))).toBe(periodOf(restart, day))
        expect(periodOf(restart, addDays(day, left))).not.toBe(periodOf(restart, day))
      }
    }
  })
})

describe('the restart of a counter', () => {
  it.each<[readonly DateToken[], Restart, string]>([
    [[], 'never', ''],
    [['MM', 'DD'], 'never', ''],
    [['YYYY'], 'yearly', '2026'],
    [['YY', 'DD'], 'yearly', '2026'],
    [['YYYY', 'MM'], 'monthly', '2026-12'],
    [['YY', 'WW'], 'weekly', '2026-W53'],
    [['YYYY', 'MM', 'WW'], 'weekly', '2026-W53'],
    [['YYYY', 'MM', 'DD'], 'daily', '2026-12-31'],
    [['YY', 'JJJ'], 'daily', '2026-12-31']
  ])('with %j is %s', (tokens, restart, period) => {
    expect(restartOf(new Set(tokens))).toBe(restart)
    expect(periodOf(restart, dayOfText('2026-12-31'))).toBe(period)
  })

  it('lets the year be that of the week where no month or day stands beside it', () => {
    expect(meansWeekYear(new Set<DateToken>(['YYYY', 'WW']))).toBe(true)
    expect(meansWeekYear(new Set<DateToken>(['YYYY', 'WW', 'MM']))).toBe(false)
    expect(meansWeekYear(new Set<DateToken>(['YYYY', 'WW', 'JJJ']))).toBe(false)
    expect(dateText('YYYY', dayOfText('2027-01-02'), true)).toBe('2026')
    expect(dateText('YY', dayOfText('2027-01-02'), true)).toBe('26')
    expect(dateText('YYYY', dayOfText('2027-01-02'), false)).toBe('2027')
  })

  it('is the finest that the tokens pin down, for every set of tokens over forty years', () => {
    const days = daysFrom('2001-01-01', 40 * 365.25)
    const periods = RESTARTS.map((restart) => days.map((day) => periodOf(restart, day)))
    for (const tokens of subsets(DATE_TOKENS)) {
      const weekYear = meansWeekYear(tokens)
      const shown = days.map((day) => [...tokens].map((token) => dateText(token, day, weekYear)).join('|'))
      const finest = RESTARTS.filter((_, index) => pinsDown(shown, periods[index] ?? [])).at(-1)
      expect([[...tokens], restartOf(tokens)]).toEqual([[...tokens], finest])
    }
  })
})

/** Whether days that show the same always lie in the same period. */
function pinsDown(shown: readonly string[], periods: readonly string[]): boolean {
  const known = new Map<string, string | undefined>()
  return shown.every((text, index) => {
    if (!known.has(text)) known.set(text, periods[index])
    return known.get(text) === periods[index]
  })
}

function daysFrom(first: string, count: number): readonly Day[] {
  const days: Day[] = []
  for (let day = dayOfText(first); days.length < count; day = addDays(day, 1)) days.push(day)
  return days
}

function subsets(tokens: readonly DateToken[]): readonly ReadonlySet<DateToken>[] {
  return Array.from(
    { length: 2 ** tokens.length },
    (_, bits) => new Set(tokens.filter((_, index) => bits & (1 << index)))
  )
}
