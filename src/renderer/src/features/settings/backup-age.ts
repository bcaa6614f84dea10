import type { Instant } from '../../../../core/clock.ts'

const HOUR_MS = 3_600_000

/** How old a backup is, in words that follow *is*: `3 hours old`. */
export function backupAge(at: Instant, nowMs: number): string {
  const hours = Math.floor((nowMs - Date.parse(at)) / HOUR_MS)
  if (hours < 1) return 'less than an hour old'
  if (hours < 48) return hours === 1 ? 'an hour old' : `${hours} hours old`
  return `${Math.floor(hours / 24)} days old`
}
