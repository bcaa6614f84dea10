import type { Quantity } from '../quantity.ts'
import { readCode, readQuantity, readYesNo } from './cell-readers.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import type { ParsedTable, SourceTable } from './table.ts'

/** What one unit of a part at a revision is made of: one component. */
export interface ImportedBomLine {
  readonly partNumber: string
  readonly revision: string
  readonly component: string
  readonly quantity: Quantity
  /** Whether the component is built inside the parent's run. */
  readonly madeOnAssembly: boolean
}

const RULES: TableRules<ImportedBomLine> = {
  columns: ['part_number', 'revision', 'component', 'quantity', 'made_on_assembly'],
  required: ['part_number', 'component', 'quantity'],
  key: ['part_number', 'revision', 'component'],
  keyOf: ({ partNumber, revision, component }) => [partNumber, revision, component],
  read: (cells) => {
    const revision = cells.optional('revision', readCode)
    const partNumber = cells.required('part_number', readCode)
    const component = cells.required('component', readCode)
    const madeOnAssembly = cells.optional('made_on_assembly', readYesNo)
    if (component !== undefined && component === partNumber) {
      cells.refuse('component', 'a part is no component of itself')
    }
    return cells.item<ImportedBomLine>({
      partNumber,
      revision: revision ?? '',
      component,
      quantity: cells.required('quantity', readQuantity),
      madeOnAssembly: madeOnAssembly ?? false
    })
  }
}

export function parseBoms(table: SourceTable): ParsedTable<ImportedBomLine> {
  return parseTable(table, RULES)
}
