import { placesOf, type StockAtPlace } from '../inventory/stock-places.ts'
import { subtract, ZERO, type Quantity } from '../quantity.ts'
import type { ComponentRow } from './directory.ts'
import type { ComponentToInstall } from './effect.ts'
import type { OnRun } from './on-run.ts'

/**
 * Where a component is taken from when nobody has said so: the put-away place, then the station's own, if enough of it
 * lies there; else where all of it lies. Absent where a person has to say.
 *
 * @param someWillDo whether what is there is taken where it is less than wanted
 */
export function placeToTakeFrom(
  { session, directory }: Pick<OnRun, 'session' | 'directory'>,
  rows: readonly ComponentRow[],
  wanted: Quantity,
  someWillDo: boolean
): StockAtPlace<ComponentRow> | undefined {
  const places = placesOf(rows)
  const [only, another] = places
  if (!another) return only
  const near = [session.location, directory.assembly.stationLocation].flatMap(
    (code) => places.find(({ location }) => location === code) ?? []
  )
  return near.find(({ quantity }) => someWillDo || quantity >= wanted)
}

/** So much of the rows at a place, the oldest first. */
export function takenFrom({ rows }: StockAtPlace, quantity: Quantity): ComponentToInstall['parts'] {
  let left = quantity
  return rows.flatMap((row) => {
    if (left === ZERO) return []
    const taken = row.quantity < left ? row.quantity : left
    left = subtract(left, taken)
    return [{ row: row.id, quantity: taken }]
  })
}
