/** The time comes in as a parameter, so that rules can be tested on any day. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

/** An instant as ISO 8601 in UTC with milliseconds, `2026-11-23T10:42:07.123Z`: the form kept in every table. */
export type Instant = string & { readonly __brand: 'Instant' }

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' }

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

/** The calendar and the clock on the wall where the station stands. Instants are kept in UTC; people are told these. */
export interface LocalTime {
  /** The calendar day there. */
  dayOf(instant: Instant): Day
  /** The time of day there, `10:42`. */
  timeOf(instant: Instant): string
}

export const UTC: LocalTime = {
  dayOf: (instant) => instant.slice(0, 10) as Day,
  timeOf: (instant) => instant.slice(11, 16)
}

/** A clock that knows where it hangs. */
export interface StationClock extends Clock {
  readonly local: LocalTime
}

/** The day it is where the clock hangs. */
export function todayOf(clock: StationClock): Day {
  return clock.local.dayOf(instantOf(clock.now()))
}

/** Reads `YYYY-MM-DD`; absent when the text is no such day (`2026-02-30` is none). */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const epochMs = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(epochMs) || instantOf(epochMs).slice(0, 10) !== text) return undefined
  return text as Day
}

export function addDays(day: Day, days: number): Day {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10) as Day
}
