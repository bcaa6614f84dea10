import type { LabelFacts } from '../barcode/label-facts.ts'
import type { PartId } from '../ids.ts'
import type { Directory, KnownLot } from '../receiving/directory.ts'
import { shown } from '../words.ts'
import { refused, type RefusedAnswer } from './answer.ts'

/** What a label names of what this station knows. */
export interface NamedByLabel<Unit> {
  readonly parts: readonly PartId[]
  /** The first of its serials that is a unit of its part. */
  readonly unit: Unit | undefined
  readonly lots: readonly KnownLot[]
}

/** A unit or a lot of another part than the label's is none of its. */
export function namedByLabel<Unit extends { readonly partId: PartId }>(
  facts: LabelFacts,
  directory: Pick<Directory, 'partsNamed' | 'lotsNamed'>,
  unitOf: (serial: string) => Unit | undefined
): NamedByLabel<Unit> {
  const parts = [...new Set(facts.partNumbers.flatMap((number) => directory.partsNamed(number)))]
  const isOfPart = ({ partId }: { readonly partId: PartId }) => parts.length === 0 || parts.includes(partId)
  const units = facts.serials.flatMap((serial) => unitOf(serial) ?? [])
  return {
    parts,
    unit: units.find(isOfPart),
    lots: facts.lot === null ? [] : directory.lotsNamed(facts.lot).filter(isOfPart)
  }
}

/** What of several is meant: those that fit, as long as any does. */
export function narrowed<T>(all: readonly T[], ...fits: readonly ((each: T) => boolean)[]): readonly T[] {
  return fits.reduce((left, fit) => {
    const fitting = left.filter(fit)
    return fitting.length > 0 ? fitting : left
  }, all)
}

export function lotOfTwoParts(text: string, partNumbers: readonly string[]): RefusedAnswer {
  return refused(
    'ambiguous',
    'Lot of two parts',
    `${shown(text)} is a lot of ${distinct(partNumbers).join(' and of ')}. Scan the lot’s label, which names the part.`,
    'attention'
  )
}

export function nameOfTwoParts(text: string, partNumbers: readonly string[]): RefusedAnswer {
  return refused(
    'ambiguous',
    'Two parts',
    `${shown(text)} names ${distinct(partNumbers).join(' and ')}. Scan our part number instead.`,
    'attention'
  )
}

function distinct(partNumbers: readonly string[]): readonly string[] {
  return [...new Set(partNumbers)]
}
