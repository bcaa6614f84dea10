import { addDays, parseDay } from '../clock.ts'
import type { Day } from '../clock.ts'

/** How a date is written on a label. `YYMMD0`: the day may be `00`, which means the month as a whole. */
export type DateFormat = 'YYMMDD' | 'YYMMD0' | 'DDMMYY' | 'MMDDYY' | 'YYYYMMDD' | 'DDMMYYYY' | 'YYDDD'

export type DateReading =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly lastDay: Day }
  | { readonly kind: 'invalid' }

const INVALID: DateReading = { kind: 'invalid' }

/**
 * Reads a date of a label.
 *
 * `today` tells the century of a year of two digits (GS1 General Specifications 7.12): it is the one that brings the
 * year nearest, from 49 years back to 50 ahead.
 */
export function readDate(digits: string, format: DateFormat, today: Day): DateReading {
  if (digits.length !== format.length || !/^\d+$/.test(digits)) return INVALID
  const yearAt = format.indexOf('Y')
  const yearLength = format.lastIndexOf('Y') + 1 - yearAt
  const yearDigits = digits.slice(yearAt, yearAt + yearLength)
  const year = yearLength === 4 ? yearDigits : fullYear(Number(yearDigits), today)
  if (format === 'YYDDD') return readDayOfYear(year, Number(digits.slice(2)))
  const month = digits.slice(format.indexOf('M'), format.indexOf('M') + 2)
  const day = digits.slice(format.indexOf('D'), format.indexOf('D') + 2)
  if (format === 'YYMMD0' && day === '00') {
    const lastDay = lastDayOf(year, month)
    return lastDay === undefined ? INVALID : { kind: 'month', lastDay }
  }
  return dayReading(parseDay(`${year}-${month}-${day}`))
}

function fullYear(yearOfCentury: number, today: Day): string {
  const thisYear = Number(today.slice(0, 4))
  const ahead = yearOfCentury - (thisYear % 100)
  const century = Math.floor(thisYear / 100) + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0)
  return String(century * 100 + yearOfCentury).padStart(4, '0')
}

function lastDayOf(year: string, month: string): Day | undefined {
  const first = parseDay(`${year}-${month}-01`)
  if (first === undefined) return undefined
  const nextMonth = addDays(first, 31)
  return addDays(nextMonth, -Number(nextMonth.slice(8)))
}

function readDayOfYear(year: string, dayOfYear: number): DateReading {
  const first = parseDay(`${year}-01-01`)
  if (first === undefined || dayOfYear < 1) return INVALID
  const day = addDays(first, dayOfYear - 1)
  return day.startsWith(year) ? { kind: 'day', day } : INVALID
}

function dayReading(day: Day | undefined): DateReading {
  return day === undefined ? INVALID : { kind: 'day', day }
}
