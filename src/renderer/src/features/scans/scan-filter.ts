import { instantOf } from '../../../../core/clock.ts'
import type { Instant } from '../../../../core/clock.ts'
import type { Sound } from '../../../../core/scan-sound.ts'
import type { ScanFilterInput } from '../../../../ipc/journal-api.ts'

export type Outcome = Sound | 'unanswered'

/** What the list is narrowed to, as it was chosen; empty for any. Days are those of this PC, as `YYYY-MM-DD`. */
export interface ScanFacets {
  readonly scanner: string
  readonly outcome: Outcome | ''
  readonly fromDay: string
  readonly toDay: string
}

export const ANY: ScanFacets = { scanner: '', outcome: '', fromDay: '', toDay: '' }

/** As the station is asked. A day begins and ends by the clock on the wall. */
export function filterOf(search: string, { scanner, outcome, fromDay, toDay }: ScanFacets): ScanFilterInput {
  return {
    search,
    scanner: scanner || null,
    outcome: outcome || null,
    from: beginningOf(fromDay, 0),
    before: beginningOf(toDay, 1)
  }
}

/** The first instant of a day, or of one so many days later; null where no day was chosen. */
function beginningOf(day: string, daysLater: number): Instant | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const midnight = new Date(year, month - 1, date + daysLater)
  // Years of one or two digits, as while one types them, are not those of the last century.
  midnight.setFullYear(year, month - 1, date + daysLater)
  const epochMs = midnight.getTime()
  return Number.isNaN(epochMs) ? null : instantOf(epochMs)
}
