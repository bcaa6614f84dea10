import type { WritableDb } from '../database.ts'

/** Cycle counts: what was found where, and when each place or class of parts is due again. */
export function counts(db: WritableDb): void {
  db.exec(`
    CREATE TABLE stock_count (
      id INTEGER PRIMARY KEY,
      count_no TEXT NOT NULL UNIQUE,
      blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('open', 'posted', 'cancelled')),
      started_seq INTEGER NOT NULL REFERENCES event,
      ended_seq INTEGER REFERENCES event,
      CHECK ((state = 'open') = (ended_seq IS NULL))
    ) STRICT;
    CREATE INDEX stock_count_open ON stock_count (id) WHERE state = 'open';

    -- A place is in one open count only; who counts it is who began it there.
    CREATE TABLE count_place (
      count_id INTEGER NOT NULL REFERENCES stock_count,
      location TEXT NOT NULL REFERENCES location,
      operator TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      PRIMARY KEY (count_id, location)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX count_place_by_location ON count_place (location);

    -- What was found at a place: a serial, so much of a lot, or so much of an untracked part.
    CREATE TABLE count_item (
      id INTEGER PRIMARY KEY,
      count_id INTEGER NOT NULL,
      location TEXT NOT NULL,
      part_id INTEGER NOT NULL REFERENCES part,
      revision TEXT NOT NULL,
      serial TEXT,
      lot_id INTEGER REFERENCES lot,
      quantity INTEGER NOT NULL CHECK (quantity >= 0),
      operator TEXT NOT NULL,
      at TEXT NOT NULL,
      FOREIGN KEY (count_id, location) REFERENCES count_place (count_id, location)
    ) STRICT;
    CREATE UNIQUE INDEX count_item_serial ON count_item (count_id, serial) WHERE serial IS NOT NULL;
    CREATE UNIQUE INDEX count_item_stock ON count_item (count_id, location, part_id, revision, coalesce(lot_id, 0))
      WHERE serial IS NULL;

    -- What a posted count found against what the store said, for the drift of parts and places.
    CREATE TABLE count_result (
      id INTEGER PRIMARY KEY,
      count_id INTEGER NOT NULL REFERENCES stock_count,
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      location TEXT NOT NULL,
      expected INTEGER NOT NULL CHECK (expected >= 0),
      found INTEGER NOT NULL CHECK (found >= 0)
    ) STRICT;
    CREATE INDEX count_result_by_count ON count_result (count_id);
    CREATE INDEX count_result_by_row ON count_result (row_id);
    CREATE INDEX count_result_by_location ON count_result (location);

    -- A place, or a class of parts by tracking type, every so many days.
    CREATE TABLE count_schedule (
      id INTEGER PRIMARY KEY,
      location TEXT REFERENCES location,
      part_class TEXT,
      every_days INTEGER NOT NULL CHECK (every_days > 0),
      since TEXT NOT NULL,
      CHECK ((location IS NULL) <> (part_class IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX count_schedule_subject ON count_schedule (coalesce(location, ''), coalesce(part_class, ''));
  `)
}
