import type { Day } from '../clock.ts'
import { assertNever } from '../assert.ts'

/** The parts of a date that a number can show; `WW` is the ISO 8601 week, `JJJ` the day of the year. */
export type DateToken = 'YYYY' | 'YY' | 'MM' | 'DD' | 'WW' | 'JJJ'

export const DATE_TOKENS: readonly DateToken[] = ['YYYY', 'YY', 'MM', 'DD', 'WW', 'JJJ']

/** How often a counter begins again at 1. */
export type Restart = 'never' | 'yearly' | 'monthly' | 'weekly' | 'daily'

/** An ISO 8601 week: it belongs to the year that its Thursday is in, so `2027-01-03` is in week 53 of 2026. */
export interface IsoWeek {
  readonly year: number
  readonly week: number
}

const DAY_MS = 86_400_000

export function isoWeekOf(day: Day): IsoWeek {
  const dayNumber = dayNumberOf(day)
  const thursday = new Date((dayNumber - weekdayOf(dayNumber) + 3) * DAY_MS)
  const year = thursday.getUTCFullYear()
  return { year, week: Math.floor((thursday.getTime() - startOfYear(year)) / DAY_MS / 7) + 1 }
}

/** 1 on 1 January, 366 on the last day of a leap year. */
export function dayOfYear(day: Day): number {
  return dayNumberOf(day) - startOfYear(yearOf(day)) / DAY_MS + 1
}

/**
 * Whether `YYYY` and `YY` mean the year of the ISO week.
 *
 * They do where a week stands with neither a month nor a day: in the calendar year, 29 December 2025 and
 * 1 January 2025 would both be week 1 of 2025, and two weeks would share their numbers.
 */
export function meansWeekYear(tokens: ReadonlySet<DateToken>): boolean {
  return tokens.has('WW') && !tokens.has('MM') && !tokens.has('DD') && !tokens.has('JJJ')
}

/**
 * The finest period that the tokens pin down, so that a counter can begin again without ever repeating a number.
 *
 * Without a year nothing is pinned down: `{MM}` comes back every year. `{YYYY}{DD}` comes back every month, so it
 * restarts yearly; with the week beside it the day is found, since a week spans seven different days of the month.
 * `{YY}` comes back after a century, which is accepted.
 */
export function restartOf(tokens: ReadonlySet<DateToken>): Restart {
  if (!tokens.has('YYYY') && !tokens.has('YY')) return 'never'
  if (tokens.has('JJJ') || (tokens.has('DD') && (tokens.has('MM') || tokens.has('WW')))) return 'daily'
  if (tokens.has('WW')) return 'weekly'
  return tokens.has('MM') ? 'monthly' : 'yearly'
}

/** The period a day lies in, as a key: empty, `2026`, `2026-11`, `2026-W48` or `2026-11-23`. */
export function periodOf(restart: Restart, day: Day): string {
  switch (restart) {
    case 'never':
      return ''
    case 'yearly':
      return day.slice(0, 4)
    case 'monthly':
      return day.slice(0, 7)
    case 'weekly': {
      const { year, week } = isoWeekOf(day)
      return `${digits(year, 4)}-W${digits(week, 2)}`
    }
    case 'daily':
      return day
    default:
      return assertNever(restart)
  }
}

/** How many days are left in a day's period, that day included; absent where the counter never restarts. */
export function daysLeftInPeriod(restart: Restart, day: Day): number | undefined {
  const year = yearOf(day)
  switch (restart) {
    case 'never':
      return undefined
    case 'yearly':
      return startOfYear(year + 1) / DAY_MS - dayNumberOf(day)
    case 'monthly':
      return new Date(utc(year, Number(day.slice(5, 7)), 0)).getUTCDate() - Number(day.slice(8, 10)) + 1
    case 'weekly':
      return 7 - weekdayOf(dayNumberOf(day))
    case 'daily':
      return 1
    default:
      return assertNever(restart)
  }
}

/** What a token shows on a day. `weekYear` as {@link meansWeekYear} says for the pattern around it. */
export function dateText(token: DateToken, day: Day, weekYear: boolean): string {
  switch (token) {
    case 'YYYY':
      return weekYear ? digits(isoWeekOf(day).year, 4) : day.slice(0, 4)
    case 'YY':
      return dateText('YYYY', day, weekYear).slice(2)
    case 'MM':
      return day.slice(5, 7)
    case 'DD':
      return day.slice(8, 10)
    case 'WW':
      return digits(isoWeekOf(day).week, 2)
    case 'JJJ':
      return digits(dayOfYear(day), 3)
    default:
      return assertNever(token)
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** Whole days since 1970-01-01. */
function dayNumberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** 0 for Monday to 6 for Sunday; day 0 was a Thursday. */
function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7
}

function startOfYear(year: number): number {
  return utc(year, 0, 1)
}

/** `Date.UTC` without its habit of reading the years 0 to 99 as 1900 to 1999. */
function utc(year: number, monthIndex: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, monthIndex, dayOfMonth)
}
