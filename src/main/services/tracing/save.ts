import { writeDocument } from '../../files/write-document.ts'
import { formatOf, writeTable } from '../../files/write-table.ts'
import { traceOutside } from './outside.ts'
import { tableOf, type TraceReport } from './report.ts'
import type { TraceTableKind } from './tables.ts'

/**
 * Writes a report to a file: as JSON the whole of it, as a table its history.
 *
 * Throws `StationError` (`usage`, `file-unwritable`, `disk-full`).
 *
 * @returns how many rows or documents were written
 */
export function saveReport(report: TraceReport, file: string): number {
  if (formatOf(file) !== 'json') return saveTable(report, 'history', file)
  writeDocument(file, `${JSON.stringify(traceOutside(report.trace), null, 2)}\n`)
  return 1
}

/** Writes one of a report's tables as CSV or JSON. */
export function saveTable(report: TraceReport, table: TraceTableKind, file: string): number {
  const { columns, decimals, rows } = tableOf(report, table)
  return writeTable(file, columns, decimals, rows)
}
