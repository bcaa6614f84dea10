import { LABEL_STATES, type LabelState } from '../../core/printing/label-state.ts'
import { StationError } from '../../core/errors.ts'
import { inventoryOutside, labelsOutside, receiptsOutside } from '../services/outside-rows.ts'
import { snapshot } from '../store/database.ts'
import { reading } from './open.ts'
import { done, type CommandResult } from './result.ts'
import { textTable } from './text-table.ts'

export async function listInventory(
  dataFolder: string,
  part: string | null,
  location: string | null
): Promise<CommandResult> {
  const rows = await reading(dataFolder, (db) => inventoryOutside(db, { part, location }))
  const columns = [
    'part_number',
    'revision',
    'tracking',
    'serial',
    'lot',
    'location',
    'quantity',
    'unit',
    'status',
    'expiry'
  ]
  return done(rows, textTable(rows, columns, 'No stock.'))
}

export async function listReceipts(dataFolder: string, order: string | null): Promise<CommandResult> {
  const rows = await reading(dataFolder, (db) => snapshot(db, () => receiptsOutside(db, order)))
  const columns = [
    'receipt',
    'order',
    'line',
    'part_number',
    'quantity',
    'lot',
    'serials',
    'location',
    'operator',
    'at'
  ]
  return done(rows, textTable(rows, columns, 'Nothing received.'))
}

export async function listLabels(dataFolder: string, state: string | null): Promise<CommandResult> {
  if (state !== null && !isLabelState(state)) {
    throw new StationError('usage', `${state} is no state of a label. Choose one of ${LABEL_STATES.join(', ')}.`)
  }
  const rows = await reading(dataFolder, (db) => labelsOutside(db, state))
  const columns = ['label', 'copy', 'kind', 'part_number', 'serial', 'lot', 'printer', 'state', 'at']
  return done(rows, textTable(rows, columns, 'No labels.'))
}

function isLabelState(text: string): text is LabelState {
  return (LABEL_STATES as readonly string[]).includes(text)
}
