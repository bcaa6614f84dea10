/** What a file may hold in one place. JSON has numbers and truth values of its own; CSV has text alone. */
export type CellValue = string | number | boolean

/** A file's rows before anything is made of them. */
export interface SourceTable {
  readonly columns: readonly SourceColumn[]
  readonly records: readonly SourceRecord[]
  /** What is wrong with the form of the rows, such as a value too many. */
  readonly problems: readonly RowProblem[]
}

export interface SourceColumn {
  readonly name: string
  /** The line of the file where the name is first seen, from 1. */
  readonly line: number
}

export interface SourceRecord {
  /** The line of the file where the row begins, from 1. */
  readonly line: number
  /** In the order of the columns; undefined where the row says nothing at all about a column. */
  readonly cells: readonly (CellValue | undefined)[]
}

/** One thing that a file has wrong. `column` and `value` are null where the row as a whole is meant. */
export interface RowProblem {
  readonly line: number
  readonly column: string | null
  readonly value: string | null
  /** Why, as a clause: `the part is tracked by serial, so the quantity is whole`. */
  readonly reason: string
}

export interface ParsedTable<Item> {
  readonly rows: readonly ParsedRow<Item>[]
  readonly problems: readonly RowProblem[]
}

/** What a row of a file says, and where it says so. */
export interface ParsedRow<Item> {
  readonly line: number
  readonly item: Item
}

/** A problem names a value in full up to this length; no screen shows more. */
const SHOWN_LENGTH = 200

export function shortened(value: string): string {
  return value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH - 1)}…` : value
}

export function inLineOrder(problems: readonly RowProblem[]): readonly RowProblem[] {
  return [...problems].sort((a, b) => a.line - b.line)
}
