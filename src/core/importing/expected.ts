import { formatQuantity, ONE, type Quantity } from '../quantity.ts'
import { readCode, readLineNumber, readQuantity } from './cell-readers.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import { inLineOrder, type ParsedRow, type ParsedTable, type RowProblem, type SourceTable } from './table.ts'

/** What a supplier announces for one order line. Empty where the announcement does not say. */
export interface ImportedExpectation {
  readonly order: string
  readonly line: string
  readonly serial: string
  readonly lot: string
  readonly carton: string
  readonly quantity: Quantity
}

const RULES: TableRules<ImportedExpectation> = {
  columns: ['order', 'line', 'serial', 'lot', 'quantity', 'carton'],
  required: ['order', 'line'],
  key: ['order', 'line', 'serial', 'lot', 'carton'],
  keyOf: ({ order, line, serial, lot, carton }) => [order, line, serial, lot, carton],
  read: (cells) => {
    const serial = cells.optional('serial', readCode)
    const lot = cells.optional('lot', readCode)
    const carton = cells.optional('carton', readCode)
    const quantity = serial
      ? (cells.optional('quantity', readQuantity) ?? ONE)
      : cells.required('quantity', readQuantity)
    if (serial && quantity !== ONE) cells.refuse('quantity', 'a serial is one unit: write 1 or leave it empty')
    return cells.item<ImportedExpectation>({
      order: cells.required('order', readCode),
      line: cells.required('line', readLineNumber),
      serial: serial ?? '',
      lot: lot ?? '',
      carton: carton ?? '',
      quantity
    })
  }
}

export function parseExpected(table: SourceTable): ParsedTable<ImportedExpectation> {
  const { rows, problems } = parseTable(table, RULES)
  return { rows, problems: inLineOrder([...problems, ...serialsTwice(rows)]) }
}

/** An expectation as the file would write it. */
export function expectationTexts(expectation: ImportedExpectation): Readonly<Record<string, string>> {
  return { ...expectation, quantity: formatQuantity(expectation.quantity) }
}

function serialsTwice(rows: readonly ParsedRow<ImportedExpectation>[]): readonly RowProblem[] {
  const problems: RowProblem[] = []
  const lines = new Map<string, number>()
  for (const { line, item } of rows) {
    if (item.serial === '') continue
    const first = lines.get(item.serial)
    if (first === undefined) lines.set(item.serial, line)
    else {
      const reason = `line ${first} expects this serial already, and a serial is one unit`
      problems.push({ line, column: 'serial', value: item.serial, reason })
    }
  }
  return problems
}
