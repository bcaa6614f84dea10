import type { WritableDb } from '../database.ts'

/**
 * How suppliers' own labels are read, as clerks have taught it, with the labels that they taught it by.
 *
 * Nothing is overwritten: what is corrected, renamed, retired or imported again is a version of its own, by its event.
 */
export function taughtFormats(db: WritableDb): void {
  db.exec(`
    CREATE TABLE label_format (
      id INTEGER PRIMARY KEY,
      -- By name, as on orders: a file may bring the formats before the first order comes.
      supplier TEXT NOT NULL CHECK (supplier <> '')
    ) STRICT;
    CREATE INDEX label_format_by_supplier ON label_format (supplier);

    CREATE TABLE label_format_version (
      id INTEGER PRIMARY KEY,
      format_id INTEGER NOT NULL REFERENCES label_format,
      version INTEGER NOT NULL CHECK (version > 0),
      name TEXT NOT NULL CHECK (name <> ''),
      -- JSON; NULL where the format is no longer used from this version on.
      layout TEXT CHECK (layout IS NULL OR json_valid(layout)),
      seq INTEGER NOT NULL REFERENCES event,
      UNIQUE (format_id, version)
    ) STRICT;

    -- The labels that the version was tried on, as they were printed.
    CREATE TABLE label_format_sample (
      version_id INTEGER NOT NULL REFERENCES label_format_version,
      position INTEGER NOT NULL,
      aim TEXT,
      text TEXT NOT NULL,
      PRIMARY KEY (version_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW label_format_now (format_id, supplier, version_id, version, name, layout, seq) AS
      SELECT label_format.id, supplier, newest.id, newest.version, newest.name, newest.layout, newest.seq
      FROM label_format JOIN label_format_version AS newest ON newest.format_id = label_format.id
      WHERE newest.version = (SELECT max(version) FROM label_format_version WHERE format_id = label_format.id);

    CREATE TRIGGER label_format_never_changed BEFORE UPDATE ON label_format
      BEGIN SELECT RAISE(ABORT, 'a taught format is never changed'); END;
    CREATE TRIGGER label_format_never_deleted BEFORE DELETE ON label_format
      BEGIN SELECT RAISE(ABORT, 'a taught format is never deleted'); END;
    CREATE TRIGGER label_format_version_never_changed BEFORE UPDATE ON label_format_version
      BEGIN SELECT RAISE(ABORT, 'a version of a taught format is never changed'); END;
    CREATE TRIGGER label_format_version_never_deleted BEFORE DELETE ON label_format_version
      BEGIN SELECT RAISE(ABORT, 'a version of a taught format is never deleted'); END;
    CREATE TRIGGER label_format_sample_never_changed BEFORE UPDATE ON label_format_sample
      BEGIN SELECT RAISE(ABORT, 'a sample is never changed'); END;
    CREATE TRIGGER label_format_sample_never_deleted BEFORE DELETE ON label_format_sample
      BEGIN SELECT RAISE(ABORT, 'a sample is never deleted'); END;
  `)
}
