import type { ImportedBomLine } from '../importing/boms.ts'
import type { Part } from '../part.ts'
import { wholeUnits } from '../quantity.ts'

/** What is wrong with a line, by the column of the file that says it. */
export interface BomLineProblem {
  readonly column: 'component' | 'component_revision' | 'quantity' | 'substitutes'
  /** Why, as a clause. */
  readonly reason: string
}

/**
 * What the parts have against a line of a bill. Loops are not looked for here.
 *
 * Any component may be made on assembly, an untracked one too: it is built in the parent's run and counted. A bill of
 * its own may come later; without one it is built of nothing.
 *
 * @param revisionsOf a part at each of its revisions; none where the station does not know it
 */
export function bomLineProblems(
  line: ImportedBomLine,
  revisionsOf: (partNumber: string) => readonly Part[]
): readonly BomLineProblem[] {
  const revisions = revisionsOf(line.component)
  const [component] = revisions
  if (!component) return [{ column: 'component', reason: 'there is no such part: import it first' }]
  const problems: BomLineProblem[] = []
  const { componentRevision, quantity } = line
  if (componentRevision !== null && !revisions.some(({ revision }) => revision === componentRevision)) {
    const known = revisions.map(({ revision }) => revision || '(none)').join(', ')
    problems.push({
      column: 'component_revision',
      reason: `there is no such revision: ${line.component} has ${known}; leave this empty to allow any`
    })
  }
  const serial = [component, ...line.substitutes.flatMap((each) => revisionsOf(each).slice(0, 1))].find(
    ({ tracking }) => tracking === 'serial'
  )
  if (serial && wholeUnits(quantity) === undefined) {
    problems.push({ column: 'quantity', reason: `${serial.partNumber} is tracked by serial, so its quantity is whole` })
  }
  for (const substitute of line.substitutes) {
    const [part] = revisionsOf(substitute)
    if (!part) problems.push({ column: 'substitutes', reason: `there is no part ${substitute}: import it first` })
    else if (part.unit !== component.unit) {
      const reason = `${substitute} is counted in ${part.unit} and ${line.component} in ${component.unit}, so one cannot stand for the other`
      problems.push({ column: 'substitutes', reason })
    }
  }
  return problems
}
