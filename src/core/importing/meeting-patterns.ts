import { findOverlaps, type Overlap } from '../numbering/find-overlaps.ts'
import { boundPattern, describeMeeting, type PartPattern } from '../numbering/meeting.ts'
import { shapeOf, type NumberShape } from '../numbering/overlap.ts'
import { shortened, type RowProblem } from './table.ts'

/** A pattern and whose numbers it makes. */
export interface OwnedPattern extends PartPattern {
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
  const pattern = boundPattern(owned)
  return pattern ? [{ ...owned, shape: shapeOf(pattern.bound) }] : []
}

function describe({ first, second, number }: Overlap<ShapedPattern>): string {
  const place = first.line === null ? '' : ` in line ${first.line}`
  return describeMeeting({ number, other: first === second ? null : first }, place)
}
