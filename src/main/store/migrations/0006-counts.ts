import type { WritableDb } from '../database.ts'

/** Cycle counts: what was counted where, what came of it, and when each place or class of parts is due again. */
export function counts(db: WritableDb): void {
  db.exec(`
    CREATE TABLE stock_count (
      id INTEGER PRIMARY KEY,
      count_no TEXT NOT NULL UNIQUE,
      blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('open', 'posted', 'cancelled')),
      -- Why its adjustments are made, or why it was thrown away; empty until somebody has said so.
      reason TEXT NOT NULL DEFAULT '',
      started_seq INTEGER NOT NULL REFERENCES event,
      ended_seq INTEGER REFERENCES event,
      CHECK ((state = 'open') = (ended_seq IS NULL))
    ) STRICT;
    CREATE INDEX stock_count_open ON stock_count (id) WHERE state = 'open';

    -- A place is in one open count only; who counts it is who began it there. The marks are the store's last movement
    -- when counting began there, and when somebody was last sent back to look: what moved later is told apart by them.
    CREATE TABLE count_place (
      count_id INTEGER NOT NULL REFERENCES stock_count,
      location TEXT NOT NULL REFERENCES location,
      operator TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      mark INTEGER NOT NULL,
      looked_mark INTEGER NOT NULL CHECK (looked_mark >= mark),
      PRIMARY KEY (count_id, location)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX count_place_open ON count_place (location) WHERE is_open = 1;
    CREATE INDEX count_place_by_location ON count_place (location);

    -- Each thing counted: a unit, or a pile of a lot or of an untracked part, with the last movement there was then.
    CREATE TABLE count_entry (
      id INTEGER PRIMARY KEY,
      count_id INTEGER NOT NULL,
      location TEXT NOT NULL,
      tracking TEXT NOT NULL CHECK (tracking IN ('serial', 'lot', 'untracked')),
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      row_id INTEGER REFERENCES inventory_row,
      lot_id INTEGER REFERENCES lot,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      mark INTEGER NOT NULL,
      operator TEXT NOT NULL,
      at TEXT NOT NULL,
      FOREIGN KEY (count_id, location) REFERENCES count_place (count_id, location),
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision),
      CHECK ((tracking = 'serial') = (row_id IS NOT NULL)),
      CHECK ((tracking = 'lot') = (lot_id IS NOT NULL)),
      CHECK (tracking <> 'serial' OR quantity = 1000000)
    ) STRICT;
    CREATE UNIQUE INDEX count_entry_unit ON count_entry (count_id, row_id) WHERE row_id IS NOT NULL;
    CREATE INDEX count_entry_by_place ON count_entry (count_id, location, part_id);

    -- Codes that were scanned in a count and that the station knows nothing of.
    CREATE TABLE count_unknown (
      count_id INTEGER NOT NULL,
      location TEXT NOT NULL,
      code TEXT NOT NULL,
      what TEXT NOT NULL CHECK (what IN ('serial', 'lot', 'code')),
      part_id INTEGER REFERENCES part,
      operator TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (count_id, location, code),
      FOREIGN KEY (count_id, location) REFERENCES count_place (count_id, location)
    ) STRICT, WITHOUT ROWID;

    -- What a posted count found against what the store said, also where both agree, with the event that says so. What
    -- was found but not brought into stock, since it is built in or not yet built, has no adjustment.
    CREATE TABLE count_result (
      id INTEGER PRIMARY KEY,
      count_id INTEGER NOT NULL REFERENCES stock_count,
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      location TEXT NOT NULL REFERENCES location,
      finding TEXT NOT NULL
        CHECK (finding IN ('agrees', 'found', 'missing', 'misplaced', 'more', 'less', 'installed', 'being built')),
      expected INTEGER NOT NULL CHECK (expected >= 0),
      found INTEGER NOT NULL CHECK (found >= 0),
      adjusted INTEGER NOT NULL,
      seq INTEGER NOT NULL REFERENCES event,
      CHECK (finding IN ('installed', 'being built') OR expected + adjusted = found),
      CHECK (finding NOT IN ('agrees', 'installed', 'being built') OR adjusted = 0)
    ) STRICT;
    CREATE INDEX count_result_by_count ON count_result (count_id);
    CREATE INDEX count_result_by_row ON count_result (row_id);
    CREATE INDEX count_result_by_location ON count_result (location);
    CREATE INDEX count_result_by_event ON count_result (seq);
    CREATE TRIGGER count_result_never_changed BEFORE UPDATE ON count_result
      BEGIN SELECT RAISE(ABORT, 'a result of a count is never changed'); END;
    CREATE TRIGGER count_result_never_deleted BEFORE DELETE ON count_result
      BEGIN SELECT RAISE(ABORT, 'a result of a count is never deleted'); END;

    -- A place, or a class of parts by tracking type or by how part numbers begin, every so many days.
    CREATE TABLE count_schedule (
      id INTEGER PRIMARY KEY,
      location TEXT REFERENCES location,
      tracking TEXT CHECK (tracking IN ('serial', 'lot', 'untracked')),
      prefix TEXT CHECK (prefix <> ''),
      every_days INTEGER NOT NULL CHECK (every_days > 0),
      -- The day from which what was never counted is due.
      since TEXT NOT NULL,
      CHECK ((location IS NOT NULL) + (tracking IS NOT NULL) + (prefix IS NOT NULL) = 1)
    ) STRICT;
    CREATE UNIQUE INDEX count_schedule_subject
      ON count_schedule (coalesce(location, ''), coalesce(tracking, ''), coalesce(prefix, ''));

    CREATE INDEX movement_counted ON movement (seq) WHERE kind = 'counted';

    -- What lies at a place, without what is gone from there.
    CREATE INDEX inventory_row_stock_at ON inventory_row (location, part_id, tracking) WHERE quantity > 0;
  `)
}
