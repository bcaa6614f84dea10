import type { CellReader } from './cell-readers.ts'
import { shortened, type CellValue, type RowProblem, type SourceRecord } from './table.ts'

/**
 * What is stored already of the thing that a row names, as the file would write it. It stands in for the columns that
 * a file leaves out, so that a file of two columns does not empty the others.
 */
export type StoredTexts = (cellText: (column: string) => string) => Readonly<Record<string, string>> | undefined

/** The cells of one row. Whatever cannot be read is noted as a problem, and the row is then not made. */
export interface Cells {
  /** Whether the file itself says something here. */
  given(column: string): boolean
  /** Undefined where the cell is refused. */
  required<T>(column: string, reader: CellReader<T>): T | undefined
  /** Null where the cell is empty, undefined where it is refused. */
  optional<T>(column: string, reader: CellReader<T>): T | null | undefined
  refuse(column: string, reason: string): undefined
  /** What the row says, if nothing in it was refused. */
  item<Item extends object>(fields: { readonly [Field in keyof Item]: Item[Field] | undefined }): Item | undefined
}

export function createCells(
  record: SourceRecord,
  indexOf: ReadonlyMap<string, number>,
  problems: RowProblem[],
  storedTexts: StoredTexts | undefined
): Cells {
  let stored: Readonly<Record<string, string>> | null | undefined
  let refused = false

  const ofFile = (column: string): CellValue | undefined => {
    const index = indexOf.get(column)
    return index === undefined ? undefined : record.cells[index]
  }
  const cell = (column: string): CellValue => {
    const value = ofFile(column)
    if (value !== undefined) return value
    stored ??= storedTexts?.((each) => String(ofFile(each) ?? '')) ?? null
    return stored?.[column] ?? ''
  }
  const cells: Cells = {
    given: (column) => (ofFile(column) ?? '') !== '',
    required(column, reader) {
      if (cell(column) === '') return cells.refuse(column, 'it may not be empty')
      return cells.optional(column, reader) ?? undefined
    },
    optional(column, reader) {
      const value = cell(column)
      if (value === '') return null
      const reading = reader(value)
      return reading.ok ? reading.value : cells.refuse(column, reading.reason)
    },
    refuse(column, reason) {
      refused = true
      problems.push({ line: record.line, column, value: shortened(String(cell(column))), reason })
      return undefined
    },
    item: (fields) => (refused ? undefined : (fields as never))
  }
  return cells
}
