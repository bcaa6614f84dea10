import type { SourceTable } from '../../core/importing/table.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readSource } from './read-source.ts'

export interface FileTable {
  readonly table: SourceTable
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

/**
 * Reads a CSV or a JSON file; which of them it is, its first character says.
 *
 * What is wrong with its rows stands in `table.problems`. Throws `StationError` (`file-unreadable`) where it is no
 * text file in UTF-8.
 */
export function readTable(file: string): FileTable {
  const { text, sha256 } = readSource(file)
  return { table: /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text), sha256 }
}
