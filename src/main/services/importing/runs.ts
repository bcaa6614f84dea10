import { parseRuns, runTexts, type ImportedRun } from '../../../core/importing/runs.ts'
import { inLineOrder, type ParsedRow, type RowProblem } from '../../../core/importing/table.ts'
import type { RunId } from '../../../core/ids.ts'
import type { Part } from '../../../core/part.ts'
import { wholeUnits, withUnit } from '../../../core/quantity.ts'
import type { ReadableDb } from '../../store/database.ts'
import { revisionsOf } from '../../store/part.ts'
import { findRun, putRun, type Run } from '../../store/run.ts'
import { partNamed, whyUnknown, type RevisionsOf } from './known-parts.ts'
import { cached, changesBetween, sortSteps, type PlanImport } from './plan.ts'

/** A run whose part is known, and whose revision is no longer left to the part. */
interface ResolvedRun extends ImportedRun {
  readonly part: Part
}

interface RunStore {
  readonly revisions: RevisionsOf
  run(run: string): Run | undefined
}

/** Production runs. A run that a file leaves out stays as it is. */
export const planRuns: PlanImport = (db, table) => {
  const store = createRunStore(db)
  const { rows, problems } = parseRuns(table, (cellText) => {
    const stored = store.run(cellText('run'))
    if (!stored) return undefined
    const isSamePart = stored.partNumber === cellText('part_number')
    return runTexts(isSamePart ? stored : { ...stored, revision: '' })
  })
  const steps = sortSteps(
    rows.flatMap(({ item }) => {
      const part = partNamed(store.revisions, item)
      if (!part) return []
      const run: ResolvedRun = { ...item, revision: part.revision, part }
      const stored = store.run(run.run)
      return [{ item: run, changes: stored && changesBetween(runTexts(stored), runTexts(run)) }]
    })
  )
  return {
    problems: inLineOrder([...problems, ...rows.flatMap((row) => runProblems(store, row))]),
    ...steps.counts,
    write: (db, record) => {
      const put = ({ part, ...run }: ResolvedRun): RunId => putRun(db, { ...run, partId: part.id })
      for (const { item } of steps.added) put(item)
      for (const { item, changes } of steps.changed) {
        const id = put(item)
        record('run-changed', [{ kind: 'run', id }], { run: item.run, changes })
      }
    }
  }
}

function createRunStore(db: ReadableDb): RunStore {
  return {
    revisions: cached((partNumber: string) => revisionsOf(db, partNumber)),
    run: cached((run: string) => findRun(db, run))
  }
}

/** What the store has against a run. One that is being built is only put off or brought forward. */
function runProblems(store: RunStore, { line, item }: ParsedRow<ImportedRun>): readonly RowProblem[] {
  const texts = runTexts(item)
  const problems: RowProblem[] = []
  const refuse = (column: string, reason: string) => {
    problems.push({ line, column, value: texts[column] ?? '', reason })
  }
  const part = partNamed(store.revisions, item)
  if (!part) refuse(...whyUnknown(store.revisions, item))
  else if (part.tracking === 'serial' && wholeUnits(item.quantity) === undefined) {
    refuse('quantity', `${part.partNumber} is tracked by serial, so its quantity is whole`)
  }
  const stored = store.run(item.run)
  if (!stored || !part || stored.startedSeq === null) return problems
  const isDone = stored.completedSeq !== null
  const of = isDone ? 'the run is complete' : 'the run has started'
  const changes = changesBetween(runTexts(stored), runTexts({ ...item, revision: part.revision }))
  for (const [column, { from }] of Object.entries(changes)) {
    if (column === 'due' && !isDone) continue
    const unit = column === 'quantity' ? withUnit(stored.quantity, part) : from || 'empty'
    refuse(column, `${of}, so its ${column} stays ${unit}: make what differs a run of its own`)
  }
  return problems
}
