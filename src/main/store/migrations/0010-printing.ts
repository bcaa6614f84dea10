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
      reason TEXT NOT NULL,
      -- The counter of the printer with this serial number, as it stood when it answered again.
      counted INTEGER,
      counted_by TEXT
    ) STRICT, WITHOUT ROWID;

    -- Labels of a receipt that was taken back: void, and asked for, so that none stays on goods.
    CREATE TABLE label_return (
      label_id INTEGER PRIMARY KEY REFERENCES label,
      asked_at TEXT NOT NULL,
      returned_at TEXT
    ) STRICT;
    CREATE INDEX label_return_open ON label_return (label_id) WHERE returned_at IS NULL;

    -- Labels of which a torn half lies about, until somebody has destroyed it.
    CREATE TABLE torn_label (
      label_id INTEGER PRIMARY KEY REFERENCES label,
      at TEXT NOT NULL
    ) STRICT;

    -- What the ledger is filtered by, without its wide rows.
    CREATE INDEX label_facets ON label (order_no, part_number, printer);

    CREATE INDEX label_queued_again ON label (printer, id) WHERE state = 'queued' AND copy > 1;
  `)
}
