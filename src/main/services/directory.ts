import { instantOf, type Instant } from '../../core/clock.ts'
import { parseGtin } from '../../core/barcode/gtin.ts'
import { assert } from '../../core/assert.ts'
import type { NumberContext } from '../../core/numbering/bind.ts'
import type { Part } from '../../core/part.ts'
import type { StationDirectory } from '../../core/session/directory.ts'
import type { ReceivingLine } from '../../core/receiving/directory.ts'
import type { StationContext } from './context.ts'
import { createOperatorDirectory, createPeople } from './operators/people.ts'
import { drawNumbers, previewNumbers, type DrawnNumbers } from './numbering.ts'
import { createQualityDirectory } from './quality/directory.ts'
import { createCountDirectory } from './counts/directory.ts'
import { createStockDirectory } from './stock-directory.ts'
import type { ReadableDb } from '../store/database.ts'
import { findSerial, isSerialTaken } from '../store/inventory.ts'
import { findLocation } from '../store/location.ts'
import { findLot, lotsNamed } from '../store/lot.ts'
import { findOrder, linesOf, orderAt, type OrderLine } from '../store/order.ts'
import { partAt, partsNamed } from '../store/part.ts'

/** What the activities at a station may look up, answered from the store. */
export function createDirectory(context: StationContext): StationDirectory {
  const { db } = context
  return {
    order: (number) => findOrder(db, number),
    orderAt: (id) => orderAt(db, id),
    lines: (order) => linesOf(db, order).map((line) => receivingLine(context, line)),
    partsNamed: (text) => partsNamed(db, text, parseGtin(text) ?? null),
    serial: (serial) => findSerial(db, serial),
    lotsNamed: (text) => lotsNamed(db, text),
    location: (code) => findLocation(db, code) !== undefined,
    nextSerials: (part, count, order) => serialNumbers(previewNumbers, context, part, count, order),
    nextLot: (part, order) => lotNumber(previewNumbers, context, part, order),
    stock: createStockDirectory(db),
    operators: createOperatorDirectory(context, null),
    people: createPeople(context),
    quality: createQualityDirectory(db),
    counts: createCountDirectory(db)
  }
}

export function receivingLine({ db }: StationContext, line: OrderLine): ReceivingLine {
  const part = partAt(db, line.partId, line.revision)
  assert(part, 'the store keeps an order line with a part at a revision that exists')
  return {
    id: line.id,
    line: line.line,
    part,
    ordered: line.ordered,
    received: line.received,
    tolerancePercent: line.tolerancePercent,
    location: line.location
  }
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
  at: Instant,
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
  return ask(db, part.serialPattern, numberContext(context, part, order), now(context), count, (number) =>
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
    now(context),
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

function now({ clock }: StationContext) {
  return instantOf(clock.now())
}
