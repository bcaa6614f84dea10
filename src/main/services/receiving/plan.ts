import { assert } from '../../../core/assert.ts'
import { addDays, instantOf, type Day, type Instant } from '../../../core/clock.ts'
import type { Part } from '../../../core/part.ts'
import type { ReceivingOrder } from '../../../core/receiving/directory.ts'
import type { LineToReceive } from '../../../core/receiving/effect.ts'
import { describeHolder } from '../../../core/receiving/serial-check.ts'
import { refused, type Answer } from '../../../core/session/answer.ts'
import { findSerial } from '../../store/inventory.ts'
import { findLot } from '../../store/lot.ts'
import { orderAt, orderLineAt } from '../../store/order.ts'
import { partAt } from '../../store/part.ts'
import type { StationContext } from '../context.ts'
import { drawLot, drawSerials } from '../own-numbers.ts'
import type { DrawnNumbers } from '../numbering.ts'
import type { ReceiveOutcome } from './outcome.ts'

type Drawn = Extract<DrawnNumbers, { ok: true }>

/** What was found out before the first write: from here on nothing can be refused. */
export interface Plan {
  readonly line: LineToReceive
  readonly order: ReceivingOrder
  readonly part: Part
  readonly serials: readonly string[]
  readonly drawnSerials: Drawn | null
  readonly drawnLot: Drawn | null
  readonly lot: string | null
  readonly expiry: Day | null
  readonly at: Instant
  /** The day on which it is received, where the station stands. */
  readonly on: Day
}

/** Finds out everything that could stand in the way. Writes nothing. */
export function planReceipt(
  context: StationContext,
  line: LineToReceive
): { readonly kind: 'planned'; readonly plan: Plan } | Extract<ReceiveOutcome, { kind: 'refused' }> {
  const { db, clock } = context
  const at = instantOf(clock.now())
  const on = clock.local.dayOf(at)
  const order = orderAt(db, line.order)
  const orderLine = orderLineAt(db, line.orderLine)
  assert(order && orderLine, 'an open line belongs to an order that exists')
  const part = partAt(db, orderLine.partId, orderLine.revision)
  assert(part, 'an order line has a part')

  for (const serial of line.serials) {
    const holder = findSerial(db, serial)
    if (holder)
      return refusal(refused('duplicate', 'Duplicate serial', describeHolder(holder, clock.local), 'duplicate'))
  }
  const drawnSerials = line.generateSerials > 0 ? drawSerials(context, part, line.generateSerials, order.order) : null
  if (drawnSerials && !drawnSerials.ok) return refusal(refused('no-number', 'No serial numbers', drawnSerials.reason))
  const drawnLot = line.generateLot ? drawLot(context, part, order.order) : null
  if (drawnLot && !drawnLot.ok) return refusal(refused('no-number', 'No lot number', drawnLot.reason))

  const lot = drawnLot?.numbers[0] ?? line.lot
  const known = lot === null ? undefined : findLot(db, part.id, lot)
  if (known && known.expiry !== null && line.expiry !== null && known.expiry !== line.expiry) {
    return refusal(
      refused(
        'expiry-conflict',
        'Expiry differs',
        `Lot ${lot} of ${part.partNumber} expires ${known.expiry} by what was received before; this label says ${line.expiry}. Put it aside for quality.`,
        'attention'
      )
    )
  }
  const shelfLife = part.shelfLifeDays === null ? null : addDays(on, part.shelfLifeDays)
  return {
    kind: 'planned',
    plan: {
      line,
      order,
      part,
      serials: drawnSerials?.numbers ?? line.serials,
      drawnSerials,
      drawnLot,
      lot,
      expiry: line.expiry ?? known?.expiry ?? shelfLife,
      at,
      on
    }
  }
}

function refusal(answer: Answer): Extract<ReceiveOutcome, { kind: 'refused' }> {
  assert(answer.kind === 'refused', 'made by refused()')
  return { kind: 'refused', answer }
}
