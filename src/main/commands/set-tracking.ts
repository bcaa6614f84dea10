import { StationError } from '../../core/errors.ts'
import { TRACKING_TYPES, type TrackingType } from '../../core/tracking/tracking-type.ts'
import { usableConfig } from '../config-file.ts'
import { rowOutside } from '../services/outside-rows.ts'
import { switchTracking } from '../services/switch-tracking.ts'
import { anyOperator } from '../store/operator.ts'
import { transaction } from '../store/database.ts'
import { writeApproval } from '../services/operators/carry-out.ts'
import { leadWithBadge } from '../services/operators/people.ts'
import { systemClock } from '../system-clock.ts'
import { systemOperator, writing } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

const ROW_COLUMNS = ['serial', 'lot', 'location', 'quantity', 'unit', 'status']

/** @param badge a lead's, where the station has operators: null where none was given */
export async function setTracking(
  dataFolder: string,
  partNumber: string,
  type: string,
  badge: string | null
): Promise<CommandResult> {
  if (!isTrackingType(type)) {
    throw new StationError('usage', `${type} is no tracking type. Choose one of ${TRACKING_TYPES.join(', ')}.`)
  }
  const { station } = usableConfig(dataFolder)
  const outcome = await writing(dataFolder, 'a change of a part', (db) => {
    const context = { db, clock: systemClock, operator: systemOperator(), station }
    return transaction(db, () => {
      // Whoever was signed in when the station ended is not who types this.
      if (badge === null && anyOperator(db)) {
        throw new StationError(
          'refused',
          `${partNumber} is tracked in another way only with the word of a lead. Give a lead’s badge with --badge.`
        )
      }
      const by = badge === null ? null : leadWithBadge(db, badge)
      const approval = by && {
        need: 'switch-tracking' as const,
        by,
        what: `${partNumber} is tracked as ${type} from now on.`
      }
      const switched = switchTracking(context, partNumber, type, approval)
      if (approval && switched.kind === 'switched') writeApproval(context, approval)
      return switched
    })
  })
  const { message } = outcome
  if (outcome.kind !== 'refused') {
    const before = outcome.kind === 'switched' ? outcome.from : outcome.to
    return done({ ok: true, part_number: partNumber, tracking: type, before, message }, visible(message))
  }
  const rows = outcome.rows.map(rowOutside)
  return refusedCommand(
    { ok: false, part_number: partNumber, tracking: outcome.from, asked: type, reason: outcome.reason, message, rows },
    [visible(message), ...(rows.length > 0 ? [textTable(rows, ROW_COLUMNS, '')] : [])].join('\n')
  )
}

function isTrackingType(text: string): text is TrackingType {
  return (TRACKING_TYPES as readonly string[]).includes(text)
}
