import type { Instant } from '../../core/clock.ts'
import type { LabelId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { labelAt, labelsAt, type LabelRow } from './label.ts'
import { all, one, statement } from './statement.ts'

/** Why a printer prints nothing more until somebody has looked at its paper. */
export interface PrintStop {
  readonly printer: string
  readonly at: Instant
  /** In words, as the rest of what is known. */
  readonly reason: string
  /** The counter as it stood when the printer answered again, and its serial number; null until then. */
  readonly counted: number | null
  readonly countedBy: string | null
  /** The first step of its labels that belongs to the stop, by its key: a clock may be set back. */
  readonly fromStep: number
}

const SELECT_STOP =
  'SELECT printer, at, reason, counted, counted_by AS countedBy, from_step AS fromStep FROM print_stop'

/**
 * Call it before the steps of the labels that come into doubt with it. A printer that stands still already keeps the
 * first reason.
 */
export function stopPrinter(
  db: WritableDb,
  { printer, at, reason }: Pick<PrintStop, 'printer' | 'at' | 'reason'>
): void {
  statement(
    db,
    `INSERT OR IGNORE INTO print_stop (printer, at, reason, from_step)
     VALUES (?, ?, ?, (SELECT ifnull(max(id), 0) + 1 FROM label_step))`
  ).run(printer, at, reason)
}

/** Keeps how the counter of a stopped printer stands now that it answers again. */
export function noteCounter(db: WritableDb, printer: string, counted: number, by: string | null): void {
  statement(db, 'UPDATE print_stop SET counted = ?, counted_by = ? WHERE printer = ?').run(counted, by, printer)
}

export function releasePrinter(db: WritableDb, printer: string): void {
  statement(db, 'DELETE FROM print_stop WHERE printer = ?').run(printer)
}

/** Lets a printer go on of whose labels none is in doubt any more. Returns whether it does. */
export function releaseWhereCertain(db: WritableDb, printer: string): boolean {
  const stop = printStopOf(db, printer)
  if (!stop || doubtfulLabels(db, stop).length > 0) return false
  releasePrinter(db, printer)
  return true
}

export function printStopOf(db: ReadableDb, printer: string): PrintStop | undefined {
  return one<PrintStop>(db, `${SELECT_STOP} WHERE printer = ?`, printer)
}

/** The first to stop is the first to be seen to. */
export function printStops(db: ReadableDb): readonly PrintStop[] {
  return all<PrintStop>(db, `${SELECT_STOP} ORDER BY at, printer`)
}

/**
 * The labels of a printer that may have come out or not since it stopped, in the order in which they were sent. Those that
 * still waited when a backup was made come last, in the order in which they would have been sent.
 */
export function doubtfulLabels(
  db: ReadableDb,
  { printer, fromStep }: Pick<PrintStop, 'printer' | 'fromStep'>
): readonly LabelRow[] {
  const ids = all<{ id: LabelId }>(
    db,
    `SELECT id FROM label WHERE state = 'unknown' AND printer = ?
       AND (SELECT max(id) FROM label_step WHERE label_id = label.id AND state = 'unknown') >= ?
     ORDER BY (SELECT max(id) FROM label_step WHERE label_id = label.id AND state = 'sending') NULLS LAST,
       copy = 1, id`,
    printer,
    fromStep
  )
  return labelsAt(
    db,
    ids.map(({ id }) => id)
  )
}

/** The last label that surely came out of a printer before another was sent to it. */
export function lastOutBefore(db: ReadableDb, printer: string, label: LabelId | undefined): LabelRow | undefined {
  if (label === undefined) return undefined
  const found = one<{ id: LabelId }>(
    db,
    `SELECT label.id FROM label_step JOIN label ON label.id = label_step.label_id
     WHERE label_step.state = 'sending' AND label.printer = @printer AND label.state IN ('printed', 'verified')
       AND label_step.id < (SELECT max(id) FROM label_step WHERE label_id = @label AND state = 'sending')
     ORDER BY label_step.id DESC LIMIT 1`,
    { printer, label }
  )
  return found && labelAt(db, found.id)
}

/** Whether a label that was sent to a printer after another one surely came out: the counter tells of both. */
export function isOutAfter(db: ReadableDb, printer: string, label: LabelId): boolean {
  const found = one(
    db,
    `SELECT 1 FROM label_step JOIN label ON label.id = label_step.label_id
     WHERE label_step.state = 'sending' AND label.printer = @printer AND label.state IN ('printed', 'verified')
       AND label_step.id > (SELECT max(id) FROM label_step WHERE label_id = @label AND state = 'sending') LIMIT 1`,
    { printer, label }
  )
  return found !== undefined
}
