import type { Part } from '../../../core/part.ts'

/** A part at each of its revisions; none where there is no such part. */
export type RevisionsOf = (partNumber: string) => readonly Part[]

export interface NamedPart {
  readonly partNumber: string
  readonly revision: string
}

/** The part at the revision that a row means; a revision may be left out where there is one alone. */
export function partNamed(revisionsOf: RevisionsOf, { partNumber, revision }: NamedPart): Part | undefined {
  const revisions = revisionsOf(partNumber)
  const named = revisions.find((part) => part.revision === revision)
  return named ?? (revision === '' && revisions.length === 1 ? revisions[0] : undefined)
}

/** The column that is to blame where a row means no part that there is, and why. */
export function whyUnknown(revisionsOf: RevisionsOf, { partNumber, revision }: NamedPart): readonly [string, string] {
  const revisions = revisionsOf(partNumber).map((part) => part.revision || '(none)')
  if (revisions.length === 0) return ['part_number', 'there is no such part: import it first']
  const known = `${partNumber} has ${revisions.join(', ')}`
  return ['revision', revision === '' ? `say which revision: ${known}` : `there is no such revision: ${known}`]
}
