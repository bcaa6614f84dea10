import type { Instant } from '../../core/clock.ts'
import type { LabelId, ReceiptLineId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { labelsAt, type LabelRow } from './label.ts'
import { all, one, statement } from './statement.ts'

/** The labels of a receipt line that was taken back, as far as they were asked for. */
export interface LineReturns {
  readonly line: ReceiptLineId
  readonly askedAt: Instant
  readonly back: number
  readonly lost: number
  /** How many are still asked for; at least one. */
  readonly open: number
  readonly first: LabelId
}

const IS_OPEN = 'returned_at IS NULL AND lost_at IS NULL'

/** Asks for a label that is void now and may be on goods. */
export function askForLabel(db: WritableDb, label: LabelId, at: Instant): void {
  statement(db, 'INSERT OR IGNORE INTO label_return (label_id, asked_at) VALUES (?, ?)').run(label, at)
}

/** It is there, also where it had been given up. */
export function labelIsBack(db: WritableDb, label: LabelId, at: Instant): void {
  statement(
    db,
    `UPDATE label_return SET returned_at = ?, lost_at = NULL, lost_by = NULL, lost_reason = NULL
     WHERE label_id = ? AND returned_at IS NULL`
  ).run(at, label)
}

export function labelIsLost(db: WritableDb, label: LabelId, at: Instant, by: string, reason: string): void {
  statement(
    db,
    `UPDATE label_return SET lost_at = ?, lost_by = ?, lost_reason = ? WHERE label_id = ? AND ${IS_OPEN}`
  ).run(at, by, reason, label)
}

/** Null where a label is back, or was never asked for. */
export function askedOf(db: ReadableDb, label: LabelId): 'awaited' | 'lost' | null {
  const row = one<{ isLost: number }>(
    db,
    'SELECT lost_at IS NOT NULL AS isLost FROM label_return WHERE label_id = ? AND returned_at IS NULL',
    label
  )
  if (!row) return null
  return row.isLost === 1 ? 'lost' : 'awaited'
}

export function awaitedLabels(db: ReadableDb): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM label_return WHERE ${IS_OPEN}`)?.n ?? 0
}

/** The lines with labels that are still asked for, the one that was taken back first first. */
export function linesAskingForLabels(db: ReadableDb): readonly LineReturns[] {
  return all<LineReturns>(
    db,
    `SELECT receipt_line_id AS line, min(asked_at) AS askedAt, sum(returned_at IS NOT NULL) AS back,
       sum(lost_at IS NOT NULL) AS lost, sum(${IS_OPEN}) AS open, min(iif(${IS_OPEN}, label_id, NULL)) AS first
     FROM label_return JOIN label ON label.id = label_id
     WHERE receipt_line_id IN (
       SELECT receipt_line_id FROM label WHERE id IN (SELECT label_id FROM label_return WHERE ${IS_OPEN}))
     GROUP BY receipt_line_id ORDER BY askedAt, line`
  )
}

/** The labels of a line that are still asked for: all of them, or the first, or those with a code. */
export function labelsAskedFor(
  db: ReadableDb,
  line: ReceiptLineId,
  { limit, code }: { readonly limit?: number; readonly code?: string | undefined }
): readonly LabelRow[] {
  const ids = all<{ id: LabelId }>(
    db,
    `SELECT id FROM label JOIN label_return ON label_id = id
     WHERE receipt_line_id = @line AND ${IS_OPEN} AND (@code IS NULL OR coalesce(serial, lot) = @code) ORDER BY id LIMIT @limit`,
    { line, code: code ?? null, limit: limit ?? -1 }
  )
  return labelsAt(
    db,
    ids.map(({ id }) => id)
  )
}
