import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { assertNever } from '../../core/assert.ts'
import { StationError } from '../../core/errors.ts'
import type { Json } from '../../core/event.ts'

export type TableFormat = 'csv' | 'json' | 'jsonl'

/** Rows are written in pieces of this size, so that a long history never stands in memory whole. */
const ROWS_AT_ONCE = 500

/** The format that a file's name asks for. */
export function formatOf(file: string): TableFormat {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'json' || extension === 'jsonl') return extension
  throw new StationError('usage', `${file} names no format: let its name end in .csv, .json or .jsonl.`)
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8), as a JSON array or as a JSON document a line, and replaces the file only once all of it is written.
 *
 * In CSV, `decimals` are columns of numbers: every other text that a spreadsheet would take for a formula gets an
 * apostrophe before it. JSON has the same keys, with null for what is absent.
 *
 * @returns how many rows were written
 */
export function writeTable(
  file: string,
  columns: readonly string[],
  decimals: readonly string[],
  rows: Iterable<Readonly<Record<string, Json>>>
): number {
  const format = formatOf(file)
  const partial = `${file}.partial`
  try {
    const handle = openSync(partial, 'w')
    let count: number
    try {
      count = writeRows(handle, format, columns, decimals, rows)
    } finally {
      closeSync(handle)
    }
    renameSync(partial, file)
    return count
  } catch (error) {
    rmSync(partial, { force: true })
    throw explainUnwritable(error, file)
  }
}

function writeRows(
  handle: number,
  format: TableFormat,
  columns: readonly string[],
  decimals: readonly string[],
  rows: Iterable<Readonly<Record<string, Json>>>
): number {
  switch (format) {
    case 'csv':
      return writeCsv(handle, columns, decimals, rows)
    case 'json':
      return writeJson(handle, columns, rows)
    case 'jsonl':
      return writeJsonLines(handle, columns, rows)
    default:
      return assertNever(format)
  }
}

function writeCsv(
  handle: number,
  columns: readonly string[],
  decimals: readonly string[],
  rows: Iterable<Readonly<Record<string, Json>>>
): number {
  const lines = (values: readonly (readonly string[])[]) =>
    stringify([...values], { record_delimiter: 'windows', quote_record_delimiter: true })
  writeFileSync(handle, lines([columns]))
  let count = 0
  for (const piece of pieces(rows)) {
    writeFileSync(
      handle,
      lines(piece.map((row) => columns.map((column) => csvText(row[column], decimals.includes(column)))))
    )
    count += piece.length
  }
  return count
}

function writeJson(handle: number, columns: readonly string[], rows: Iterable<Readonly<Record<string, Json>>>): number {
  let count = 0
  for (const piece of pieces(rows)) {
    const text = piece.map((row) => jsonText(columns, row))
    writeFileSync(handle, `${count === 0 ? '[\n' : ',\n'}${text.join(',\n')}`)
    count += piece.length
  }
  writeFileSync(handle, count === 0 ? '[]\n' : '\n]\n')
  return count
}

function writeJsonLines(
  handle: number,
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, Json>>>
): number {
  let count = 0
  for (const piece of pieces(rows)) {
    writeFileSync(handle, piece.map((row) => `${jsonText(columns, row)}\n`).join(''))
    count += piece.length
  }
  return count
}

function jsonText(columns: readonly string[], row: Readonly<Record<string, Json>>): string {
  return JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
}

function* pieces<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let piece: T[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length === ROWS_AT_ONCE) {
      yield piece
      piece = []
    }
  }
  if (piece.length > 0) yield piece
}

function csvText(value: Json | undefined, isDecimal: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return isDecimal && /^-?\d+(\.\d+)?$/.test(value) ? value : harmless(value)
  const isListOfTexts = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return harmless(isListOfTexts ? value.join(';') : JSON.stringify(value))
}

/** What spreadsheets take for the beginning of a formula; the wide forms are those of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A failure of writing a file in words, as `StationError`; anything else as it is. */
export function explainUnwritable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const words = WORDS[code]
  if (words === undefined) return error
  return new StationError(code === 'ENOSPC' ? 'disk-full' : 'file-unwritable', `${file} cannot be written: ${words}`, {
    cause: error
  })
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there. Choose another folder.',
  EBUSY: 'another program has it open. Close it there, and export again.',
  EISDIR: 'it is a folder. Name a file in it.',
  ENOENT: 'its folder does not exist. Make it first, or choose another.',
  ENOSPC: 'the disk is full. Free some space, and export again.',
  ENOTDIR: 'a part of its path is no folder. Choose another place.',
  ENOTEMPTY: 'it is a folder. Name a file in it.',
  EPERM: 'this user may not write there, or another program has it open. Choose another name.',
  EROFS: 'the drive is read-only. Choose another.'
}
