import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { StationError } from '../../core/errors.ts'
import { tableFoot, tableHead, tableText, type Table, type TableFormat, type TableRow } from './table-text.ts'

/** Rows are written in pieces of this size, so that a long history never stands in memory whole. */
const ROWS_AT_ONCE = 500

/** The format that a file's name asks for. */
export function formatOf(file: string): TableFormat {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'json' || extension === 'jsonl') return extension
  throw new StationError('usage', `${file} names no format: let its name end in .csv, .json or .jsonl.`)
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8), as a JSON array or as JSON Lines, and replaces the file only once all of it is
 * written.
 *
 * In CSV, `decimals` are columns of numbers: in every other text, what a spreadsheet would take for a formula gets an
 * apostrophe before it, which is taken off again where the file is read. JSON has the same keys, with null for what is absent.
 *
 * @returns how many rows were written
 */
export function writeTable(
  file: string,
  columns: readonly string[],
  decimals: readonly string[],
  rows: Iterable<TableRow>
): number {
  const format = formatOf(file)
  const partial = `${file}.partial`
  try {
    const handle = openSync(partial, 'w')
    let count: number
    try {
      count = writeRows(handle, { format, columns, decimals }, rows)
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

function writeRows(handle: number, table: Table, rows: Iterable<TableRow>): number {
  writeFileSync(handle, tableHead(table))
  let count = 0
  for (const piece of pieces(rows)) {
    writeFileSync(handle, tableText(table, piece, count))
    count += piece.length
  }
  writeFileSync(handle, tableFoot(table, count))
  return count
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
