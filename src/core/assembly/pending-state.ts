import { placesOf } from '../inventory/stock-places.ts'
import { withUnit, type Quantity } from '../quantity.ts'
import { pendingComponent } from './goods.ts'
import { usableRows } from './install-stock.ts'
import { openOf, type OnBuild } from './on-run.ts'
import { isRefused } from './refusals.ts'
import { placeToTakeFrom } from './stock-place.ts'

/** How what waits to be installed stands, for the screen. */
export interface PendingState {
  readonly quantity: Quantity
  readonly unit: string
  /** Null until the place that it is taken from is known. */
  readonly source: string | null
  readonly places: readonly { readonly location: string; readonly quantity: Quantity }[]
  /** What the next scan may be, for the assembler. */
  readonly next: string
}

/** Absent where nothing waits, or where its line is gone. */
export function pendingState(on: OnBuild): PendingState | undefined {
  const { pending } = on.at
  const component = pendingComponent(on)
  if (!pending || !component) return undefined
  const { line, goods } = component
  const usable = usableRows(on, component)
  const rows = isRefused(usable) ? [] : usable
  const quantity = pending.quantity ?? openOf(line)
  const source = pending.source ?? placeToTakeFrom(on, rows, quantity, goods.kind === 'lot')?.location ?? null
  return {
    quantity,
    unit: line.unit,
    source,
    places: placesOf(rows).map(({ location, quantity: there }) => ({ location, quantity: there })),
    next:
      source === null
        ? 'Scan the place it is taken from.'
        : `Count ${withUnit(quantity, line)} from ${source}. DS:DONE installs them; DS:QTY says another amount.`
  }
}
