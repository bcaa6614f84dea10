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

/** The day an instant falls on, in UTC: the same on every machine of an organisation. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day
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
