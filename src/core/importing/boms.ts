import { formatQuantity, type Quantity } from '../quantity.ts'
import { readCode, readCodes, readQuantity, readYesNo } from './cell-readers.ts'
import type { StoredTexts } from './cells.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import type { ParsedTable, SourceTable } from './table.ts'

/** What one unit of a part at a revision is made of: one component. */
export interface ImportedBomLine {
  readonly partNumber: string
  /** Empty for a part without revisions, and where the file leaves it to the part to have one alone. */
  readonly revision: string
  readonly component: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  readonly quantity: Quantity
  /** Whether the component is built inside the parent's run. */
  readonly madeOnAssembly: boolean
  /** Part numbers that may take the component's place, each once, in the order of their characters. */
  readonly substitutes: readonly string[]
}

export const BOM_COLUMNS: readonly string[] = [
  'part_number',
  'revision',
  'component',
  'component_revision',
  'quantity',
  'made_on_assembly',
  'substitutes'
]

const RULES: TableRules<ImportedBomLine> = {
  columns: BOM_COLUMNS,
  required: ['part_number', 'component', 'quantity'],
  key: ['part_number', 'revision', 'component'],
  keyOf: ({ partNumber, revision, component }) => [partNumber, revision, component],
  read: (cells) => {
    const revision = cells.optional('revision', readCode)
    const partNumber = cells.required('part_number', readCode)
    const component = cells.required('component', readCode)
    const madeOnAssembly = cells.optional('made_on_assembly', readYesNo)
    const substitutes = cells.optional('substitutes', readCodes)
    if (component !== undefined && component === partNumber) {
      cells.refuse('component', 'a part is no component of itself')
    }
    if (partNumber !== undefined && substitutes?.includes(partNumber)) {
      cells.refuse('substitutes', 'a part is no component of itself, nor a substitute for one')
    }
    if (component !== undefined && substitutes?.includes(component)) {
      cells.refuse('substitutes', 'a component is no substitute for itself')
    }
    return cells.item<ImportedBomLine>({
      partNumber,
      revision: revision ?? '',
      component,
      componentRevision: cells.optional('component_revision', readCode),
      quantity: cells.required('quantity', readQuantity),
      madeOnAssembly: madeOnAssembly ?? false,
      substitutes: substitutes ?? []
    })
  }
}

export function parseBoms(table: SourceTable, storedTexts?: StoredTexts): ParsedTable<ImportedBomLine> {
  return parseTable(table, RULES, storedTexts)
}

/** A line of a bill as the file would write it. */
export function bomLineTexts(line: ImportedBomLine): Readonly<Record<string, string>> {
  return {
    part_number: line.partNumber,
    revision: line.revision,
    component: line.component,
    component_revision: line.componentRevision ?? '',
    quantity: formatQuantity(line.quantity),
    made_on_assembly: line.madeOnAssembly ? 'yes' : 'no',
    substitutes: line.substitutes.join(';')
  }
}
