import { splitDataIdentifier } from '../barcode/mh10.ts'
import { DATA_IDENTIFIERS } from '../barcode/data-identifiers.ts'
import type { LabelPart } from './taken-apart.ts'

/** How a piece says what it is: `LOT=88X` or `LOT:88X`, `1T88X`, `LOT88`. */
const MARKS: readonly ((piece: string) => string | undefined)[] = [
  (piece) => /^[^\s=:]{1,16} ?[=:](?=.)/.exec(piece)?.[0],
  dataIdentifierOf,
  (piece) => /^[A-Za-z]{1,8}(?=\d)/.exec(piece)?.[0]
]

const LEAST_PIECES = 2

/**
 * The samples as pieces that each begin with a mark of their own, in whatever order and whichever are there.
 *
 * Absent where a piece has none, one comes twice on a label, or one begins with another: nobody could tell them apart.
 */
export function takeApartByMarks(samples: readonly string[], separator: string): readonly LabelPart[] | undefined {
  for (const markOf of MARKS) {
    const labels = samples.map((sample) => marksOf(sample, separator, markOf))
    if (labels.some((label) => label === undefined || label.size < LEAST_PIECES)) continue
    const marks = [...new Set(labels.flatMap((label) => [...(label?.keys() ?? [])]))]
    if (marks.some((mark) => marks.some((other) => other !== mark && other.startsWith(mark)))) continue
    return marks.map((mark) => ({
      kind: 'piece',
      mark,
      values: labels.map((label) => label?.get(mark) ?? null)
    }))
  }
  return undefined
}

function marksOf(
  sample: string,
  separator: string,
  markOf: (piece: string) => string | undefined
): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>()
  for (const piece of sample.split(separator)) {
    if (piece.trim() === '') continue
    const mark = markOf(piece)
    if (mark === undefined || found.has(mark)) return undefined
    found.set(mark, piece.slice(mark.length))
  }
  return found
}

function dataIdentifierOf(piece: string): string | undefined {
  const split = splitDataIdentifier(piece)
  return split !== undefined &&
    split.value !== '' &&
    piece.startsWith(split.identifier) &&
    DATA_IDENTIFIERS.has(split.identifier)
    ? split.identifier
    : undefined
}
