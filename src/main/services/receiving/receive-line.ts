import type { LineToReceive } from '../../../core/receiving/effect.ts'
import type { LotId } from '../../../core/ids.ts'
import type { Hold } from '../../../core/quality/hold.ts'
import { ensureUntrackedRow } from '../../store/inventory.ts'
import { holdsOnLot, holdsOnRow } from '../../store/issue.ts'
import { ensureLocation } from '../../store/location.ts'
import { insertReceiptLine } from '../../store/receipt.ts'
import type { StationContext } from '../context.ts'
import { useNumbers } from '../numbering.ts'
import type { ReceiveOutcome } from './outcome.ts'
import { planReceipt, type Plan } from './plan.ts'
import { openOrNewReceipt } from './receipt.ts'
import { ensureLot, writeStock, writeUnits } from './write-rows.ts'

/**
 * Receives one line: receipt line, rows, movements, numbers, events and print jobs.
 *
 * Call it inside one transaction. A refusal comes before anything is written.
 */
export function receiveLine(context: StationContext, line: LineToReceive): ReceiveOutcome {
  const planned = planReceipt(context, line)
  if (planned.kind === 'refused') return planned
  return write(context, planned.plan)
}

function write(context: StationContext, plan: Plan): Extract<ReceiveOutcome, { kind: 'received' }> {
  const { db, operator, station } = context
  const { line, part, at } = plan
  const location = line.location ?? station.location
  ensureLocation(db, location)
  const receipt = openOrNewReceipt(context, plan.order, at)
  if (plan.drawnSerials) useNumbers(db, plan.drawnSerials)
  if (plan.drawnLot) useNumbers(db, plan.drawnLot)
  const lot = plan.lot === null ? null : ensureLot(context, plan, plan.lot)
  const receiptLine = insertReceiptLine(db, {
    receipt: receipt.id,
    orderLine: line.orderLine,
    tracking: part.tracking,
    quantity: line.quantity,
    lot,
    location,
    at,
    operator,
    station: station.id
  })
  const common = { context, plan, receipt, receiptLine, lot, location }
  const labels = part.tracking === 'serial' ? writeUnits(common) : writeStock(common)
  return {
    kind: 'received',
    receipt: receipt.receipt,
    serials: part.tracking === 'serial' ? plan.serials : [],
    lot: plan.lot,
    labels,
    holds: holdsOnGoods(context, plan, lot, location)
  }
}

/** A lot's issue holds what comes later too; so does that of untracked stock at the place where it comes to lie. */
function holdsOnGoods({ db }: StationContext, { part }: Plan, lot: LotId | null, location: string): readonly Hold[] {
  if (lot !== null) return holdsOnLot(db, lot)
  return part.tracking === 'untracked' ? holdsOnRow(db, ensureUntrackedRow(db, part.id, part.revision, location)) : []
}
