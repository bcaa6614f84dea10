import { formatQuantity, type Quantity } from '../../../core/quantity.ts'
import { one, statement } from '../statement.ts'
import type { ReadableDb } from '../database.ts'
import { NAMED_PER_RULE, type Problem } from './rule.ts'
import { createPlaceSums, type PlaceSums } from './place-sums.ts'

/**
 * What stock says against a recount of all movements.
 *
 * The movements are read once, in the order in which they were written, and added up in memory: to have SQLite gather
 * those of each row takes several times as long.
 */
export function movementProblems(db: ReadableDb): readonly Problem[] {
  const lastRow = one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM inventory_row')?.id ?? 0
  const sums = createPlaceSums(lastRow)
  const lowest = new Map<number, Lowest>()
  const transfers = new Map<number, number>()
  eachMovement(db, (id, seq, row, location, kind, quantity) => {
    if (kind === 'transferred') addUp(transfers, seq, quantity)
    // The columns refer to rows: what belongs to none is found with the file.
    if (row > lastRow) return
    const held = sums.add(row, location, quantity)
    if (held < 0 && held < (lowest.get(row)?.held ?? 0)) lowest.set(row, { held, movement: id })
  })
  return [...rowProblems(db, sums), ...transferProblems(transfers), ...lowestProblems(lowest)]
}

interface Lowest {
  readonly held: number
  readonly movement: number
}

type MovementColumns = [id: number, seq: number, row: number, location: string, kind: string, quantity: number]

const READ_AT_ONCE = 5_000

function eachMovement(db: ReadableDb, take: (...movement: MovementColumns) => void): void {
  const next = statement(
    db,
    'SELECT id, seq, row_id, location, kind, quantity FROM movement WHERE id > ? ORDER BY id LIMIT ?'
  ).raw()
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const movements = next.all(last, READ_AT_ONCE) as MovementColumns[]
    for (const movement of movements) take(...movement)
    const end = movements.at(-1)
    if (!end) return
    ;[last] = end
  }
}

function addUp(sums: Map<number, number>, key: number, quantity: number): void {
  const sum = (sums.get(key) ?? 0) + quantity
  if (sum === 0) sums.delete(key)
  else sums.set(key, sum)
}

interface RowColumns {
  readonly id: number
  readonly serial: string | null
  readonly location: string
  readonly quantity: number
}

function rowProblems(db: ReadableDb, sums: PlaceSums): readonly Problem[] {
  const rows = statement(db, 'SELECT id, serial, location, quantity FROM inventory_row').iterate()
  const unequal: Problem[] = []
  const elsewhere: Problem[] = []
  const twice: Problem[] = []
  const moved: Problem[] = []
  for (const { id, serial, location, quantity } of rows as IterableIterator<RowColumns>) {
    const total = sums.total(id)
    if (total !== quantity) unequal.push(unequalProblem(id, quantity, total))
    const lastPlace = sums.lastPlace(id)
    if (lastPlace !== undefined && lastPlace !== location) moved.push(movedProblem(id, location, lastPlace))
    if (sums.isAt(id, location)) continue
    const places = sums.placesOf(id)
    for (const [place, sum] of places) {
      if (place !== location) elsewhere.push(elsewhereProblem(id, location, place, sum))
    }
    const held = places.filter(([, sum]) => sum > 0).length
    if (serial !== null && held > 1) twice.push(twiceProblem(serial, held))
  }
  return [unequal, elsewhere, twice, moved].flatMap((problems) => problems.slice(0, NAMED_PER_RULE))
}

function unequalProblem(row: number, found: number, expected: number): Problem {
  return {
    rule: 'stock equals the sum of movements',
    subject: `row ${row}`,
    found: formatQuantity(found as Quantity),
    expected: formatQuantity(expected as Quantity)
  }
}

function elsewhereProblem(row: number, location: string, place: string, sum: number): Problem {
  return {
    rule: 'stock stands in one place',
    subject: `row ${row}`,
    found: `${place}: ${sum} millionths`,
    expected: `all stock at ${location}`
  }
}

function twiceProblem(serial: string, places: number): Problem {
  return { rule: 'a unit is in one place', subject: `serial ${serial}`, found: `${places} places`, expected: '1 place' }
}

function movedProblem(row: number, location: string, lastPlace: string): Problem {
  return {
    rule: 'a row stands at the place of its last movement',
    subject: `row ${row}`,
    found: location,
    expected: lastPlace
  }
}

function transferProblems(transfers: ReadonlyMap<number, number>): readonly Problem[] {
  return [...transfers].slice(0, NAMED_PER_RULE).map(([seq, sum]) => ({
    rule: 'what was moved away came to another place',
    subject: `event ${seq}`,
    found: `${sum} millionths too many`,
    expected: 'as much came as went'
  }))
}

function lowestProblems(lowest: ReadonlyMap<number, Lowest>): readonly Problem[] {
  return [...lowest].slice(0, NAMED_PER_RULE).map(([row, { held, movement }]) => ({
    rule: 'a row never held less than nothing',
    subject: `row ${row}`,
    found: `${held} millionths after movement ${movement}`,
    expected: '0 or more'
  }))
}
