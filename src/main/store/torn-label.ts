import type { Instant } from '../../core/clock.ts'
import type { LabelId } from '../../core/ids.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { labelsAt, type LabelRow } from './label.ts'
import { all, statement } from './statement.ts'

/** Keeps in mind that a torn half of a label lies about, with the number of the good one. */
export function noteTorn(db: WritableDb, label: LabelId, at: Instant): void {
  statement(db, 'INSERT OR IGNORE INTO torn_label (label_id, at) VALUES (?, ?)').run(label, at)
}

export function tornLabels(db: ReadableDb): readonly LabelRow[] {
  const ids = all<{ id: LabelId }>(db, 'SELECT label_id AS id FROM torn_label ORDER BY label_id')
  return ids.length === 0
    ? []
    : labelsAt(
        db,
        ids.map(({ id }) => id)
      )
}

export function forgetTorn(db: WritableDb): void {
  statement(db, 'DELETE FROM torn_label').run()
}
