import type { WritableDb } from '../database.ts'

/**
 * What a printer's queue stands still for, and the copies that go ahead of it.
 *
 * A printer with labels that may or may not have come out prints nothing more until somebody has looked: only then the
 * last label in the hand says which ones did. A label that is printed again was asked for by somebody who waits for it.
 */
export function printing(db: WritableDb): void {
  db.exec(`
    CREATE TABLE print_stop (
      printer TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX label_queued_again ON label (printer, id) WHERE state = 'queued' AND copy > 1;
  `)
}
