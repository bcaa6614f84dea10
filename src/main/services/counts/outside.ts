import type { Day, Instant, LocalTime } from '../../../core/clock.ts'
import { allCounts } from '../../store/count-result.ts'
import { placesOf } from '../../store/count.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { scheduledPlaces } from './scheduling.ts'

/** A count in the keys of the command line. */
export interface CountOutside {
  readonly count: string
  readonly state: string
  readonly blind: boolean
  readonly places: readonly {
    readonly location: string
    readonly operator: string
    readonly started_at: Instant
    readonly finished_at: Instant | null
  }[]
  readonly started_at: Instant
  readonly ended_at: Instant | null
  /** Who posted it or threw it away; for an open one who began it. */
  readonly operator: string
  readonly counted: number
  readonly differences: number
  readonly reason: string | null
}

/** A place that is due in the keys of the command line. */
export interface DueOutside {
  readonly location: string
  readonly due: Day
  readonly by: readonly string[]
  readonly last_counted: Instant | null
  /** The open count that it is in. */
  readonly count: string | null
}

export function countsOutside(db: ReadableDb, openOnly: boolean): readonly CountOutside[] {
  return snapshot(db, () =>
    allCounts(db, openOnly).map(
      ({ id, count, state, blind, startedAt, endedAt, operator, results, differs, reason }) => ({
        count,
        state,
        blind: blind === 1,
        places: placesOf(db, id).map(({ location, operator, startedAt, finishedAt }) => ({
          location,
          operator,
          started_at: startedAt,
          finished_at: finishedAt
        })),
        started_at: startedAt,
        ended_at: endedAt,
        operator,
        counted: results,
        differences: differs,
        reason: reason || null
      })
    )
  )
}

/** The places that are due on a day, or were before it. */
export function dueOutside(db: ReadableDb, today: Day, local: LocalTime): readonly DueOutside[] {
  return snapshot(db, () =>
    scheduledPlaces(db, local)
      .filter(({ due }) => due <= today)
      .map(({ location, due, by, lastCounted, openCount }) => ({
        location,
        due,
        by,
        last_counted: lastCounted,
        count: openCount
      }))
  )
}
