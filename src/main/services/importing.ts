import { basename } from 'node:path'
import { assertNever } from '../../core/assert.ts'
import { instantOf } from '../../core/clock.ts'
import type { ImportKind } from '../../core/importing/import-kind.ts'
import { inLineOrder, type RowProblem, type SourceTable } from '../../core/importing/table.ts'
import { readTable, type FileTable } from '../files/read-table.ts'
import type { Operator } from '../../core/operators/operator.ts'
import { anyOperator } from '../store/operator.ts'
import { transaction, type ReadableDb } from '../store/database.ts'
import { appendEvent } from '../store/event.ts'
import type { StationContext } from './context.ts'
import { writeApproval } from './operators/carry-out.ts'
import { badgeProblems } from './importing/badges.ts'
import { planBoms } from './importing/boms.ts'
import { planExpected } from './importing/expected.ts'
import { planLocations } from './importing/locations.ts'
import { planOrders } from './importing/orders.ts'
import { planParts } from './importing/parts.ts'
import type { ImportPlan, RecordEvent } from './importing/plan.ts'
import { planRuns } from './importing/runs.ts'

export type ImportContext = Pick<StationContext, 'db' | 'clock' | 'operator' | 'station'>

export type ImportOutcome =
  | {
      readonly kind: 'imported'
      readonly file: string
      /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
      readonly sha256: string
      readonly added: number
      readonly changed: number
      readonly unchanged: number
    }
  | {
      readonly kind: 'refused'
      readonly file: string
      /** Everything that is wrong, in the order of the file's lines. Nothing was imported. */
      readonly problems: readonly RowProblem[]
    }

/**
 * Takes over a file: all of its rows or none, in one transaction. The same file a second time changes nothing.
 *
 * Where the station has operators, a part is tracked in another way only with the word of a lead.
 *
 * What a file does not speak of stays: rows that it leaves out, and columns that it leaves out of its rows. An empty
 * value empties. Throws `StationError` (`file-unreadable`) where the file cannot be read at all.
 */
export function importFile(
  context: ImportContext,
  kind: ImportKind,
  file: string,
  lead: Operator | null = null
): ImportOutcome {
  return importTable(context, kind, file, readTable(file), lead)
}

/** What {@link importFile} does with a file that was read before. */
export function importTable(
  context: ImportContext,
  kind: ImportKind,
  file: string,
  { table, sha256 }: FileTable,
  lead: Operator | null
): ImportOutcome {
  const { db, clock, operator, station } = context
  return transaction(db, () => {
    const { problems, added, changed, unchanged, switches, write } = previewImport(db, kind, table)
    if (problems.length > 0) return { kind: 'refused', file, problems }
    if (switches.length > 0 && lead === null && anyOperator(db)) return { kind: 'refused', file, problems: switches }
    const at = instantOf(clock.now())
    const record: RecordEvent = (event, subjects, data) =>
      void appendEvent(db, { kind: event, at, operator, station: station.id, subjects, data })
    if (added + changed > 0) {
      record('file-imported', [], { file: basename(file), kind, sha256, added, changed, unchanged })
      write(db, record)
      if (lead !== null && switches.length > 0) {
        const what = `${basename(file)} has ${switches.length} ${switches.length === 1 ? 'part' : 'parts'} tracked in another way.`
        writeApproval(context, { need: 'switch-tracking', by: lead, what })
      }
    }
    return { kind: 'imported', file, sha256, added, changed, unchanged }
  })
}

/** What a file would do, with all that is wrong with it. Writes nothing. */
export function previewImport(db: ReadableDb, kind: ImportKind, table: SourceTable): Required<ImportPlan> {
  const plan = planImport(db, kind, table)
  const problems = inLineOrder([...plan.problems, ...badgeProblems(db, kind, table)])
  return { ...plan, problems, switches: plan.switches ?? [] }
}

function planImport(db: ReadableDb, kind: ImportKind, table: SourceTable): ImportPlan {
  switch (kind) {
    case 'parts':
      return planParts(db, table)
    case 'locations':
      return planLocations(db, table)
    case 'orders':
      return planOrders(db, table)
    case 'expected':
      return planExpected(db, table)
    case 'boms':
      return planBoms(db, table)
    case 'runs':
      return planRuns(db, table)
    default:
      return assertNever(kind)
  }
}
