import type { Day, Instant, LocalTime } from '../core/clock.ts'

/** The calendar and the time of day of a time zone, by its IANA name; of the zone the computer is set to by itself. */
export function localTime(timeZone?: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  })
  const partsOf = (instant: Instant) =>
    new Map(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]))
  return {
    dayOf(instant) {
      const parts = partsOf(instant)
      return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}` as Day
    },
    timeOf(instant) {
      const parts = partsOf(instant)
      return `${parts.get('hour')}:${parts.get('minute')}`
    }
  }
}
