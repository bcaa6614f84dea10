import { todayOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { countsOutside, dueOutside } from '../services/counts/outside.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { systemClock } from '../system-clock.ts'
import { textTable } from './text-table.ts'

export interface CountsOptions {
  readonly open: boolean
  readonly due: boolean
}

/** Counts, all of them or the open ones, or the places that are due to be counted today. */
export async function listCounts(dataFolder: string, { open, due }: CountsOptions): Promise<CommandResult> {
  if (open && due) throw new StationError('usage', '--open lists counts, --due places: ask for one of them.')
  if (due) {
    const today = todayOf(systemClock)
    const places = await reading(dataFolder, (db) => dueOutside(db, today, systemClock.local))
    return done(places, textTable(places, ['location', 'due', 'by', 'last_counted', 'count'], 'Nothing is due.'))
  }
  const counts = await reading(dataFolder, (db) => countsOutside(db, open))
  const columns = ['count', 'state', 'places', 'started_at', 'ended_at', 'operator', 'differences', 'reason']
  const shown = counts.map((count) => ({ ...count, places: count.places.map(({ location }) => location).join(', ') }))
  return done(counts, textTable(shown, columns, open ? 'No count is open.' : 'No counts.'))
}
