import { addDays, todayOf } from '../../../core/clock.ts'
import type { CountsApi } from '../../../ipc/counts-api.ts'
import type { CountRequestAnswer } from '../../../ipc/counts-views.ts'
import { countDrift, countEnded, countResults, drift, endedCounts, resultsOf } from '../../store/count-result.ts'
import { snapshot } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import { isBlindByDefault } from './blind.ts'
import { cancelCount, removePlace, setBlind, setReason, takeBack } from './manage.ts'
import { scheduleCount, scheduledPlaces, scheduleViews, unscheduleCount } from './scheduling.ts'
import { countingView, openCountViews } from './view.ts'

/** How long before its day a place is listed as due soon. */
const DAYS_AHEAD = 7

export interface CountsParts {
  readonly context: StationContext
  /** Refuses to write while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  /** Says that counts have changed, other than by a scan. */
  readonly countsChanged: () => void
}

/** The requests of the counts screen. */
export function createCountsApi({ context, writable, countsChanged }: CountsParts): CountsApi {
  const { db, clock } = context
  const changed = (work: () => CountRequestAnswer): CountRequestAnswer => {
    const answer = writable(work)
    if (answer.kind === 'done') countsChanged()
    return answer
  }
  return {
    current: async () => snapshot(db, () => countingView(context)),
    overview: async () =>
      snapshot(db, () => {
        const until = addDays(todayOf(clock), DAYS_AHEAD)
        return {
          due: scheduledPlaces(db, clock.local).filter(({ due }) => due <= until),
          open: openCountViews(db),
          blindByDefault: isBlindByDefault(db)
        }
      }),
    ended: async ({ offset, limit }) => ({ rows: endedCounts(db, offset, limit), total: countEnded(db) }),
    results: async ({ count, offset, limit }) => ({
      rows: resultsOf(db, count, offset, limit).map(({ tracking: _tracking, revision, ...row }) => ({
        ...row,
        revision: revision || null
      })),
      total: countResults(db, count)
    }),
    schedules: async () => snapshot(db, () => scheduleViews(db, clock.local)),
    schedule: async ({ subject, everyDays }) => changed(() => scheduleCount(context, subject, everyDays)),
    unschedule: async ({ schedule }) => changed(() => unscheduleCount(context, schedule)),
    setBlind: async ({ count, blind }) => changed(() => setBlind(context, count, blind)),
    setReason: async ({ count, reason }) => changed(() => setReason(context, count, reason)),
    takeBack: async ({ entry }) => changed(() => takeBack(context, entry)),
    leavePlaceOut: async ({ count, location }) => changed(() => removePlace(context, count, location)),
    cancel: async ({ count, reason }) => changed(() => cancelCount(context, count, reason)),
    drift: async ({ by, offset, limit }) => ({ rows: drift(db, by, offset, limit), total: countDrift(db, by) })
  }
}
