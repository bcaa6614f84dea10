import { StationError } from '../../core/errors.ts'
import { TRACKING_TYPES, type TrackingType } from '../../core/tracking/tracking-type.ts'
import { readConfig } from '../config.ts'
import { rowOutside } from '../services/outside-rows.ts'
import { switchTracking } from '../services/switch-tracking.ts'
import { systemOperator, writing } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

const ROW_COLUMNS = ['serial', 'lot', 'location', 'quantity', 'unit', 'status']

export async function setTracking(dataFolder: string, partNumber: string, type: string): Promise<CommandResult> {
  if (!isTrackingType(type)) {
    throw new StationError('usage', `${type} is no tracking type. Choose one of ${TRACKING_TYPES.join(', ')}.`)
  }
  const config = readConfig(dataFolder)
  if (!config.ok) throw new StationError('config-invalid', `station.json is not usable: ${config.problems.join('; ')}`)
  const { station } = config.config
  const outcome = await writing(dataFolder, 'a change of a part', (db) =>
    switchTracking({ db, clock: { now: () => Date.now() }, operator: systemOperator(), station }, partNumber, type)
  )
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
