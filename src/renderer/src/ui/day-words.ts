import type { Day } from '../../../core/clock.ts'
import { daysBetween } from './moments.ts'
import type { Tone } from './tone.ts'

export interface DayWords {
  readonly words: string
  readonly tone: Tone
}

/** When something is due, as a person says it; the day itself belongs beside it. */
export function dueWords(due: Day, today: Day): DayWords {
  const days = daysBetween(today, due)
  if (days < 0) return { words: `${inDays(-days)} late`, tone: 'bad' }
  if (days === 0) return { words: 'due today', tone: 'warn' }
  if (days === 1) return { words: 'due tomorrow', tone: 'quiet' }
  return { words: `due in ${inDays(days)}`, tone: 'quiet' }
}

const WARN_DAYS_BEFORE_EXPIRY = 30

/** What an expiry day asks of the reader: nothing until a month before. */
export function expiryWords(expiry: Day, today: Day): DayWords {
  const days = daysBetween(today, expiry)
  if (days < 0) return { words: `expired ${expiry}`, tone: 'bad' }
  if (days === 0) return { words: 'expires today', tone: 'warn' }
  if (days <= WARN_DAYS_BEFORE_EXPIRY) return { words: `${expiry}, ${inDays(days)}`, tone: 'warn' }
  return { words: expiry, tone: 'quiet' }
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
