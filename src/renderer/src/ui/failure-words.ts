import { StationError } from '../../../core/errors.ts'

/** The station's own words; for a bug, what a person can do about it. */
export function failureWords(error: unknown): string {
  if (error instanceof StationError) return error.message
  const reason = error instanceof Error ? error.message : String(error)
  return `Something went wrong inside Dockside: ${reason}. What was recorded is kept. If it comes again, start Dockside anew.`
}
