import type { WritableDb } from '../database.ts'

/**
 * What makes the scan journal something to look into: who scanned, what each scan caused, a search, and an order to
 * leaf through.
 *
 * To write a scan down costs two narrow entries more at the end of an index, and nothing else: what is searched is
 * filled in later, while nobody scans. That is why no trigger fills it, as those of the other searches do.
 */
export function scanJournal(db: WritableDb): void {
  db.exec(`
    -- 'keyboard' or 'other': the same bytes may mean something else when they were typed.
    ALTER TABLE scan ADD COLUMN source TEXT;
    -- Whoever was at the station when the scan was answered.
    ALTER TABLE scan ADD COLUMN operator TEXT;
    -- The events of its transaction, from the first to the last: only one transaction writes at a time.
    ALTER TABLE scan ADD COLUMN first_event INTEGER REFERENCES event;
    ALTER TABLE scan ADD COLUMN last_event INTEGER REFERENCES event;

    DROP TRIGGER scan_kept_raw;
    CREATE TRIGGER scan_kept_raw BEFORE UPDATE ON scan
      WHEN OLD.outcome IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.station <> OLD.station
        OR NEW.scanner <> OLD.scanner OR NEW.raw <> OLD.raw OR NEW.aim IS NOT OLD.aim OR NEW.source IS NOT OLD.source
      BEGIN SELECT RAISE(ABORT, 'a scan is never changed'); END;
    CREATE TRIGGER scan_kept_unanswered BEFORE DELETE ON scan WHEN OLD.outcome IS NULL
      BEGIN SELECT RAISE(ABORT, 'a scan without an answer is never removed'); END;

    -- To leaf through a million wide rows without reading them.
    CREATE INDEX scan_in_order ON scan (id);
    CREATE INDEX scan_by_time ON scan (at);

    -- The scanners that the search knows, each with a number that stands in its texts.
    CREATE TABLE scan_scanner (
      id INTEGER PRIMARY KEY,
      scanner TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE VIRTUAL TABLE scan_search USING fts5 (codes, detail = none, tokenize = 'trigram');
    -- Its pieces are merged while nobody scans, and not by whoever adds to it.
    INSERT INTO scan_search (scan_search, rank) VALUES ('automerge', 0);
    INSERT INTO scan_search (scan_search, rank) VALUES ('crisismerge', 256);
  `)
}
