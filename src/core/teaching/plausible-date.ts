import type { DateFormat } from '../barcode/dates.ts'
import { readDate } from '../barcode/dates.ts'
import type { Day } from '../clock.ts'

/** The ways to write a date that a label of our days may use, the commonest first. */
export const DATE_FORMATS: readonly DateFormat[] = [
  'YYYYMMDD',
  'YYMMDD',
  'DDMMYYYY',
  'DDMMYY',
  'MMDDYY',
  'YYMMD0',
  'YYDDD'
]

const YEARS_AGO = 5
const YEARS_AHEAD = 15

/** Whether a date is one that goods of today may have. */
export function isNear(day: Day, today: Day): boolean {
  const years = Number(day.slice(0, 4)) - Number(today.slice(0, 4))
  return years >= -YEARS_AGO && years <= YEARS_AHEAD
}

/** The day that digits say in one way of writing it; absent where they say none. */
export function dayIn(digits: string, format: DateFormat, today: Day): Day | undefined {
  const reading = readDate(digits, format, today)
  if (reading.kind === 'invalid') return undefined
  return reading.kind === 'day' ? reading.day : reading.lastDay
}

export function isPlausibleDate(digits: string, today: Day): boolean {
  return DATE_FORMATS.some((format) => {
    const day = format === 'YYDDD' ? undefined : dayIn(digits, format, today)
    return day !== undefined && isNear(day, today)
  })
}
