import { CsvError, parse } from 'csv-parse/sync'
import type { RowProblem, SourceRecord, SourceTable } from '../../core/importing/table.ts'
import { unguarded } from './formula-guard.ts'

/** More than any row of parts or orders: beyond it a quotation mark was left open. */
const MAX_ROW_LENGTH = 100_000

const NOT_CSV: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened here and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark: write a quotation mark inside quotes twice',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value: put the value in quotes and write the mark twice',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${MAX_ROW_LENGTH} characters: a quotation mark may be missing`
}

interface Row {
  readonly line: number
  readonly values: readonly string[]
}

/**
 * Reads CSV with a header (RFC 4180), with a comma, a semicolon or a tab between values, as its header shows.
 *
 * The apostrophe by which an export keeps a text from being run as a formula is none of the text.
 *
 * Lines end in LF, CRLF or CR and are those of the file, however many of them a quoted value goes over.
 */
export function readCsv(text: string): SourceTable {
  const bytes = Buffer.from(text, 'utf8')
  const reading = readRows(bytes, delimiterOf(text))
  if (!reading.ok) return { columns: [], records: [], problems: [reading.problem] }
  const [header, ...rows] = reading.rows.filter(({ values }) => values.length > 1 || values[0] !== '')
  if (!header) {
    const reason = 'the file holds blank lines alone: its first line names the columns'
    return { columns: [], records: [], problems: [{ line: 1, column: null, value: null, reason }] }
  }
  const width = header.values.length
  const problems: RowProblem[] = []
  const records: SourceRecord[] = []
  for (const { line, values } of rows) {
    if (values.length === width) records.push({ line, cells: values.map(unguarded) })
    else {
      const reason = `the row has ${values.length} values, and the header names ${width} columns`
      problems.push({ line, column: null, value: null, reason })
    }
  }
  return { columns: header.values.map((name) => ({ name, line: header.line })), records, problems }
}

function readRows(
  bytes: Buffer,
  delimiter: string
): { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly problem: RowProblem } {
  const rows: Row[] = []
  const lineAt = createLineCounter(bytes)
  let start = 0
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_ROW_LENGTH,
      on_record: (values: string[], { bytes: end }) => {
        rows.push({ line: lineAt(start), values })
        start = end
        return null
      }
    })
    return { ok: true, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const reason = NOT_CSV[error.code] ?? error.message
    // The field begins behind the delimiter before it, which is the last byte that was read for good.
    const at = Math.max(start, 'bytes' in error ? Number(error['bytes']) : start)
    return { ok: false, problem: { line: lineAt(at), column: null, value: null, reason } }
  }
}

/** A semicolon or a tab where the header has one and no comma: names of columns hold none of them. */
function delimiterOf(text: string): string {
  const header = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? ''
  return [',', ';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ','
}

/** Counts the line that a byte is in. Asked in the order of the bytes, it looks at each of them once. */
function createLineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1
  let counted = 0
  return (offset) => {
    for (; counted < offset; counted++) {
      const isLineFeed = bytes[counted] === 0x0a
      const isLoneReturn = bytes[counted] === 0x0d && bytes[counted + 1] !== 0x0a
      if (isLineFeed || isLoneReturn) line += 1
    }
    return line
  }
}
