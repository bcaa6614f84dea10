import { codeProblem } from '../code.ts'
import { automatonOf } from './automaton.ts'
import { commonText } from './intersect.ts'
import type { Pattern } from './pattern.ts'

/**
 * Whether a text could be one of a pattern's numbers, on whatever day, for whatever is not bound, check character
 * included: to tell lots of ours from those of a supplier.
 */
export function mayProduce(pattern: Pattern, text: string): boolean {
  if (codeProblem(text)) return false
  return commonText(automatonOf(pattern.elements), automatonOf([{ kind: 'literal', text }]), false) !== undefined
}
