import { findSubject, type SubjectAnswer } from '../../src/main/services/tracing/subject.ts'
import { graphOf, traceSubject, WHOLE, type Trace, type TraceLimits } from '../../src/main/services/tracing/trace.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'

export type TraceOutcome =
  { readonly kind: 'found'; readonly trace: Trace } | Exclude<SubjectAnswer, { readonly kind: 'found' }>

/** The whole trace of a serial, a lot or a part number. A part narrows a lot that several parts have. */
export function traceCode(
  db: ReadableDb,
  code: string,
  part: string | null,
  limits: TraceLimits = WHOLE
): TraceOutcome {
  const answer = findSubject(db, code, part, limits.partRows)
  if (answer.kind !== 'found') return answer
  return { kind: 'found', trace: traceSubject(db, answer.subject, graphOf(db, answer.subject), limits) }
}
