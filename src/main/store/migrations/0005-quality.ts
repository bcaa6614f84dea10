import type { WritableDb } from '../database.ts'

/** Issues of a unit, a lot or an untracked row, with what was said of them, shown with them and decided. */
export function quality(db: WritableDb): void {
  db.exec(`
    -- An issue of a unit or of untracked stock names the row that it was raised on; one of a lot names the lot, wherever
    -- its rows are.
    CREATE TABLE issue (
      id INTEGER PRIMARY KEY,
      issue_no TEXT NOT NULL UNIQUE,
      subject TEXT NOT NULL CHECK (subject IN ('unit', 'lot', 'row')),
      part_id INTEGER NOT NULL REFERENCES part,
      row_id INTEGER REFERENCES inventory_row,
      lot_id INTEGER REFERENCES lot,
      title TEXT NOT NULL,
      description TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('minor', 'major', 'critical')),
      -- Whether it holds its subject now: never once it is closed.
      holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
      opened_seq INTEGER NOT NULL REFERENCES event,
      closed_seq INTEGER REFERENCES event,
      CHECK ((subject = 'lot') = (lot_id IS NOT NULL)),
      CHECK ((subject = 'lot') = (row_id IS NULL)),
      CHECK (closed_seq IS NULL OR holds = 0)
    ) STRICT;
    CREATE INDEX issue_by_lot ON issue (lot_id) WHERE lot_id IS NOT NULL;
    CREATE INDEX issue_by_part ON issue (part_id);
    CREATE INDEX issue_open ON issue (id) WHERE closed_seq IS NULL;
    CREATE INDEX issue_holds_lot ON issue (lot_id) WHERE holds = 1 AND lot_id IS NOT NULL;
    CREATE TRIGGER issue_kept BEFORE UPDATE OF issue_no, subject, part_id, row_id, lot_id, title, description, severity,
        opened_seq ON issue
      BEGIN SELECT RAISE(ABORT, 'what an issue was raised with is never changed'); END;

    -- The rows that an issue of a unit or of untracked stock concerns: the one that it was raised on, and those that
    -- took some of that stock while the issue was open.
    CREATE TABLE issue_row (
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      issue_id INTEGER NOT NULL REFERENCES issue,
      PRIMARY KEY (row_id, issue_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX issue_row_by_issue ON issue_row (issue_id);
    CREATE TRIGGER issue_names_row AFTER INSERT ON issue WHEN NEW.row_id IS NOT NULL
      BEGIN INSERT INTO issue_row (row_id, issue_id) VALUES (NEW.row_id, NEW.id); END;

    CREATE TABLE issue_comment (
      id INTEGER PRIMARY KEY,
      issue_id INTEGER NOT NULL REFERENCES issue,
      seq INTEGER NOT NULL REFERENCES event,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX issue_comment_by_issue ON issue_comment (issue_id);

    -- The bytes are in the data folder under their SHA-256, in lower-case hexadecimal.
    CREATE TABLE issue_attachment (
      id INTEGER PRIMARY KEY,
      issue_id INTEGER NOT NULL REFERENCES issue,
      seq INTEGER NOT NULL REFERENCES event,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      size_bytes INTEGER NOT NULL CHECK (size_bytes > 0)
    ) STRICT;
    CREATE INDEX issue_attachment_by_issue ON issue_attachment (issue_id);

    -- What is scrapped or returned is taken from a row; what is used or reworked stays where it is.
    CREATE TABLE issue_disposition (
      id INTEGER PRIMARY KEY,
      issue_id INTEGER NOT NULL REFERENCES issue,
      seq INTEGER NOT NULL REFERENCES event,
      kind TEXT NOT NULL CHECK (kind IN ('use-as-is', 'rework', 'return', 'scrap')),
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      row_id INTEGER REFERENCES inventory_row,
      reason TEXT NOT NULL,
      CHECK ((kind IN ('return', 'scrap')) = (row_id IS NOT NULL))
    ) STRICT;
    CREATE INDEX issue_disposition_by_issue ON issue_disposition (issue_id);

    CREATE TRIGGER issue_comment_never_changed BEFORE UPDATE ON issue_comment
      BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
    CREATE TRIGGER issue_comment_never_deleted BEFORE DELETE ON issue_comment
      BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
    CREATE TRIGGER issue_attachment_never_changed BEFORE UPDATE ON issue_attachment
      BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;
    CREATE TRIGGER issue_attachment_never_deleted BEFORE DELETE ON issue_attachment
      BEGIN SELECT RAISE(ABORT, 'an attachment is never deleted'); END;
    CREATE TRIGGER issue_disposition_never_changed BEFORE UPDATE ON issue_disposition
      BEGIN SELECT RAISE(ABORT, 'a disposition is never changed'); END;
    CREATE TRIGGER issue_disposition_never_deleted BEFORE DELETE ON issue_disposition
      BEGIN SELECT RAISE(ABORT, 'a disposition is never deleted'); END;
  `)
}
