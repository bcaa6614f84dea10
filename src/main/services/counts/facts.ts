import type { LocalTime } from '../../../core/clock.ts'
import type { CountId, RowId } from '../../../core/ids.ts'
import { becameWords } from '../../../core/inventory/what-became.ts'
import type { CountFacts, CountSubject, LotElsewhere, UnitStanding } from '../../../core/counts/variance.ts'
import { subtract, sum, ZERO } from '../../../core/quantity.ts'
import { entriesOf, movedSince, placesOf, type EntryRow, type PlaceRow } from '../../store/count.ts'
import type { ReadableDb } from '../../store/database.ts'
import { pileRowAt, rowAt, stockAt, stockOfLot, type InventoryRow } from '../../store/inventory.ts'
import { lastChangeOf } from '../../store/movement.ts'
import { rowStatus } from '../inventory-view.ts'

/** What was counted in an open count, and what the store says of it and of the places. */
export function countFacts(db: ReadableDb, local: LocalTime, count: CountId): CountFacts {
  const entries = entriesOf(db, count)
  const countedUnits = new Set(entries.flatMap(({ row }) => (row === null ? [] : [row])))
  const subjects = placesOf(db, count).flatMap((place) => {
    const here = entries.filter(({ location }) => location === place.location)
    return subjectsAt(db, local, place, here, countedUnits)
  })
  return { subjects, elsewhere: lotsElsewhere(db, subjects) }
}

function subjectsAt(
  db: ReadableDb,
  local: LocalTime,
  place: PlaceRow,
  entries: readonly EntryRow[],
  countedUnits: ReadonlySet<RowId>
): readonly CountSubject[] {
  const stock = stockAt(db, place.location)
  const stockById = new Map(stock.map((row) => [row.id, row]))
  const units = entries.flatMap((entry) => {
    const row = entry.row === null ? undefined : (stockById.get(entry.row) ?? rowAt(db, entry.row))
    return row ? [subject(db, local, row, place.location, entry, entry.mark)] : []
  })
  const piles = new Map<string, [EntryRow, ...EntryRow[]]>()
  for (const entry of entries) {
    if (entry.row !== null) continue
    const key = pileKey(entry)
    const pile = piles.get(key)
    if (pile) pile.push(entry)
    else piles.set(key, [entry])
  }
  const counted = [...piles.values()].map((pile) => pileSubject(db, local, place.location, pile))
  const others = stock
    .filter((row) => (row.serial === null ? !piles.has(pileKey(row)) : !countedUnits.has(row.id)))
    .map((row) => uncounted(db, local, row, place))
  return [...units, ...counted, ...others]
}

function pileSubject(
  db: ReadableDb,
  local: LocalTime,
  location: string,
  pile: readonly [EntryRow, ...EntryRow[]]
): CountSubject {
  const [first] = pile
  const row = pileRowAt(db, first.partId, first.revision, first.lotId, location)
  const quantity = sum(pile.map((entry) => entry.quantity))
  if (row) return subject(db, local, row, location, { quantity }, first.mark)
  const { tracking, partId, partNumber, revision, lotId, lot, unit } = first
  return {
    goods: { tracking, partId, partNumber, revision, serial: null, lotId, lot, unit },
    location,
    row: null,
    counted: quantity,
    stood: ZERO,
    now: ZERO,
    changed: false,
    unit: null
  }
}

function subject(
  db: ReadableDb,
  local: LocalTime,
  row: InventoryRow,
  location: string,
  counted: Pick<EntryRow, 'quantity'> | null,
  mark: number
): CountSubject {
  const { tracking, partId, partNumber, revision, serial, lotId, lot, unit } = row
  const now = row.location === location ? row.quantity : ZERO
  const moved = movedSince(db, row.id, location, mark)
  return {
    goods: { tracking, partId, partNumber, revision, serial, lotId, lot, unit },
    location,
    row: row.id,
    counted: counted === null ? null : counted.quantity,
    stood: subtract(now, moved.sum),
    now,
    changed: serial === null ? moved.here > 0 : moved.anywhere > 0,
    unit: serial === null ? null : standing(db, local, row)
  }
}

/** What came after counting began was never looked for; what moved since somebody looked again may be there or not. */
function uncounted(
  db: ReadableDb,
  local: LocalTime,
  row: InventoryRow,
  { location, mark, lookedMark }: PlaceRow
): CountSubject {
  const whole = subject(db, local, row, location, null, mark)
  if (row.serial !== null || mark === lookedMark) return whole
  return { ...whole, changed: movedSince(db, row.id, location, lookedMark).here > 0 }
}

function standing(db: ReadableDb, local: LocalTime, row: InventoryRow): UnitStanding {
  const status = rowStatus(row)
  const { location } = row
  const became = row.quantity > ZERO ? '' : becameWords({ status, location }, lastChangeOf(db, row.id), local)
  return { status, location, became }
}

/** Where else the lots lie of which too much was counted somewhere. */
function lotsElsewhere(db: ReadableDb, subjects: readonly CountSubject[]): readonly LotElsewhere[] {
  const lots = new Set(
    subjects.flatMap(({ goods, counted, now }) =>
      goods.tracking === 'lot' && goods.lotId !== null && counted !== null && counted > now ? [goods.lotId] : []
    )
  )
  return [...lots].flatMap((lot) =>
    stockOfLot(db, lot).map(({ id, partId, revision, location, quantity }) => ({
      row: id,
      partId,
      revision,
      lotId: lot,
      location,
      quantity
    }))
  )
}

function pileKey({ partId, revision, lotId }: Pick<InventoryRow, 'partId' | 'revision' | 'lotId'>): string {
  return `${partId} ${lotId ?? '-'} ${revision}`
}
