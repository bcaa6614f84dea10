import type { Day, Instant } from '../../core/clock.ts'
import type { ScheduledSubject } from '../../core/counts/schedule.ts'
import type { CountScheduleId, PartId } from '../../core/ids.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface CountSchedule {
  readonly id: CountScheduleId
  readonly subject: ScheduledSubject
  readonly everyDays: number
  readonly since: Day
}

interface ScheduleRow {
  readonly id: CountScheduleId
  readonly location: string | null
  readonly tracking: TrackingType | null
  readonly prefix: string | null
  readonly everyDays: number
  readonly since: Day
}

const SELECT_SCHEDULE = 'SELECT id, location, tracking, prefix, every_days AS everyDays, since FROM count_schedule'

export function countSchedules(db: ReadableDb): readonly CountSchedule[] {
  return all<ScheduleRow>(db, `${SELECT_SCHEDULE} ORDER BY location, tracking, prefix`).map(scheduleOf)
}

export function scheduleAt(db: ReadableDb, id: CountScheduleId): CountSchedule | undefined {
  const row = one<ScheduleRow>(db, `${SELECT_SCHEDULE} WHERE id = ?`, id)
  return row && scheduleOf(row)
}

/** Sets how often something is counted; what is scheduled already gets the new days. */
export function putSchedule(db: WritableDb, { subject, everyDays, since }: Omit<CountSchedule, 'id'>): void {
  statement(
    db,
    `INSERT INTO count_schedule (location, tracking, prefix, every_days, since)
     VALUES (@location, @tracking, @prefix, @everyDays, @since)
     ON CONFLICT (coalesce(location, ''), coalesce(tracking, ''), coalesce(prefix, ''))
       DO UPDATE SET every_days = excluded.every_days, since = excluded.since`
  ).run({
    location: subject.kind === 'place' ? subject.location : null,
    tracking: subject.kind === 'tracking' ? subject.tracking : null,
    prefix: subject.kind === 'prefix' ? subject.prefix : null,
    everyDays,
    since
  })
}

export function deleteSchedule(db: WritableDb, id: CountScheduleId): void {
  statement(db, 'DELETE FROM count_schedule WHERE id = ?').run(id)
}

/** When each place was counted last, by posted counts. */
export function lastCounted(db: ReadableDb): ReadonlyMap<string, Instant> {
  const rows = all<{ location: string; at: Instant }>(
    db,
    `SELECT location, max(at) AS at FROM count_place
       JOIN stock_count ON stock_count.id = count_id AND state = 'posted' JOIN event ON event.seq = ended_seq
     GROUP BY location`
  )
  return new Map(rows.map(({ location, at }) => [location, at]))
}

/** What kinds of stock lie where: each place with each part there, once for each way it is tracked. */
export function stockedKinds(
  db: ReadableDb
): readonly { readonly location: string; readonly part: PartId; readonly tracking: TrackingType }[] {
  return all(db, 'SELECT DISTINCT location, part_id AS part, tracking FROM inventory_row WHERE quantity > 0')
}

/** The parts whose numbers begin so; the case of letters counts. */
export function partsBeginning(db: ReadableDb, prefix: string): ReadonlySet<PartId> {
  return new Set(
    all<{ id: PartId }>(db, 'SELECT id FROM part WHERE substr(part_number, 1, length(@prefix)) = @prefix', {
      prefix
    }).map(({ id }) => id)
  )
}

function scheduleOf({ id, location, tracking, prefix, everyDays, since }: ScheduleRow): CountSchedule {
  return { id, subject: subjectOf(location, tracking, prefix), everyDays, since }
}

function subjectOf(location: string | null, tracking: TrackingType | null, prefix: string | null): ScheduledSubject {
  if (location !== null) return { kind: 'place', location }
  return tracking === null ? { kind: 'prefix', prefix: prefix ?? '' } : { kind: 'tracking', tracking }
}
