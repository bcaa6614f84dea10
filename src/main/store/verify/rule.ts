import { all } from '../statement.ts'
import type { ReadableDb } from '../database.ts'

/** One thing that is not as the rules ask. */
export interface Problem {
  readonly rule: string
  readonly subject: string
  readonly found: string
  readonly expected: string
}

/** A rule that one query asks for: it gives what breaks it, as `subject`, `found` and `expected`. */
export type SqlRule = readonly [rule: string, sql: string]

/** How many problems of one rule are named; a broken store may have millions. */
export const NAMED_PER_RULE = 100

export function problemsOf(db: ReadableDb, [rule, sql]: SqlRule): readonly Problem[] {
  const findings = all<Omit<Problem, 'rule'>>(db, `${sql} LIMIT ${NAMED_PER_RULE}`)
  return findings.map(({ subject, found, expected }) => ({ rule, subject, found, expected }))
}
