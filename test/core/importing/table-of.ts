import type { CellValue, ParsedTable, SourceTable } from '../../../src/core/importing/table.ts'

/** A file of rows that say each column by name; the header is line 1. */
export function tableOf(...rows: readonly Readonly<Record<string, CellValue>>[]): SourceTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    columns: names.map((name) => ({ name, line: 1 })),
    records: rows.map((row, index) => ({ line: index + 2, cells: names.map((name) => row[name]) })),
    problems: []
  }
}

/** What is wrong, as `line column: reason`. */
export function problemsOf({ problems }: ParsedTable<unknown>): readonly string[] {
  return problems.map(({ line, column, reason }) => `${line} ${column ?? 'row'}: ${reason}`)
}

export function itemsOf<Item>({ rows }: ParsedTable<Item>): readonly Item[] {
  return rows.map(({ item }) => item)
}
