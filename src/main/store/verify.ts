import { snapshot } from './database.ts'
import { one } from './statement.ts'
import { ASSEMBLY_RULES } from './verify/assembly.ts'
import { billLoops, BOM_RULES } from './verify/bom.ts'
import { COUNT_RULES } from './verify/counts.ts'
import { JOURNAL_RULES } from './verify/journal.ts'
import { FORMAT_RULES, formatProblems } from './verify/formats.ts'
import { eventProblems } from './verify/events.ts'
import { fileProblems } from './verify/file.ts'
import { movementProblems } from './verify/movements.ts'
import { ORDER_RULES } from './verify/orders.ts'
import { OPERATOR_RULES } from './verify/operators.ts'
import { PRINTING_RULES } from './verify/printing.ts'
import { QUALITY_RULES } from './verify/quality.ts'
import { NAMED_PER_RULE, problemsOf, type Problem, type SqlRule } from './verify/rule.ts'
import { STOCK_RULES } from './verify/stock.ts'
import type { ReadableDb } from './database.ts'

export interface Verification {
  readonly ok: boolean
  readonly checked: {
    readonly events: number
    readonly rows: number
    readonly movements: number
    readonly numbers: number
    readonly labels: number
  }
  readonly problems: readonly Problem[]
}

/** Each area's own; a new one joins here. */
const RULES: readonly SqlRule[] = [
  ...ORDER_RULES,
  ...STOCK_RULES,
  ...ASSEMBLY_RULES,
  ...QUALITY_RULES,
  ...BOM_RULES,
  ...COUNT_RULES,
  ...OPERATOR_RULES,
  ...JOURNAL_RULES,
  ...FORMAT_RULES,
  ...PRINTING_RULES
]

/** Recomputes everything that can be recomputed, and names what does not agree. Changes nothing. */
export function verifyStore(db: ReadableDb): Verification {
  return withProblems(verifyContents(db), fileProblems(db))
}

/** {@link verifyStore} without what SQLite itself says of the file: all as it stood at one moment. */
export function verifyContents(db: ReadableDb): Verification {
  return snapshot(db, () => {
    const problems = [
      ...eventProblems(db),
      ...movementProblems(db),
      ...RULES.flatMap((rule) => problemsOf(db, rule)),
      ...billLoops(db, NAMED_PER_RULE),
      ...formatProblems(db, NAMED_PER_RULE)
    ]
    return { ok: problems.length === 0, checked: checkedIn(db), problems }
  })
}

export function withProblems(result: Verification, more: readonly Problem[]): Verification {
  return { ...result, ok: result.ok && more.length === 0, problems: [...more, ...result.problems] }
}

function checkedIn(db: ReadableDb): Verification['checked'] {
  const count = (sql: string): number => one<{ n: number }>(db, sql)?.n ?? 0
  return {
    events: count('SELECT count(*) AS n FROM event'),
    rows: count('SELECT count(*) AS n FROM inventory_row'),
    movements: count('SELECT count(*) AS n FROM movement'),
    numbers:
      count('SELECT count(*) AS n FROM inventory_row WHERE serial IS NOT NULL') +
      count('SELECT count(*) AS n FROM lot'),
    labels: count('SELECT count(*) AS n FROM label')
  }
}
