import { stringify } from 'csv-stringify/sync'
import { assertNever } from '../../core/assert.ts'
import type { Json } from '../../core/event.ts'
import { guarded } from './formula-guard.ts'

export type TableFormat = 'csv' | 'json' | 'jsonl'

export type TableRow = Readonly<Record<string, Json>>

export interface Table {
  readonly format: TableFormat
  readonly columns: readonly string[]
  /** Columns of numbers: every other text of CSV that a spreadsheet would take for a formula is made harmless. */
  readonly decimals: readonly string[]
}

/**
 * A piece of a table's text: the rows of it, behind so many before it. CSV is that of RFC 4180; JSON has the same keys,
 * with null for what is absent.
 */
export function tableText({ format, columns, decimals }: Table, rows: readonly TableRow[], before: number): string {
  switch (format) {
    case 'csv':
      return csvLines(rows.map((row) => columns.map((column) => csvText(row[column], decimals.includes(column)))))
    case 'json':
      return `${before === 0 ? '[\n' : ',\n'}${rows.map((row) => jsonText(columns, row)).join(',\n')}`
    case 'jsonl':
      return rows.map((row) => `${jsonText(columns, row)}\n`).join('')
    default:
      return assertNever(format)
  }
}

/** What stands before the first row. */
export function tableHead({ format, columns }: Table): string {
  return format === 'csv' ? csvLines([columns]) : ''
}

/** What stands behind the last of so many rows. */
export function tableFoot({ format }: Table, rows: number): string {
  if (format !== 'json') return ''
  return rows === 0 ? '[]\n' : '\n]\n'
}

function csvLines(values: readonly (readonly string[])[]): string {
  return stringify([...values], { record_delimiter: 'windows', quote_record_delimiter: true })
}

function jsonText(columns: readonly string[], row: TableRow): string {
  return JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
}

function csvText(value: Json | undefined, isDecimal: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return isDecimal && /^-?\d+(\.\d+)?$/.test(value) ? value : guarded(value)
  const isListOfTexts = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return guarded(isListOfTexts ? value.join(';') : JSON.stringify(value))
}
