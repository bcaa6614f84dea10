import type { ImportKind } from '../../../core/importing/import-kind.ts'
import { shortened, type RowProblem, type SourceTable } from '../../../core/importing/table.ts'
import { anyOperator, operatorWithBadge } from '../../store/operator.ts'
import type { ReadableDb } from '../../store/database.ts'
import { cached } from './plan.ts'

/** The columns whose codes are scanned as they are. A run is scanned as a command, which no badge can be. */
const SCANNED: Readonly<Record<ImportKind, readonly string[]>> = {
  parts: ['part_number', 'supplier_part_numbers', 'gtin'],
  locations: ['code'],
  orders: ['order'],
  expected: ['serial', 'lot'],
  boms: [],
  runs: []
}

/** The codes of a file that are somebody's badge: a badge is a badge in every state, so nothing else can be scanned by it. */
export function badgeProblems(db: ReadableDb, kind: ImportKind, table: SourceTable): readonly RowProblem[] {
  const scanned = table.columns.flatMap(({ name }, index) => (SCANNED[kind].includes(name) ? [{ name, index }] : []))
  if (scanned.length === 0 || !anyOperator(db)) return []
  const isBadge = cached((code: string) => operatorWithBadge(db, code)?.active === 1)
  return table.records.flatMap(({ line, cells }) =>
    scanned.flatMap(({ name, index }) => {
      const value = cells[index]
      if (typeof value !== 'string' || !value.split(';').some((code) => isBadge(code.trim()))) return []
      const reason =
        'this is the badge of an operator, who would be signed in wherever it is scanned: choose another code, or have an admin change the badge'
      return [{ line, column: name, value: shortened(value), reason }]
    })
  )
}
