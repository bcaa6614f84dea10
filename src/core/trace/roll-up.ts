import type { MovementKind } from '../inventory/movement.ts'
import { subtract, sum, ZERO, type Quantity } from '../quantity.ts'

/**
 * What became of all that there ever was, in the subject's unit.
 *
 * What came in, less what went out, and what counts corrected, is what is there:
 * `received + built − installed − consumed − scrapped − archived − returned + adjusted = onHand`.
 */
export interface RollUp {
  /** What receipts brought, less what was taken back from them. */
  readonly received: Quantity
  readonly built: Quantity
  readonly onHand: Quantity
  /** What is in products now: what was taken out again is not. */
  readonly installed: Quantity
  readonly consumed: Quantity
  readonly scrapped: Quantity
  readonly archived: Quantity
  /** What went back to the supplier. */
  readonly returned: Quantity
  /** What counts found more, less what they found missing. */
  readonly adjusted: Quantity
}

/** How much came (more than nothing) or went (less), by the kind of movement. */
export type MovedByKind = Readonly<Partial<Record<MovementKind, Quantity>>>

export function rollUpOf(moved: MovedByKind, onHand: Quantity): RollUp {
  const came = (...kinds: readonly MovementKind[]) => sum(kinds.map((kind) => moved[kind] ?? ZERO))
  const went = (...kinds: readonly MovementKind[]) => subtract(ZERO, came(...kinds))
  return {
    received: came('received', 'reversed'),
    built: came('built'),
    onHand,
    installed: went('installed', 'removed'),
    consumed: went('consumed'),
    scrapped: went('scrapped'),
    archived: went('archived'),
    returned: went('returned'),
    adjusted: came('counted')
  }
}
