import { parseGtin } from '../../core/barcode/gtin.ts'
import { todayOf } from '../../core/clock.ts'
import { assert } from '../../core/assert.ts'
import type { StationDirectory } from '../../core/session/directory.ts'
import type { ReceivingLine } from '../../core/receiving/directory.ts'
import { createAssemblyDirectory } from './assembly/directory.ts'
import type { StationContext } from './context.ts'
import { createOperatorDirectory, createPeople } from './operators/people.ts'
import { previewLot, previewSerials } from './own-numbers.ts'
import { createPrintingDirectory } from './printing/directory.ts'
import { createQualityDirectory } from './quality/directory.ts'
import { createCountDirectory } from './counts/directory.ts'
import { createTeachingDirectory } from './teaching/directory.ts'
import { createStockDirectory } from './stock-directory.ts'
import { awaitedSerials, isAnnounced } from '../store/announced.ts'
import { findSerial } from '../store/inventory.ts'
import { findLocation } from '../store/location.ts'
import { lotsNamed } from '../store/lot.ts'
import { findOrder, linesOf, orderAt, orderLineAt, type OrderLine } from '../store/order.ts'
import { partAt, partsNamed } from '../store/part.ts'

/** What the activities at a station may look up, answered from the store. */
export function createDirectory(context: StationContext): StationDirectory {
  const { db, clock } = context
  return {
    today: todayOf(clock),
    local: clock.local,
    order: (number) => findOrder(db, number),
    orderAt: (id) => orderAt(db, id),
    lines: (order) => linesOf(db, order).map((line) => receivingLine(context, line)),
    line(id) {
      const line = orderLineAt(db, id)
      return line && receivingLine(context, line)
    },
    partsNamed: (text) => partsNamed(db, text, parseGtin(text) ?? null),
    serial: (serial) => findSerial(db, serial),
    lotsNamed: (text) => lotsNamed(db, text),
    isAnnounced: (line, what, code) => isAnnounced(db, line, what, code),
    awaitedSerials: (line) => awaitedSerials(db, line),
    location: (code) => findLocation(db, code) !== undefined,
    nextSerials: (part, count, order) => previewSerials(context, part, count, order),
    nextLot: (part, order) => previewLot(context, part, order),
    assembly: createAssemblyDirectory(context),
    stock: createStockDirectory(db),
    operators: createOperatorDirectory(context, null),
    people: createPeople(context),
    printing: createPrintingDirectory(context),
    quality: createQualityDirectory(db),
    counts: createCountDirectory(db, clock.local),
    teaching: createTeachingDirectory(context)
  }
}

function receivingLine({ db }: StationContext, line: OrderLine): ReceivingLine {
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
