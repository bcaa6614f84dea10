import { add, formatQuantity, subtract, ZERO, type Quantity } from '../quantity.ts'
import type { Finding, VarianceLine } from './variance.ts'

/** How much of a unit of measure was found, is missing, and lies elsewhere than the store says. */
export interface UnitTally {
  readonly unit: string
  readonly found: Quantity
  readonly missing: Quantity
  readonly misplaced: Quantity
}

/** A count in figures. */
export interface Tally {
  /** Things that are there as the store says. */
  readonly agrees: number
  /** Things that differ and are posted. */
  readonly differs: number
  /** Things that must be counted again first. */
  readonly changed: number
  /** Things that are left as they are: come since, built in, or still being built. */
  readonly left: number
  readonly byUnit: readonly UnitTally[]
}

type Kind = 'found' | 'missing' | 'misplaced'

const KINDS: Readonly<Partial<Record<Finding, Kind>>> = {
  found: 'found',
  more: 'found',
  missing: 'missing',
  less: 'missing',
  misplaced: 'misplaced'
}

export function tallyOf(lines: readonly VarianceLine[]): Tally {
  const byUnit = new Map<string, UnitTally>()
  const tally = { agrees: 0, differs: 0, changed: 0, left: 0 }
  for (const { finding, goods, adjusted } of lines) {
    const kind = KINDS[finding]
    if (finding === 'agrees') tally.agrees += 1
    else if (finding === 'changed') tally.changed += 1
    else if (kind === undefined) tally.left += 1
    else {
      tally.differs += 1
      const { unit } = goods
      const before = byUnit.get(unit) ?? { unit, found: ZERO, missing: ZERO, misplaced: ZERO }
      byUnit.set(unit, { ...before, [kind]: add(before[kind], magnitude(adjusted)) })
    }
  }
  return { ...tally, byUnit: [...byUnit.values()] }
}

/** `12 as expected. 2 pcs found, 1 pcs missing; 3 m misplaced.` */
export function tallyWords({ agrees, differs, byUnit }: Tally): string {
  if (differs === 0) return agrees === 0 ? 'Nothing is there, as expected.' : `${agrees} as expected, no difference.`
  const units = byUnit.map(({ unit, found, missing, misplaced }) =>
    [words(found, unit, 'found'), words(missing, unit, 'missing'), words(misplaced, unit, 'misplaced')]
      .filter((each) => each !== '')
      .join(', ')
  )
  return `${agrees} as expected. ${units.join('; ')}.`
}

function words(quantity: Quantity, unit: string, what: string): string {
  return quantity === ZERO ? '' : `${formatQuantity(quantity)} ${unit} ${what}`
}

function magnitude(quantity: Quantity): Quantity {
  return quantity < ZERO ? subtract(ZERO, quantity) : quantity
}
