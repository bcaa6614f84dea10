import type { Instant } from '../../core/clock.ts'
import type { LabelId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { one, statement } from './statement.ts'

/** Asks for a label that is void now and may be on goods. */
export function askForLabel(db: WritableDb, label: LabelId, at: Instant): void {
  statement(db, 'INSERT OR IGNORE INTO label_return (label_id, asked_at) VALUES (?, ?)').run(label, at)
}

export function labelIsBack(db: WritableDb, label: LabelId, at: Instant): void {
  statement(db, 'UPDATE label_return SET returned_at = ? WHERE label_id = ? AND returned_at IS NULL').run(at, label)
}

export function isAwaited(db: ReadableDb, label: LabelId): boolean {
  return one(db, 'SELECT 1 FROM label_return WHERE label_id = ? AND returned_at IS NULL', label) !== undefined
}

export function awaitedLabels(db: ReadableDb): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM label_return WHERE returned_at IS NULL')?.n ?? 0
}
