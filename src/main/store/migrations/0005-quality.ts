import type { WritableDb } from '../database.ts'

/** Issues of a unit, a lot or an untracked row, with what was said of them, shown with them and decided. */
export function quality(db: WritableDb): void {
  db.exec(`
    -- An issue of a unit or of untracked stock names its row; one of a lot names the lot, wherever its rows are.
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
    CREATE INDEX issue_by_row ON issue (row_id) WHERE row_id IS NOT NULL;
    CREATE INDEX issue_by_lot ON issue (lot_id) WHERE lot_id IS NOT NULL;
    CREATE INDEX issue_open ON issue (id) WHERE closed_seq IS NULL;
    CREATE INDEX issue_holds_row ON issue (row_id) WHERE holds = 1 AND row_id IS NOT NULL;
    CREATE INDEX issue_holds_lot ON issue (lot_id) WHERE holds = 1 AND lot_id IS NOT NULL;

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
      sha256 TEXT NOT NULL,
      size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0)
    ) STRICT;
    CREATE INDEX issue_attachment_by_issue ON issue_attachment (issue_id);

    -- Quantity is NULL where the issue's subject has none of its own: a unit.
    CREATE TABLE issue_disposition (
      id INTEGER PRIMARY KEY,
      issue_id INTEGER NOT NULL REFERENCES issue,
      seq INTEGER NOT NULL REFERENCES event,
      kind TEXT NOT NULL CHECK (kind IN ('use-as-is', 'rework', 'return', 'scrap')),
      quantity INTEGER CHECK (quantity > 0),
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX issue_disposition_by_issue ON issue_disposition (issue_id);
  `)
}
