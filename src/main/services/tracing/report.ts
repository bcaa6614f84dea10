import { assertNever } from '../../../core/assert.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import type { RunTouch } from '../../store/run-touch.ts'
import { recallOf, type RecallRow } from './recall.ts'
import { runsOf } from './runs.ts'
import { findSubject, type SubjectAnswer } from './subject.ts'
import { historyTable, recallTable, runsTable, treeTable, type TraceTable, type TraceTableKind } from './tables.ts'
import { graphOf, traceSubject, WHOLE, type Trace, type TraceLimits } from './trace.ts'

/** All that can be told of a subject, as it stood at one moment. */
export interface TraceReport {
  readonly trace: Trace
  readonly recall: readonly RecallRow[]
  readonly runs: readonly RunTouch[]
}

export type ReportOutcome =
  { readonly kind: 'found'; readonly report: TraceReport } | Exclude<SubjectAnswer, { readonly kind: 'found' }>

/** Reads the whole report of a code. */
export function reportOf(
  db: ReadableDb,
  code: string,
  part: string | null,
  limits: TraceLimits = WHOLE
): ReportOutcome {
  return snapshot(db, () => {
    const answer = findSubject(db, code, part, limits.partRows)
    if (answer.kind !== 'found') return answer
    const { subject } = answer
    const graph = graphOf(db, subject)
    return {
      kind: 'found',
      report: {
        trace: traceSubject(db, subject, graph, limits),
        recall: recallOf(db, subject, graph),
        runs: runsOf(db, subject)
      }
    }
  })
}

/** One of the report's tables, for a file. */
export function tableOf({ trace, recall, runs }: TraceReport, kind: TraceTableKind): TraceTable {
  switch (kind) {
    case 'history':
      return historyTable(trace)
    case 'made-of':
      return treeTable(trace.madeOf, trace, 'node')
    case 'used-in':
      return treeTable(trace.usedIn, trace, 'parent')
    case 'recall':
      return recallTable(recall, trace.unit)
    case 'runs':
      return runsTable(runs)
    default:
      return assertNever(kind)
  }
}
