import { instantOf } from '../../../core/clock.ts'
import type { Day, Instant } from '../../../core/clock.ts'

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** An instant in the time of this PC, `2026-11-23 10:42:07`: sorted as text it is sorted in time. */
export function formatMoment(instant: Instant): string {
  const date = new Date(instant)
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())} ${formatTimeOfDay(instant)}`
}

/** The calendar day on this PC. */
export function dayHere(instant: Instant): Day {
  return formatMoment(instant).slice(0, DAY_LENGTH) as Day
}

/** The time of day alone, `10:42:07`. */
export function formatTimeOfDay(instant: Instant): string {
  const date = new Date(instant)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
}

/** The time of day of what is of today, the day of what is older. */
export function formatRecent(instant: Instant, nowMs: number): string {
  const day = dayHere(instant)
  return day === dayHere(instantOf(nowMs)) ? formatTimeOfDay(instant) : day
}

/** Whole days from one day to another; negative when the other is past. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
