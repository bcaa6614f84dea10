import { MAX_QUANTITY, ONE, type Quantity } from '../quantity.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'

/**
 * How much of a component a build takes: so much for each of what is built, and never less.
 *
 * Units are whole: where 2.5 of something are built with one unit each, 3 units are needed. Anything else is rounded up
 * to a millionth. Absent where it is more than a quantity can be.
 */
export function neededFor(perUnit: Quantity, built: Quantity, component: TrackingType): Quantity | undefined {
  const step = component === 'serial' ? BigInt(ONE) : 1n
  const exact = BigInt(perUnit) * BigInt(built)
  const divisor = BigInt(ONE) * step
  const needed = ((exact + divisor - 1n) / divisor) * step
  return needed > BigInt(MAX_QUANTITY) ? undefined : (Number(needed) as Quantity)
}
