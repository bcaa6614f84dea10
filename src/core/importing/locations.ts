import type { StoredTexts } from './cells.ts'
import { readCode, readText } from './cell-readers.ts'
import { parseTable, type TableRules } from './parse-table.ts'
import type { ParsedTable, SourceTable } from './table.ts'

export interface ImportedLocation {
  readonly code: string
  readonly description: string
}

const RULES: TableRules<ImportedLocation> = {
  columns: ['code', 'description'],
  required: ['code'],
  key: ['code'],
  keyOf: ({ code }) => [code],
  read: (cells) => {
    const description = cells.optional('description', readText)
    return cells.item<ImportedLocation>({
      code: cells.required('code', readCode),
      description: description ?? ''
    })
  }
}

export function parseLocations(table: SourceTable, storedTexts?: StoredTexts): ParsedTable<ImportedLocation> {
  return parseTable(table, RULES, storedTexts)
}

/** A location as the file would write it. */
export function locationTexts({ code, description }: ImportedLocation): Readonly<Record<string, string>> {
  return { code, description }
}
