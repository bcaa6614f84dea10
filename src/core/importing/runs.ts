import type { Day } from '../clock.ts'
import { formatQuantity, type Quantity } from '../quantity.ts'
import { readCode, readDay, readQuantity } from './cell-readers.ts'
import type { StoredTexts } from './cells.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import type { ParsedTable, SourceTable } from './table.ts'

/** A production order that builds a part. */
export interface ImportedRun {
  readonly run: string
  readonly partNumber: string
  /** Empty for a part without revisions, and where the file leaves it to the part to have one alone. */
  readonly revision: string
  readonly quantity: Quantity
  readonly due: Day | null
}

export const RUN_COLUMNS: readonly string[] = ['run', 'part_number', 'revision', 'quantity', 'due']

const RULES: TableRules<ImportedRun> = {
  columns: RUN_COLUMNS,
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

export function parseRuns(table: SourceTable, storedTexts?: StoredTexts): ParsedTable<ImportedRun> {
  return parseTable(table, RULES, storedTexts)
}

/** A run as the file would write it. */
export function runTexts(run: ImportedRun): Readonly<Record<string, string>> {
  return {
    run: run.run,
    part_number: run.partNumber,
    revision: run.revision,
    quantity: formatQuantity(run.quantity),
    due: run.due ?? ''
  }
}
