import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../src/core/barcode/dates.ts'
import type { DateFormat } from '../../../src/core/barcode/dates.ts'
import { addDays } from '../../../src/core/clock.ts'
import type { Day } from '../../../src/core/clock.ts'

const today = '2026-11-23' as Day

function write(day: Day, format: DateFormat): string {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (format) {
    case 'YYMMDD':
    case 'YYMMD0':
      return year.slice(2) + month + date
    case 'DDMMYY':
      return date + month + year.slice(2)
    case 'MMDDYY':
      return month + date + year.slice(2)
    case 'YYYYMMDD':
      return year + month + date
    case 'DDMMYYYY':
      return date + month + year
    case 'YYDDD': {
      const dayOfYear = (Date.parse(day) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1
      return year.slice(2) + String(dayOfYear).padStart(3, '0')
    }
  }
}

describe('dates on labels', () => {
  it('are read in every order of their digits', () => {
    const formats: DateFormat[] = ['YYMMDD', 'YYMMD0', 'DDMMYY', 'MMDDYY', 'YYYYMMDD', 'DDMMYYYY', 'YYDDD']
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.integer({ min: -17_000, max: 17_000 }), (format, days) => {
        const day = addDays(today, days)
        expect(readDate(write(day, format), format, today)).toEqual({ kind: 'day', day })
      })
    )
  })

  it.each([
    ['760101', '2076-01-01'],
    ['770101', '1977-01-01'],
    ['990101', '1999-01-01'],
    ['000101', '2000-01-01']
  ])('%s belongs to the century that brings it nearest: %s', (digits, day) => {
    expect(readDate(digits, 'YYMMDD', today)).toEqual({ kind: 'day', day })
  })

  it('changes the century with the years', () => {
    expect(readDate('010101', 'YYMMDD', '2051-06-01' as Day)).toEqual({ kind: 'day', day: '2101-01-01' })
    expect(readDate('990101', 'YYMMDD', '2049-06-01' as Day)).toEqual({ kind: 'day', day: '2099-01-01' })
    expect(readDate('990101', 'YYMMDD', '2048-06-01' as Day)).toEqual({ kind: 'day', day: '1999-01-01' })
  })

  it.each([
    ['260200', '2026-02-28'],
    ['280200', '2028-02-29'],
    ['261200', '2026-12-31']
  ])('%s without its day is the month with its last day %s', (digits, lastDay) => {
    expect(readDate(digits, 'YYMMD0', today)).toEqual({ kind: 'month', lastDay })
  })

  it.each<[string, DateFormat]>([
    ['260200', 'YYMMDD'],
    ['261332', 'YYMMD0'],
    ['261300', 'YYMMD0'],
    ['000000', 'YYMMD0'],
    ['260230', 'YYMMDD'],
    ['20270231', 'YYYYMMDD'],
    ['31122026', 'YYYYMMDD'],
    ['26366', 'YYDDD'],
    ['26000', 'YYDDD'],
    ['2612', 'YYMMDD'],
    ['26-1-1', 'YYMMDD'],
    ['', 'YYMMDD']
  ])('%j is no date as %s', (digits, format) => {
    expect(readDate(digits, format, today)).toEqual({ kind: 'invalid' })
  })

  it('knows the last day of a leap year by its number', () => {
    expect(readDate('28366', 'YYDDD', today)).toEqual({ kind: 'day', day: '2028-12-31' })
  })
})
