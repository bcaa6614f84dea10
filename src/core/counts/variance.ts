import type { LotId, PartId, RowId } from '../ids.ts'
import type { RowStatus } from '../inventory/status.ts'
import { ONE, subtract, ZERO, type Quantity } from '../quantity.ts'
import type { TrackingType } from '../tracking/tracking-type.ts'
import { misplacedLots } from './misplaced-lots.ts'

/** What is counted: a unit, a lot or an untracked part, at a revision. */
export interface CountedGoods {
  readonly tracking: TrackingType
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly unit: string
}

/** Goods at a counted place: what was counted of them, and what the store says. */
export interface CountSubject {
  readonly goods: CountedGoods
  readonly location: string
  /** The row of the goods: a unit's wherever it is, else the one at this place; null where the store has none. */
  readonly row: RowId | null
  /** Null where nothing of it was counted here. */
  readonly counted: Quantity | null
  /** What the store said of the place when the first of it was counted; where nothing was, when counting began there. */
  readonly stood: Quantity
  /** What the store says of the place now. */
  readonly now: Quantity
  /** Whether stock of it has moved since it `stood` so: a unit anywhere, else at this place. */
  readonly changed: boolean
  /** How a unit stands by the store, wherever it is; null for what has no serial. */
  readonly unit: UnitStanding | null
}

export interface UnitStanding {
  readonly status: RowStatus
  readonly location: string
  /** What became of it, where it is not in stock: `scrapped 2026-11-23 by kim at A-01: Dropped`. */
  readonly became: string
}

/** Stock of a lot at a place that is not counted. */
export interface LotElsewhere {
  readonly row: RowId
  readonly partId: PartId
  readonly revision: string
  readonly lotId: LotId
  readonly location: string
  readonly quantity: Quantity
}

export interface CountFacts {
  readonly subjects: readonly CountSubject[]
  readonly elsewhere: readonly LotElsewhere[]
}

/**
 * What a count says of goods at a place.
 *
 * - `agrees`: as much is there as the store says, or said when it was counted.
 * - `found`: in stock nowhere by the store; posting brings it into stock. `missing`: expected, and not counted.
 * - `misplaced`: the store says that it lies elsewhere; posting moves it.
 * - `more`, `less`: another quantity of a lot or an untracked part.
 * - `changed`: it differs, and stock of it has moved since it was counted, so that nobody can say what is true.
 * - `came`: it came after counting began there and was not counted: left as it is.
 * - `installed`, `being built`: a unit that by the store is inside a product, or not completed: left as it is.
 */
export type Finding =
  'agrees' | 'found' | 'missing' | 'misplaced' | 'more' | 'less' | 'changed' | 'came' | 'installed' | 'being built'

export interface VarianceLine {
  readonly finding: Finding
  readonly goods: CountedGoods
  readonly location: string
  readonly row: RowId | null
  /** What the store says, or said when it was counted. */
  readonly expected: Quantity
  readonly counted: Quantity
  /** What posting adds at the place; less than nothing for what it takes away. */
  readonly adjusted: Quantity
  /** Where a misplaced thing is taken from: its row and place by the store. */
  readonly from: { readonly row: RowId; readonly location: string } | null
  /** What became of a unit that is found: `scrapped 2026-11-23 by kim at A-01: Dropped`; empty for the rest. */
  readonly became: string
}

/**
 * What a count found against what the store says, line by line. Pure: posting the lines leaves at each counted place
 * what was counted there, but for what changed, came or is left as it is.
 *
 * What agreed when it was counted is not touched by what moved later. What differed and has moved since is `changed`:
 * whether the hand or the scan came first cannot be known, so it is counted again and never guessed.
 */
export function varianceOf({ subjects, elsewhere }: CountFacts): readonly VarianceLine[] {
  const countedUnits = new Set(
    subjects.flatMap(({ unit, counted, row }) => (unit !== null && counted !== null && row !== null ? [row] : []))
  )
  const units = subjects
    .filter(
      (subject) => subject.unit !== null && !(subject.counted === null && countedUnits.has(subject.row ?? (0 as RowId)))
    )
    .flatMap(unitLine)
  const piles = subjects.filter(({ unit }) => unit === null)
  return [...units, ...misplacedLots(piles, piles.flatMap(pileLine), elsewhere)]
}

/** Whether posting has to wait until this was counted again. */
export function isOpenQuestion({ finding }: VarianceLine): boolean {
  return finding === 'changed'
}

function unitLine(subject: CountSubject): readonly VarianceLine[] {
  const { unit, counted, stood, now, changed, location } = subject
  if (unit === null) return []
  if (counted === null) {
    if (now === ZERO) return []
    // It was in somebody's hands after counting began, so it is not lost.
    if (changed) return [line(subject, 'came', now, ZERO, ZERO)]
    return [line(subject, 'missing', now, ZERO, subtract(ZERO, now))]
  }
  if (now > ZERO) return [line(subject, 'agrees', ONE, ONE, ZERO)]
  if (unit.status === 'installed' && stood === ZERO) return [line(subject, 'installed', ZERO, ONE, ZERO)]
  if (unit.status === 'being built') return [line(subject, 'being built', ZERO, ONE, ZERO)]
  if (stood > ZERO) return [line(subject, 'agrees', ONE, ONE, ZERO)]
  if (changed) return [line(subject, 'changed', ZERO, ONE, ZERO)]
  if (unit.status === 'available' || unit.status === 'on hold') {
    const from = subject.row === null ? null : { row: subject.row, location: unit.location }
    return unit.location === location ? [] : [{ ...line(subject, 'misplaced', ZERO, ONE, ONE), from }]
  }
  return [line(subject, 'found', ZERO, ONE, ONE)]
}

function pileLine(subject: CountSubject): readonly VarianceLine[] {
  const { counted, stood, now, changed } = subject
  if (counted === null) {
    if (now === ZERO) return []
    if (stood === ZERO) return [line(subject, 'came', now, ZERO, ZERO)]
    if (changed) return [line(subject, 'changed', now, ZERO, ZERO)]
    return [line(subject, 'missing', now, ZERO, subtract(ZERO, now))]
  }
  if (counted === stood) return [line(subject, 'agrees', stood, counted, ZERO)]
  if (changed) return [line(subject, 'changed', now, counted, ZERO)]
  const difference = subtract(counted, now)
  return [line(subject, now === ZERO ? 'found' : difference > ZERO ? 'more' : 'less', now, counted, difference)]
}

function line(
  { goods, location, row, unit }: CountSubject,
  finding: Finding,
  expected: Quantity,
  counted: Quantity,
  adjusted: Quantity
): VarianceLine {
  const became = finding === 'agrees' || finding === 'missing' || finding === 'came' ? '' : (unit?.became ?? '')
  return { finding, goods, location, row, expected, counted, adjusted, from: null, became }
}
