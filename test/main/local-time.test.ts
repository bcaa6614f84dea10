import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/core/clock.ts'
import { localTime } from '../../src/main/local-time.ts'

function told(timeZone: string, instant: string): string {
  const local = localTime(timeZone)
  return `${local.dayOf(instant as Instant)} ${local.timeOf(instant as Instant)}`
}

describe('the calendar of a time zone', () => {
  it.each([
    ['UTC', '2026-11-23T22:30:00.000Z', '2026-11-23 22:30'],
    ['Asia/Tokyo', '2026-11-23T22:30:00.000Z', '2026-11-24 07:30'],
    ['America/Los_Angeles', '2026-11-24T07:59:59.999Z', '2026-11-23 23:59'],
    ['America/Los_Angeles', '2026-11-24T08:00:00.000Z', '2026-11-24 00:00'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00.000Z', '2027-01-01 00:00']
  ])('of %s tells %s as %s', (zone, instant, text) => {
    expect(told(zone, instant)).toBe(text)
  })

  it('follows daylight saving, by which an hour comes twice and a day never does', () => {
    expect(told('Europe/Berlin', '2026-10-25T00:30:00.000Z')).toBe('2026-10-25 02:30')
    expect(told('Europe/Berlin', '2026-10-25T01:30:00.000Z')).toBe('2026-10-25 02:30')
    expect(told('Europe/Berlin', '2026-10-25T23:00:00.000Z')).toBe('2026-10-26 00:00')
  })

  it('is that of the computer where no zone is named', () => {
    const now = new Date(2026, 10, 24, 0, 0)
    expect(localTime().dayOf(now.toISOString() as Instant)).toBe('2026-11-24')
    expect(localTime().timeOf(now.toISOString() as Instant)).toBe('00:00')
  })
})
