import type { Day } from '../clock.ts'
import { formatQuantity, ZERO, type Quantity } from '../quantity.ts'
import type { StoredTexts } from './cells.ts'
import { readCode, readDay, readLineNumber, readName, readPercent, readQuantity } from './cell-readers.ts'
import { disagreements, parseTable, type TableRules } from './parse-table.ts'
import { inLineOrder, type ParsedTable, type SourceTable } from './table.ts'

export interface ImportedOrderLine {
  readonly order: string
  readonly supplier: string
  readonly line: string
  readonly partNumber: string
  /** Empty for a part without revisions, and where the file leaves it to the part to have one alone. */
  readonly revision: string
  readonly quantity: Quantity
  /** By how many percent more may come without a lead's word. */
  readonly tolerancePercent: Quantity
  readonly due: Day | null
  readonly location: string | null
}

const RULES: TableRules<ImportedOrderLine> = {
  columns: ['order', 'supplier', 'line', 'part_number', 'revision', 'quantity', 'due', 'location', 'tolerance_percent'],
  required: ['order', 'supplier', 'line', 'part_number', 'quantity'],
  key: ['order', 'line'],
  keyOf: ({ order, line }) => [order, line],
  read: (cells) => {
    const revision = cells.optional('revision', readCode)
    return cells.item<ImportedOrderLine>({
      order: cells.required('order', readCode),
      supplier: cells.required('supplier', readName),
      line: cells.required('line', readLineNumber),
      partNumber: cells.required('part_number', readCode),
      revision: revision ?? '',
      quantity: cells.required('quantity', readQuantity),
      due: cells.optional('due', readDay),
      location: cells.optional('location', readCode),
      tolerancePercent: cells.optional('tolerance_percent', readPercent) ?? ZERO
    })
  }
}

export function parseOrders(table: SourceTable, storedTexts?: StoredTexts): ParsedTable<ImportedOrderLine> {
  const { rows, problems } = parseTable(table, RULES, storedTexts)
  const differing = disagreements(
    rows,
    'order',
    ({ order }) => order,
    ({ supplier }) => ({ supplier })
  )
  return { rows, problems: inLineOrder([...problems, ...differing]) }
}

/** An order line as the file would write it. */
export function orderLineTexts(line: ImportedOrderLine): Readonly<Record<string, string>> {
  return {
    order: line.order,
    supplier: line.supplier,
    line: line.line,
    part_number: line.partNumber,
    revision: line.revision,
    quantity: formatQuantity(line.quantity),
    due: line.due ?? '',
    location: line.location ?? '',
    tolerance_percent: line.tolerancePercent === ZERO ? '' : formatQuantity(line.tolerancePercent)
  }
}
