import { sum, withUnit, type Quantity } from '../quantity.ts'
import type { StockRow } from './stock-directory.ts'

export interface StockAtPlace<Row extends StockRow = StockRow> {
  readonly location: string
  readonly rows: readonly Row[]
  readonly quantity: Quantity
}

/** Rows by the place where they lie, in the order of the rows. */
export function placesOf<Row extends StockRow>(rows: readonly Row[]): readonly StockAtPlace<Row>[] {
  return [...new Set(rows.map(({ location }) => location))].map((location) => {
    const there = rows.filter((row) => row.location === location)
    return { location, rows: there, quantity: sum(there.map(({ quantity }) => quantity)) }
  })
}

/** `3 m at DOCK, 5 m at A-01`. */
export function whereItLies(rows: readonly StockRow[]): string {
  return placesOf(rows)
    .map(({ location, quantity, rows: [row] }) => `${withUnit(quantity, { unit: row?.unit ?? '' })} at ${location}`)
    .join(', ')
}
