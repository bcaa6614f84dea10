import { instantOf, todayOf, type Day, type Instant, type LocalTime } from '../../../core/clock.ts'
import { codeProblem, describeCodeProblem } from '../../../core/code.ts'
import { dueDay, MAX_EVERY_DAYS, subjectWords, type ScheduledSubject } from '../../../core/counts/schedule.ts'
import type { CountScheduleId } from '../../../core/ids.ts'
import type { CountRequestAnswer, ScheduleView } from '../../../ipc/counts-views.ts'
import {
  countSchedules,
  deleteSchedule,
  lastCounted,
  partsBeginning,
  putSchedule,
  scheduleAt,
  stockedKinds,
  type CountSchedule
} from '../../store/count-schedule.ts'
import { openCountAt } from '../../store/count.ts'
import { transaction, type ReadableDb } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { findLocation } from '../../store/location.ts'
import type { StationContext } from '../context.ts'

/** A place that is to be counted, with the first day on which it is. */
export interface DuePlace {
  readonly location: string
  readonly due: Day
  readonly by: readonly string[]
  readonly lastCounted: Instant | null
  readonly openCount: string | null
}

/**
 * Every scheduled place with the day on which it is due, the first one first. A class of parts is counted where it
 * lies: each place that holds some of it now is due by it.
 */
export function scheduledPlaces(db: ReadableDb, local: LocalTime): readonly DuePlace[] {
  const counted = lastCounted(db)
  const daysCounted = new Map([...counted].map(([location, at]) => [location, local.dayOf(at)]))
  const places = new Map<string, { due: Day; by: string[] }>()
  for (const { schedule, locations } of withPlaces(db)) {
    const { everyDays, since, subject } = schedule
    for (const location of locations) {
      const due = dueDay(everyDays, since, daysCounted.get(location) ?? null)
      const words = `${subjectWords(subject)} every ${everyDays === 1 ? 'day' : `${everyDays} days`}`
      const known = places.get(location)
      if (!known) places.set(location, { due, by: [words] })
      else {
        known.by.push(words)
        if (due < known.due) known.due = due
      }
    }
  }
  return [...places]
    .map(([location, { due, by }]) => ({
      location,
      due,
      by,
      lastCounted: counted.get(location) ?? null,
      openCount: openCountAt(db, location)?.count ?? null
    }))
    .sort((a, b) => a.due.localeCompare(b.due) || a.location.localeCompare(b.location))
}

/** The schedules, with when the first of their places is due. */
export function scheduleViews(db: ReadableDb, local: LocalTime): readonly ScheduleView[] {
  const daysCounted = new Map([...lastCounted(db)].map(([location, at]) => [location, local.dayOf(at)]))
  return withPlaces(db).map(({ schedule: { id, subject, everyDays, since }, locations }) => {
    const days = locations.map((location) => dueDay(everyDays, since, daysCounted.get(location) ?? null)).sort()
    return {
      id,
      kind: subject.kind,
      value: valueOf(subject),
      words: subjectWords(subject),
      everyDays,
      since,
      nextDue: days[0] ?? null,
      places: locations.length
    }
  })
}

/** Counts something every so many days from today on; what was never counted is due at once. */
export function scheduleCount(
  context: StationContext,
  subject: ScheduledSubject,
  everyDaysText: string
): CountRequestAnswer {
  const { db, clock } = context
  return transaction(db, () => {
    const everyDays = /^\d{1,4}$/.test(everyDaysText.trim()) ? Number(everyDaysText.trim()) : 0
    if (everyDays < 1 || everyDays > MAX_EVERY_DAYS) {
      return refusal(`${JSON.stringify(everyDaysText)} cannot be: counts come every 1 to ${MAX_EVERY_DAYS} whole days.`)
    }
    const problem = subjectProblem(db, subject)
    if (problem !== undefined) return refusal(problem)
    putSchedule(db, { subject, everyDays, since: todayOf(clock) })
    append(context, 'count-scheduled', subject, everyDays)
    return { kind: 'done' }
  })
}

export function unscheduleCount(context: StationContext, id: CountScheduleId): CountRequestAnswer {
  const { db } = context
  return transaction(db, () => {
    const schedule = scheduleAt(db, id)
    if (!schedule) return refusal('This schedule is gone already.')
    deleteSchedule(db, id)
    append(context, 'count-unscheduled', schedule.subject, schedule.everyDays)
    return { kind: 'done' }
  })
}

function withPlaces(
  db: ReadableDb
): readonly { readonly schedule: CountSchedule; readonly locations: readonly string[] }[] {
  const schedules = countSchedules(db)
  const kinds = schedules.some(({ subject }) => subject.kind !== 'place') ? stockedKinds(db) : []
  return schedules.map((schedule) => {
    const { subject } = schedule
    switch (subject.kind) {
      case 'place':
        return { schedule, locations: [subject.location] }
      case 'tracking':
        return { schedule, locations: placesOf(kinds.filter(({ tracking }) => tracking === subject.tracking)) }
      case 'prefix': {
        const parts = partsBeginning(db, subject.prefix)
        return { schedule, locations: placesOf(kinds.filter(({ part }) => parts.has(part))) }
      }
    }
  })
}

function placesOf(kinds: readonly { readonly location: string }[]): readonly string[] {
  return [...new Set(kinds.map(({ location }) => location))]
}

function subjectProblem(db: ReadableDb, subject: ScheduledSubject): string | undefined {
  if (subject.kind === 'tracking') return undefined
  if (subject.kind === 'place') {
    return findLocation(db, subject.location)
      ? undefined
      : `There is no place ${JSON.stringify(subject.location)}. Name one that exists, or have it added.`
  }
  const problem = codeProblem(subject.prefix)
  if (problem !== undefined) {
    return `${JSON.stringify(subject.prefix)} cannot begin a part number: ${describeCodeProblem(problem)}.`
  }
  return partsBeginning(db, subject.prefix).size > 0
    ? undefined
    : `No part number begins with ${subject.prefix}. Upper and lower case are told apart.`
}

function append(
  { db, clock, operator, station }: StationContext,
  kind: string,
  subject: ScheduledSubject,
  everyDays: number
): void {
  appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [],
    data: { kind: subject.kind, of: valueOf(subject), every_days: everyDays }
  })
}

function valueOf(subject: ScheduledSubject): string {
  switch (subject.kind) {
    case 'place':
      return subject.location
    case 'tracking':
      return subject.tracking
    case 'prefix':
      return subject.prefix
  }
}

function refusal(message: string): CountRequestAnswer {
  return { kind: 'refused', message }
}
