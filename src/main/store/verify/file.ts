import type { ReadableDb } from '../database.ts'
import { NAMED_PER_RULE, type Problem } from './rule.ts'

/** What SQLite itself finds wrong: pages, indexes that do not hold what their tables hold, values that break a check. */
export function fileProblems(db: ReadableDb): readonly Problem[] {
  const verdicts = db.pragma(`integrity_check(${NAMED_PER_RULE})`) as readonly { integrity_check: string }[]
  return verdicts
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => ({
      rule: 'the file is whole',
      subject: 'database',
      found: integrity_check,
      expected: 'ok'
    }))
}
