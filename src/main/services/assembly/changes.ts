import { assert } from '../../../core/assert.ts'
import type { PartId, RunId } from '../../../core/ids.ts'
import { atRevision } from '../../../core/words.ts'
import { bomLinesOf } from '../../store/bom.ts'
import type { ReadableDb } from '../../store/database.ts'
import { eventAt } from '../../store/event.ts'
import { partNumberAt, revisionsOf } from '../../store/part.ts'
import { childrenOfRun, runLinesOf } from '../../store/run-line.ts'
import { runAt } from '../../store/run.ts'

interface Bill {
  readonly partId: PartId
  readonly revision: string
}

/** What is different by now from what a run started with: its bills, and revisions that have come since. */
export function changesSince(db: ReadableDb, id: RunId): readonly string[] {
  const run = runAt(db, id)
  assert(run, 'a run that is asked about exists')
  if (run.startedSeq === null) return []
  const bills: readonly Bill[] = [run, ...childrenOfRun(db, id)]
  const changed = bills
    .filter((bill) => copied(db, id, bill) !== current(db, bill))
    .map(
      ({ partId, revision }) =>
        `The bill of ${atRevision({ partNumber: partNumberAt(db, partId), revision })} has changed`
    )
  const known = eventAt(db, run.startedSeq)?.data.revisions
  const newer = Array.isArray(known)
    ? revisionsOf(db, run.partNumber).filter(({ revision }) => !known.includes(revision))
    : []
  const come = newer.map(({ revision }) => `Revision ${revision || '(none)'} of ${run.partNumber} has come since`)
  return [...changed, ...come]
}

/** The same text for the same bill, whether it is the copy or the original. */
function copied(db: ReadableDb, run: RunId, { partId, revision }: Bill): string {
  return text(runLinesOf(db, run, partId, revision).map((line) => ({ ...line, component: line.componentId })))
}

function current(db: ReadableDb, { partId, revision }: Bill): string {
  return text(bomLinesOf(db, partId, revision).map((line) => ({ ...line, component: line.componentId })))
}

function text(
  lines: readonly {
    readonly component: PartId
    readonly componentRevision: string | null
    readonly quantity: number
    readonly madeOnAssembly: boolean
    readonly substitutes: readonly { readonly partId: PartId }[]
  }[]
): string {
  return JSON.stringify(
    lines
      .map(({ component, componentRevision, quantity, madeOnAssembly, substitutes }) => [
        component,
        componentRevision,
        quantity,
        madeOnAssembly,
        substitutes.map(({ partId }) => partId).toSorted((a, b) => a - b)
      ])
      .toSorted(([a], [b]) => Number(a) - Number(b))
  )
}
