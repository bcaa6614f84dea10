import { addDays, type Day } from '../clock.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'

/** What is counted every so many days: a place, or a class of parts wherever it lies. */
export type ScheduledSubject =
  | { readonly kind: 'place'; readonly location: string }
  | { readonly kind: 'tracking'; readonly tracking: TrackingType }
  /** Parts whose numbers begin so. */
  | { readonly kind: 'prefix'; readonly prefix: string }

export const MAX_EVERY_DAYS = 3650

/**
 * The day on which a place is due again: so many days after it was last counted, or the day from which the schedule
 * holds where it never was.
 */
export function dueDay(everyDays: number, since: Day, lastCounted: Day | null): Day {
  return lastCounted === null ? since : addDays(lastCounted, everyDays)
}

/** `A-01`, `parts tracked by lot`, `parts SCREW-…`. */
export function subjectWords(subject: ScheduledSubject): string {
  switch (subject.kind) {
    case 'place':
      return subject.location
    case 'tracking':
      return CLASS_WORDS[subject.tracking]
    case 'prefix':
      return `parts ${subject.prefix}…`
  }
}

const CLASS_WORDS: Readonly<Record<TrackingType, string>> = {
  serial: 'units with serials',
  lot: 'lots',
  untracked: 'untracked parts'
}
