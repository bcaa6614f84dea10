import { onTestFinished } from 'vitest'
import { UTC, type LocalTime, type StationClock } from '../../src/core/clock.ts'
import { quantityOf } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { inventoryOutside } from '../../src/main/services/outside-rows.ts'
import { READ_TWICE_MS } from '../../src/core/session/read-twice.ts'
import { takeScan, type AnsweredScan } from '../../src/main/services/scanning/take-scan.ts'
import { openInMemory, transaction, type WritableDb } from '../../src/main/store/database.ts'
import { ensureLocation } from '../../src/main/store/location.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../src/main/store/migrations.ts'
import { ensureOrder, putOrderLine } from '../../src/main/store/order.ts'
import { lastAnsweredScan } from '../../src/main/store/scan.ts'
import { putPart, type PartRecord } from '../../src/main/store/part.ts'

/** A store in memory with the newest schema, closed when the test is over. */
export function newStore(): WritableDb {
  const db = openInMemory()
  onTestFinished(() => {
    db.close()
  })
  migrate(db, MIGRATIONS)
  return db
}

/** A clock that stands still until it is set. */
export interface TestClock extends StationClock {
  set(instant: string): void
}

export function testClock(instant = '2026-11-23T10:00:00.000Z', local: LocalTime = UTC): TestClock {
  let nowMs = Date.parse(instant)
  return {
    local,
    now: () => nowMs,
    set(next) {
      nowMs = Date.parse(next)
    }
  }
}

export const PLAIN_PART: PartRecord = {
  partNumber: 'PLAIN',
  tracking: 'untracked',
  unit: 'pcs',
  gtin14: null,
  lotSource: null,
  lotPattern: null,
  shelfLifeDays: null,
  inspection: false,
  revision: '',
  description: 'Plain part',
  serialSource: null,
  serialPattern: null,
  serialMask: null,
  supplierPartNumbers: []
}

/** A station with one order, PO-1, of a part of each kind, 100 each, 25 and 12 for the serial ones. */
export function stationWithOrder(db: WritableDb = newStore(), clock: StationClock = testClock()): StationContext {
  transaction(db, () => {
    for (const code of ['DOCK', 'A-01', 'A-02']) ensureLocation(db, code)
    const parts: readonly (readonly [PartRecord, number])[] = [
      [{ ...PLAIN_PART, partNumber: 'CAPTURED', revision: 'B', tracking: 'serial', serialSource: 'captured' }, 12],
      [
        {
          ...PLAIN_PART,
          partNumber: 'GENERATED',
          tracking: 'serial',
          serialSource: 'generated',
          serialPattern: 'SN-{YY}-{####}'
        },
        25
      ],
      [{ ...PLAIN_PART, partNumber: 'SUPPLIER-LOT', tracking: 'lot', lotSource: 'supplier', unit: 'm' }, 100],
      [
        {
          ...PLAIN_PART,
          partNumber: 'OWN-LOT',
          tracking: 'lot',
          lotSource: 'generated',
          lotPattern: 'LOT-{YYYY}-{####}',
          shelfLifeDays: 30
        },
        100
      ],
      [{ ...PLAIN_PART, partNumber: 'UNTRACKED' }, 100]
    ]
    const order = ensureOrder(db, 'PO-1', 'Nordwerk')
    parts.forEach(([part, quantity], index) => {
      const partId = putPart(db, part)
      putOrderLine(db, order, {
        line: String(index + 1),
        partId,
        revision: part.revision,
        quantity: quantityOf(quantity),
        due: null,
        location: null
      })
    })
  })
  return {
    db,
    clock,
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    operator: 'kim',
    signIn: 'open',
    printerFor: { unit: 'units', lot: 'lots', location: 'units' }
  }
}

/** What is in stock, a line a row: `PART serial-or-lot place quantity`, sorted. */
export function stock({ db }: Pick<StationContext, 'db'>): readonly string[] {
  return inventoryOutside(db, { part: null, location: null })
    .map(({ part_number, serial, lot, location, quantity }) =>
      [part_number, serial ?? lot ?? '-', location, quantity].join(' ')
    )
    .sort()
}

/** Scans texts one after the other as a scanner at the station would; gives the answer to the last. */
export function scan(context: StationContext, ...texts: readonly string[]): AnsweredScan {
  let last: AnsweredScan | undefined
  for (const text of texts) {
    waitAfterDone(context, text)
    last = takeScan(context, { scanner: 'gun', source: 'other', bytes: Buffer.from(text, 'utf8'), aim: null })
  }
  if (!last) throw new Error('nothing was scanned')
  return last
}

/** Lets a second go by on a clock that stands still, between one DS:DONE and the next: nobody is that quick. */
function waitAfterDone({ clock, db }: Pick<StationContext, 'clock' | 'db'>, text: string): void {
  const before = lastAnsweredScan(db)
  if (text !== 'DS:DONE' || !before || !('set' in clock) || !Buffer.from(text).equals(before.raw)) return
  ;(clock as TestClock).set(new Date(clock.now() + READ_TWICE_MS).toISOString())
}
