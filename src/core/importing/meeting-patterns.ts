import { bindPattern, EMPTY_CONTEXT } from '../numbering/bind.ts'
import { findOverlaps, type Overlap } from '../numbering/find-overlaps.ts'
import { shapeOf, type NumberShape } from '../numbering/overlap.ts'
import { parsePattern } from '../numbering/parse-pattern.ts'
import { shortened, type RowProblem } from './table.ts'

/** A pattern and whose numbers it makes. */
export interface OwnedPattern {
  readonly partNumber: string
  readonly revision: string
  readonly pattern: string
  /** The line of the file that gives it; null for one that is in use already. */
  readonly line: number | null
}

/** Enough to see what is wrong; a file whose patterns are all alike could have millions. */
const MOST_PROBLEMS = 1000

/**
 * Patterns of a file that could ever make a number of another series: of another part, or of the same part for
 * another order or supplier. Two parts with the very same series share its counter, and so never meet.
 *
 * @param patterns those in use first; all of them are patterns
 */
export function meetingPatterns(
  column: 'serial_pattern' | 'lot_pattern',
  patterns: readonly OwnedPattern[]
): readonly RowProblem[] {
  const problems = new Map<number, RowProblem>()
  for (const overlap of findOverlaps(patterns.flatMap(shaped))) {
    const { line, pattern } = overlap.second
    if (line === null || problems.has(line)) continue
    problems.set(line, { line, column, value: shortened(pattern), reason: describe(overlap) })
    if (problems.size === MOST_PROBLEMS) break
  }
  return [...problems.values()]
}

type ShapedPattern = OwnedPattern & { readonly shape: NumberShape }

function shaped(owned: OwnedPattern): readonly ShapedPattern[] {
  const { partNumber, revision } = owned
  const reading = parsePattern(owned.pattern)
  const binding = reading.ok ? bindPattern(reading.pattern, { ...EMPTY_CONTEXT, partNumber, revision }) : undefined
  return binding?.ok ? [{ ...owned, shape: shapeOf(binding.pattern) }] : []
}

function describe({ first, second, number }: Overlap<ShapedPattern>): string {
  if (first === second) {
    return `it could give ${number} twice, for two different orders, suppliers or places: put fixed text between its tokens, or leave one out`
  }
  const owner = `${first.partNumber}${first.revision === '' ? '' : ` revision ${first.revision}`}`
  const place = first.line === null ? '' : ` in line ${first.line}`
  return `it could give ${number}, and so could ${first.pattern} of ${owner}${place}: begin one of them with text of its own`
}
