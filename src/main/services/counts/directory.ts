import { assert } from '../../../core/assert.ts'
import type { LocalTime } from '../../../core/clock.ts'
import type { CountDirectory, OpenCount } from '../../../core/counts/directory.ts'
import type { PiledGoods } from '../../../core/counts/place.ts'
import { varianceOf } from '../../../core/counts/variance.ts'
import type { PartId } from '../../../core/ids.ts'
import { formatQuantity, sum } from '../../../core/quantity.ts'
import {
  countEntries,
  countNumbered,
  lastEntries,
  movedSince,
  openCountAt,
  pileEntries,
  placesOf,
  unitEntry,
  type CountRow,
  type EntryRow
} from '../../store/count.ts'
import type { ReadableDb } from '../../store/database.ts'
import { pileRowAt, stockOfLot, untrackedStockOf, wasStockedAsLot } from '../../store/inventory.ts'
import { partNumberAt, revisionsOf } from '../../store/part.ts'
import { stockRow } from '../stock-directory.ts'
import { countFacts } from './facts.ts'

/** What the rules of counting may look up, answered from the store. */
export function createCountDirectory(db: ReadableDb, local: LocalTime): CountDirectory {
  const stockHere = (location: string, goods: PiledGoods) => {
    const rows = goods.kind === 'lot' ? stockOfLot(db, goods.lot) : untrackedStockOf(db, goods.part)
    return rows.filter((row) => row.location === location).map(stockRow)
  }
  return {
    at: (location) => openCount(db, openCountAt(db, location)),
    numbered(number) {
      const count = countNumbered(db, number)
      return count?.state === 'open' ? openCount(db, count) : undefined
    },
    entries: (count, location) => countEntries(db, count, location),
    lastEntry(count, location) {
      const [entry] = lastEntries(db, count, location, 1)
      return entry && { id: entry.id, name: entryName(entry) }
    },
    countedUnit(count, row) {
      const entry = unitEntry(db, count, row)
      if (!entry) return undefined
      const { location, operator, at, mark } = entry
      return { location, operator, at, changed: movedSince(db, row, location, mark).anywhere > 0 }
    },
    countedPile(count, location, goods, revision) {
      const lot = goods.kind === 'lot' ? goods.lot : null
      const piles = pileEntries(db, count, location, goods.part, lot, revision)
      const [first] = piles
      if (!first) return undefined
      const row = pileRowAt(db, goods.part, revision, lot, location)
      const changed = row !== undefined && movedSince(db, row.id, location, first.mark).here > 0
      return { quantity: sum(piles.map(({ quantity }) => quantity)), changed }
    },
    part: (id) => partFacts(db, id),
    isStockedAsLot: (lot) => wasStockedAsLot(db, lot),
    stockAt: stockHere,
    variance: (count) => varianceOf(countFacts(db, local, count))
  }
}

/** `A1 (PART-1)`, `12 m of lot L1 of PART-2`. */
function entryName({ partNumber, serial, lot, quantity, unit }: EntryRow): string {
  if (serial !== null) return `${serial} (${partNumber})`
  const goods = lot === null ? partNumber : `lot ${lot} of ${partNumber}`
  return `${formatQuantity(quantity)} ${unit} of ${goods}`
}

function openCount(db: ReadableDb, row: CountRow | undefined): OpenCount | undefined {
  if (!row) return undefined
  const { id, count, blind } = row
  return {
    id,
    count,
    blind: blind === 1,
    places: placesOf(db, id).map(({ location, operator, finishedAt }) => ({
      location,
      operator,
      finished: finishedAt !== null
    }))
  }
}

function partFacts(db: ReadableDb, id: PartId) {
  const revisions = revisionsOf(db, partNumberAt(db, id))
  const [part] = revisions
  assert(part, 'a part has at least one revision')
  return { partNumber: part.partNumber, unit: part.unit, revisions: revisions.map(({ revision }) => revision) }
}
