import type { Instant } from '../../core/clock.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** Why a printer prints nothing more until somebody has looked at its paper. */
export interface PrintStop {
  readonly printer: string
  readonly at: Instant
  /** In words, as the rest of what is known. */
  readonly reason: string
}

/** A printer that stands still already keeps the first reason. */
export function stopPrinter(db: WritableDb, { printer, at, reason }: PrintStop): void {
  statement(db, 'INSERT OR IGNORE INTO print_stop (printer, at, reason) VALUES (?, ?, ?)').run(printer, at, reason)
}

export function releasePrinter(db: WritableDb, printer: string): void {
  statement(db, 'DELETE FROM print_stop WHERE printer = ?').run(printer)
}

export function printStopOf(db: ReadableDb, printer: string): PrintStop | undefined {
  return one<PrintStop>(db, 'SELECT printer, at, reason FROM print_stop WHERE printer = ?', printer)
}

/** The first to stop is the first to be seen to. */
export function printStops(db: ReadableDb): readonly PrintStop[] {
  return all<PrintStop>(db, 'SELECT printer, at, reason FROM print_stop ORDER BY at, printer')
}
