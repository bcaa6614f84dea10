import type { WritableDb } from '../database.ts'

/**
 * The people of a station, and what only a lead lets pass: more than was ordered, and taking a receipt back.
 * Events carry the name, which is unique and never given to another person.
 *
 * A PIN is kept as its scrypt hash alone. Whoever leaves is not removed: their badge no longer opens anything.
 */
export function operators(db: WritableDb): void {
  db.exec(`
    CREATE TABLE operator (
      id INTEGER PRIMARY KEY,
      badge TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'lead', 'quality', 'admin')),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      pin_salt BLOB,
      pin_hash BLOB,
      wrong_tries INTEGER NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
      locked_until TEXT,
      CHECK ((pin_salt IS NULL) = (pin_hash IS NULL))
    ) STRICT;

    -- A receipt line that was taken back, by the event that did: what it says was received no longer counts.
    ALTER TABLE receipt_line ADD COLUMN reversed_seq INTEGER REFERENCES event;
    CREATE INDEX receipt_line_reversed ON receipt_line (reversed_seq) WHERE reversed_seq IS NOT NULL;
    CREATE INDEX movement_reversed ON movement (seq) WHERE kind = 'reversed';
    CREATE INDEX label_by_receipt_line ON label (receipt_line_id) WHERE receipt_line_id IS NOT NULL;
    -- Percent of what was ordered, in millionths of one, by which more may come without a lead's word.
    ALTER TABLE order_line ADD COLUMN tolerance_percent INTEGER NOT NULL DEFAULT 0 CHECK (tolerance_percent >= 0);
  `)
}
