import { instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { isApproved, type Approval } from '../../core/operators/approval.ts'
import {
  LOT_SOURCE_AFTER_SWITCH,
  rowsAgainstSwitch,
  SERIAL_SOURCE_AFTER_SWITCH
} from '../../core/tracking/switch-tracking.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { transaction } from '../store/database.ts'
import { runBuildingStock } from '../store/build.ts'
import { appendEvent } from '../store/event.ts'
import { rowsOfPart, type InventoryRow } from '../store/inventory.ts'
import { putTracking, revisionsOf } from '../store/part.ts'
import type { StationContext } from './context.ts'
import { createOperatorDirectory } from './operators/people.ts'
import { IN_HAND, lineInHand } from './importing/line-in-hand.ts'

export type SwitchOutcome =
  | { readonly kind: 'switched'; readonly from: TrackingType; readonly to: TrackingType; readonly message: string }
  | { readonly kind: 'unchanged'; readonly to: TrackingType; readonly message: string }
  | {
      readonly kind: 'refused'
      readonly from: TrackingType
      readonly reason: 'rows-remain' | 'being-received' | 'being-built' | 'lead-needed'
      readonly message: string
      /** The rows that block it, all of them. */
      readonly rows: readonly InventoryRow[]
    }

type SwitchContext = Pick<StationContext, 'db' | 'clock' | 'operator'> & { readonly station: { readonly id: string } }

/**
 * Has a part tracked in another way from now on, in all its revisions. Rows that are there keep their own type. One
 * transaction.
 *
 * @throws StationError `not-found` where there is no such part
 */
export function switchTracking(
  context: SwitchContext,
  partNumber: string,
  to: TrackingType,
  approval: Approval | null = null
): SwitchOutcome {
  const { db, clock, operator, station } = context
  return transaction(db, () => {
    const [part] = revisionsOf(db, partNumber)
    if (!part) {
      throw new StationError(
        'not-found',
        `There is no part ${partNumber} on this station. Import it, or check its number.`
      )
    }
    const from = part.tracking
    if (from === to) return { kind: 'unchanged', to, message: `${partNumber} is ${WORDS[to]} already.` }
    if (lineInHand(db)?.partId === part.id) {
      return { kind: 'refused', from, reason: 'being-received', rows: [], message: `Not now: ${IN_HAND}.` }
    }
    const rows = rowsAgainstSwitch(from, rowsOfPart(db, part.id))
    if (rows.length > 0)
      return { kind: 'refused', from, reason: 'rows-remain', rows, message: rowsRemain(partNumber, from, rows) }
    const run = runBuildingStock(db, part.id)
    if (run !== undefined) {
      return { kind: 'refused', from, reason: 'being-built', rows: [], message: beingBuilt(partNumber, from, run) }
    }
    if (!isApproved(createOperatorDirectory(context, approval), 'switch-tracking')) {
      return { kind: 'refused', from, reason: 'lead-needed', rows: [], message: leadNeeded(partNumber, from, to) }
    }
    const sources = {
      serialSource: to === 'serial' ? SERIAL_SOURCE_AFTER_SWITCH : null,
      lotSource: to === 'lot' ? LOT_SOURCE_AFTER_SWITCH : null
    }
    putTracking(db, part.id, to, sources)
    appendEvent(db, {
      kind: 'part-tracking-changed',
      at: instantOf(clock.now()),
      operator,
      station: station.id,
      subjects: [{ kind: 'part', id: part.id }],
      data: {
        part_number: partNumber,
        from,
        to,
        serial_source: sources.serialSource,
        lot_source: sources.lotSource
      }
    })
    return { kind: 'switched', from, to, message: `${partNumber} is ${WORDS[to]} from now on. ${AFTER[to]}` }
  })
}

const WORDS: Readonly<Record<TrackingType, string>> = {
  serial: 'tracked by serial',
  lot: 'tracked by lot',
  untracked: 'not tracked'
}

const AFTER: Readonly<Record<TrackingType, string>> = {
  serial:
    'Its units get the serials that are scanned at receipt. To have them made here, import the part with serial_source generated and a serial_pattern.',
  lot: 'Its lots get the numbers on the supplier’s labels. To have them made here, import the part with lot_source generated and a lot_pattern.',
  untracked: 'What comes in is counted.'
}

function leadNeeded(partNumber: string, from: TrackingType, to: TrackingType): string {
  return `${partNumber} is ${WORDS[from]}, and is to be ${WORDS[to]} from now on. That takes a lead’s badge.`
}

function beingBuilt(partNumber: string, from: TrackingType, run: string): string {
  return `${partNumber} stays ${WORDS[from]}: a lot of it is being built in run ${run}. Complete that first, then switch again.`
}

function rowsRemain(partNumber: string, from: TrackingType, rows: readonly InventoryRow[]): string {
  const what =
    from === 'serial'
      ? `${rows.length} ${rows.length === 1 ? 'unit with a serial is' : 'units with serials are'}`
      : `${rows.length} ${rows.length === 1 ? 'row of its lots is' : 'rows of its lots are'}`
  return `${partNumber} stays ${WORDS[from]}: ${what} still there. Consume, scrap or archive what is in stock, and take out of its product what is installed, then switch again.`
}
