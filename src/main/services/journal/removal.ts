import { instantOf } from '../../../core/clock.ts'
import type { ScanId } from '../../../core/ids.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { keptSince, removeOldScans, type RemovedScans } from '../../store/scan-removal.ts'
import { readSetting, writeSetting } from '../../store/setting.ts'
import type { StationContext } from '../context.ts'

/** What was removed and is not told by an event yet, also over a restart. */
const UNTOLD = 'scans-removed'

/** A removal of old scans, a few at a time. */
export interface Removal {
  /** Removes a few in a transaction of its own. Says whether there may be more. */
  step(): boolean
}

/**
 * Begins to remove what is older than is kept.
 *
 * What is gone is counted in the transaction that removes it, and told by one event at the end: how many, and from
 * which scan to which.
 */
export function beginRemoval(context: StationContext, keepDays: number, scansAtOnce: number): Removal {
  const { db, clock } = context
  const kept = keptSince(db, instantOf(clock.now()), keepDays)
  let lookedAt = 0 as ScanId
  return {
    step: () =>
      transaction(db, () => {
        const { removed, lookedAt: at, isOver } = removeOldScans(db, kept, lookedAt, scansAtOnce)
        lookedAt = at
        const before = untold(context)
        const all =
          before && removed
            ? { ...removed, count: before.count + removed.count, first: before.first }
            : (removed ?? before)
        if (isOver && all) tell(context, all, keepDays)
        else if (removed) writeSetting(db, UNTOLD, JSON.stringify(all))
        return !isOver
      })
  }
}

function untold({ db }: StationContext): RemovedScans | null {
  const text = readSetting(db, UNTOLD)
  return text === undefined || text === '' ? null : (JSON.parse(text) as RemovedScans)
}

function tell({ db, clock, operator, station }: StationContext, removed: RemovedScans, keepDays: number): void {
  appendEvent(db, {
    kind: 'scans-removed',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [],
    data: {
      scans: removed.count,
      first_scan: removed.first.scan,
      last_scan: removed.last.scan,
      from: removed.first.at,
      to: removed.last.at,
      keep_days: keepDays
    }
  })
  writeSetting(db, UNTOLD, '')
}
