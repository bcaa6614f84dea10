import type { Day } from '../clock.ts'
import type { Quantity } from '../quantity.ts'
import { readCode, readDay, readQuantity } from './cell-readers.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import type { ParsedTable, SourceTable } from './table.ts'

/** A production order that builds a part. */
export interface ImportedRun {
  readonly run: string
  readonly partNumber: string
  readonly revision: string
  readonly quantity: Quantity
  readonly due: Day | null
}

const RULES: TableRules<ImportedRun> = {
  columns: ['run', 'part_number', 'revision', 'quantity', 'due'],
  required: ['run', 'part_number', 'quantity'],
  key: ['run'],
  keyOf: ({ run }) => [run],
  read: (cells) => {
    const revision = cells.optional('revision', readCode)
    return cells.item<ImportedRun>({
      run: cells.required('run', readCode),
      partNumber: cells.required('part_number', readCode),
      revision: revision ?? '',
      quantity: cells.required('quantity', readQuantity),
      due: cells.optional('due', readDay)
    })
  }
}

export function parseRuns(table: SourceTable): ParsedTable<ImportedRun> {
  return parseTable(table, RULES)
}
