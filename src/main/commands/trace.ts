import { resolve } from 'node:path'
import { StationError } from '../../core/errors.ts'
import { traceOutside } from '../services/tracing/outside.ts'
import { reportOf, tableOf, type ReportOutcome, type TraceReport } from '../services/tracing/report.ts'
import { TRACE_TABLES, type TraceTableKind } from '../services/tracing/tables.ts'
import { saveReport, saveTable } from '../services/tracing/save.ts'
import { reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'
import { traceText } from './trace-text.ts'

export interface TraceOptions {
  /** Which part is meant. */
  readonly part?: string
  /** One of the report's tables in place of the report. */
  readonly table?: string
  /** A file in place of the terminal. */
  readonly out?: string
}

/** The trace report of a code, or one of its tables, on the terminal or in a file. */
export async function trace(dataFolder: string, code: string, options: TraceOptions): Promise<CommandResult> {
  const { part = null, table, out } = options
  if (table !== undefined && !isTable(table)) {
    throw new StationError('usage', `${table} is no table of a trace. Choose one of ${TRACE_TABLES.join(', ')}.`)
  }
  const outcome = await reading(dataFolder, (db) => reportOf(db, code, part))
  if (outcome.kind !== 'found') return notFound(code, outcome)
  const { report } = outcome
  if (out !== undefined) return toFile(report, table ?? null, resolve(out))
  if (table === undefined) return done(traceOutside(report.trace), traceText(report))
  const { columns, rows } = tableOf(report, table)
  return done(rows, textTable(rows, columns, 'Nothing.'))
}

function toFile(report: TraceReport, table: TraceTableKind | null, file: string): CommandResult {
  const rows = table === null ? saveReport(report, file) : saveTable(report, table, file)
  const what = table ?? 'trace'
  return done({ ok: true, kind: what, file, rows }, `${what} written: ${visible(file)}`)
}

function notFound(code: string, outcome: Exclude<ReportOutcome, { readonly kind: 'found' }>): CommandResult {
  switch (outcome.kind) {
    case 'unknown':
      return refusedCommand(
        { error: { code: 'not-found', message: `Nothing here is called ${code}.` } },
        `Nothing here is called ${visible(code)}: it is no serial, lot or part of this station.`
      )
    case 'ambiguous':
      return refusedCommand(
        { error: { code: 'ambiguous', message: `${code} is a lot of several parts.`, parts: outcome.parts } },
        `${visible(code)} is a lot of several parts. Say which with --part: ${outcome.parts.map(visible).join(', ')}`
      )
  }
}

function isTable(text: string): text is TraceTableKind {
  return (TRACE_TABLES as readonly string[]).includes(text)
}
