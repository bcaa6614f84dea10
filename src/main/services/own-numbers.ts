import { todayOf, type Day } from '../../core/clock.ts'
import type { NumberContext } from '../../core/numbering/bind.ts'
import type { Part } from '../../core/part.ts'
import type { NumberPreview } from '../../core/receiving/directory.ts'
import type { ReadableDb } from '../store/database.ts'
import { isSerialTaken } from '../store/inventory.ts'
import { findLot } from '../store/lot.ts'
import { findOrder } from '../store/order.ts'
import type { StationContext } from './context.ts'
import { drawNumbers, previewNumbers, type DrawnNumbers } from './numbering.ts'

/** The first and the last of the next serials of a part. Uses nothing up. */
export function previewSerials(context: StationContext, part: Part, count: number, order: string): NumberPreview {
  return serialNumbers(previewNumbers, context, part, count, order)
}

/** The next own lot number of a part, to be shown. Uses nothing up. */
export function previewLot(context: StationContext, part: Part, order: string): NumberPreview {
  return lotNumber(previewNumbers, context, part, order)
}

/** The next serials of a part, without using any up. */
export function drawSerials(context: StationContext, part: Part, count: number, order: string): DrawnNumbers {
  return serialNumbers(drawNumbers, context, part, count, order)
}

/** The next own lot number of a part, without using it up. */
export function drawLot(context: StationContext, part: Part, order: string): DrawnNumbers {
  return lotNumber(drawNumbers, context, part, order)
}

/** What is asked of a pattern: its next numbers, or the first and the last of them. */
type Question<Answer> = (
  db: ReadableDb,
  pattern: string,
  numbers: NumberContext,
  day: Day,
  count: number,
  isTaken: (number: string) => boolean
) => Answer

interface NoNumbers {
  readonly ok: false
  readonly reason: string
}

function serialNumbers<Answer>(
  ask: Question<Answer>,
  context: StationContext,
  part: Part,
  count: number,
  order: string
): Answer | NoNumbers {
  if (part.serialPattern === null) {
    return {
      ok: false,
      reason: `${part.partNumber} has no pattern for serials. Give it one, or capture the supplier's serials.`
    }
  }
  const { db } = context
  return ask(db, part.serialPattern, numberContext(context, part, order), todayOf(context.clock), count, (number) =>
    isSerialTaken(db, number)
  )
}

function lotNumber<Answer>(
  ask: Question<Answer>,
  context: StationContext,
  part: Part,
  order: string
): Answer | NoNumbers {
  if (part.lotPattern === null) {
    return {
      ok: false,
      reason: `${part.partNumber} has no pattern for lots. Scan the supplier's lot, or give the part a pattern.`
    }
  }
  const { db } = context
  return ask(
    db,
    part.lotPattern,
    numberContext(context, part, order),
    todayOf(context.clock),
    1,
    (lot) => findLot(db, part.id, lot) !== undefined
  )
}

function numberContext({ db, station }: StationContext, part: Part, order: string): NumberContext {
  return {
    partNumber: part.partNumber,
    revision: part.revision,
    order,
    supplier: findOrder(db, order)?.supplier ?? '',
    site: station.site,
    station: station.id
  }
}
