import { codeProblem } from '../code.ts'
import { automatonOf } from './automaton.ts'
import { commonText } from './intersect.ts'
import { hasCheckCharacter, type Pattern } from './pattern.ts'

/**
 * Whether a text could be one of a pattern's numbers, on whatever day, for whatever is not bound, check character
 * included: to warn when a supplier's serial looks like one of ours.
 */
export function mayProduce(pattern: Pattern, text: string): boolean {
  if (codeProblem(text)) return false
  return commonText(automatonOf(pattern.elements), automatonOf([{ kind: 'literal', text }]), false) !== undefined
}

/**
 * Whether a text has the form of a pattern's numbers and the check character that its other letters and digits ask for,
 * in the order in which they stand. Never for a pattern without `{C}`, which has nothing to check.
 */
export function hasValidCheckCharacter(pattern: Pattern, text: string): boolean {
  return hasCheckCharacter(pattern) && mayProduce(pattern, text)
}
