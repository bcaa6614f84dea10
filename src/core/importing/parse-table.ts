import { createCells, type Cells, type StoredTexts } from './cells.ts'
import { inLineOrder, shortened, type ParsedRow, type ParsedTable, type RowProblem, type SourceTable } from './table.ts'

/** What a kind of file holds, and how a row of it is read. */
export interface TableRules<Item> {
  readonly columns: readonly string[]
  /** Columns that no file may leave out. */
  readonly required: readonly string[]
  /** The columns that say which thing a row is about: at most one row for each. */
  readonly key: readonly string[]
  readonly keyOf: (item: Item) => readonly string[]
  readonly read: (cells: Cells) => Item | undefined
}

/** Reads all rows of a file, and finds all that is wrong with them, in the order of its lines. */
export function parseTable<Item>(
  table: SourceTable,
  rules: TableRules<Item>,
  storedTexts?: StoredTexts
): ParsedTable<Item> {
  const headerProblems = checkHeader(table, rules)
  if (headerProblems.length > 0) return { rows: [], problems: [...headerProblems, ...table.problems] }
  const indexOf = new Map(table.columns.map(({ name }, index) => [name, index]))
  const problems: RowProblem[] = [...table.problems]
  const rows = new Map<string, ParsedRow<Item>>()
  for (const record of table.records) {
    const item = rules.read(createCells(record, indexOf, problems, storedTexts))
    if (!item) continue
    const key = rules.keyOf(item)
    const first = rows.get(key.join('\n'))
    if (!first) rows.set(key.join('\n'), { line: record.line, item })
    else if (JSON.stringify(first.item) !== JSON.stringify(item)) {
      problems.push({
        line: record.line,
        column: rules.key.at(-1) ?? null,
        value: key.at(-1) ?? null,
        reason: `line ${first.line} has the same ${rules.key.join(', ')} with other values`
      })
    }
  }
  return { rows: [...rows.values()], problems: inLineOrder(problems) }
}

/** Where rows must say the same of one thing, finds those that do not. */
export function disagreements<Item>(
  rows: readonly ParsedRow<Item>[],
  subject: string,
  subjectOf: (item: Item) => string,
  texts: (item: Item) => Readonly<Record<string, string>>
): readonly RowProblem[] {
  const problems: RowProblem[] = []
  const firsts = new Map<string, ParsedRow<Item>>()
  for (const row of rows) {
    const name = subjectOf(row.item)
    const first = firsts.get(name)
    if (!first) {
      firsts.set(name, row)
      continue
    }
    const expected = texts(first.item)
    for (const [column, value] of Object.entries(texts(row.item))) {
      if (value === expected[column]) continue
      const other = expected[column] ? `is ${shortened(expected[column])}` : 'is empty'
      const reason = `${subject} ${name} has one ${column}, which ${other} in line ${first.line}`
      problems.push({ line: row.line, column, value: shortened(value), reason })
    }
  }
  return problems
}

function checkHeader(table: SourceTable, rules: Pick<TableRules<unknown>, 'columns' | 'required'>) {
  const problems: RowProblem[] = []
  const seen = new Set<string>()
  for (const { name, line } of table.columns) {
    if (!rules.columns.includes(name)) {
      const reason = `there is no such column: the file has ${rules.columns.join(', ')}`
      problems.push({ line, column: shortened(name), value: null, reason })
    } else if (seen.has(name)) {
      problems.push({ line, column: name, value: null, reason: 'the column is there twice' })
    }
    seen.add(name)
  }
  if (table.columns.length === 0 && table.records.length === 0) return problems
  const line = table.columns[0]?.line ?? 1
  for (const name of rules.required.filter((each) => !seen.has(each))) {
    problems.push({ line, column: name, value: null, reason: 'the column is missing, and it is needed' })
  }
  return problems
}
