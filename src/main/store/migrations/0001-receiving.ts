import type { WritableDb } from '../database.ts'

/**
 * Parts, orders, receipts, stock, events, numbers, the scan journal and the print ledger.
 *
 * Codes are TEXT: a column of any other type would eat the leading zeros of a GTIN. Quantities are INTEGER millionths.
 */
export function receiving(db: WritableDb): void {
  db.exec(`
    CREATE TABLE supplier (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE location (
      code TEXT PRIMARY KEY,
      description TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE part (
      id INTEGER PRIMARY KEY,
      part_number TEXT NOT NULL UNIQUE,
      tracking TEXT NOT NULL CHECK (tracking IN ('serial', 'lot', 'untracked')),
      unit TEXT NOT NULL,
      gtin TEXT,
      lot_source TEXT CHECK (lot_source IN ('generated', 'supplier', 'run')),
      lot_pattern TEXT,
      shelf_life_days INTEGER CHECK (shelf_life_days > 0),
      inspection INTEGER NOT NULL CHECK (inspection IN (0, 1))
    ) STRICT;
    CREATE INDEX part_by_gtin ON part (gtin) WHERE gtin IS NOT NULL;

    -- A revision of '' is a part without revisions.
    CREATE TABLE part_revision (
      part_id INTEGER NOT NULL REFERENCES part,
      revision TEXT NOT NULL,
      description TEXT NOT NULL,
      serial_source TEXT CHECK (serial_source IN ('generated', 'captured')),
      serial_pattern TEXT,
      serial_mask TEXT,
      PRIMARY KEY (part_id, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE supplier_part_number (
      supplier_part_number TEXT NOT NULL,
      part_id INTEGER NOT NULL REFERENCES part,
      PRIMARY KEY (supplier_part_number, part_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX supplier_part_number_by_part ON supplier_part_number (part_id);

    CREATE TABLE purchase_order (
      id INTEGER PRIMARY KEY,
      order_no TEXT NOT NULL UNIQUE,
      supplier_id INTEGER NOT NULL REFERENCES supplier
    ) STRICT;

    CREATE TABLE order_line (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES purchase_order,
      line TEXT NOT NULL,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      due TEXT,
      location TEXT,
      UNIQUE (order_id, line),
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision)
    ) STRICT;
    CREATE INDEX order_line_by_part ON order_line (part_id);

    CREATE TABLE expected_item (
      order_line_id INTEGER NOT NULL REFERENCES order_line,
      serial TEXT NOT NULL,
      lot TEXT NOT NULL,
      carton TEXT NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (order_line_id, serial, lot, carton)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE receipt (
      id INTEGER PRIMARY KEY,
      receipt_no TEXT NOT NULL UNIQUE,
      order_id INTEGER NOT NULL REFERENCES purchase_order,
      opened_at TEXT NOT NULL,
      closed_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX receipt_open ON receipt (order_id) WHERE closed_at IS NULL;

    CREATE TABLE lot (
      id INTEGER PRIMARY KEY,
      part_id INTEGER NOT NULL REFERENCES part,
      lot TEXT NOT NULL,
      supplier_lot TEXT,
      expiry TEXT,
      UNIQUE (part_id, lot)
    ) STRICT;
    CREATE INDEX lot_by_text ON lot (lot);
    CREATE INDEX lot_by_supplier_lot ON lot (supplier_lot) WHERE supplier_lot IS NOT NULL;

    CREATE TABLE receipt_line (
      id INTEGER PRIMARY KEY,
      receipt_id INTEGER NOT NULL REFERENCES receipt,
      order_line_id INTEGER NOT NULL REFERENCES order_line,
      tracking TEXT NOT NULL CHECK (tracking IN ('serial', 'lot', 'untracked')),
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      lot_id INTEGER REFERENCES lot,
      location TEXT NOT NULL REFERENCES location,
      at TEXT NOT NULL,
      operator TEXT NOT NULL,
      station TEXT NOT NULL
    ) STRICT;
    CREATE INDEX receipt_line_by_order_line ON receipt_line (order_line_id);
    CREATE INDEX receipt_line_by_receipt ON receipt_line (receipt_id);
    CREATE INDEX receipt_line_by_lot ON receipt_line (lot_id) WHERE lot_id IS NOT NULL;

    -- One row a unit; one a part, location and lot; one a part and location. A row keeps its own tracking type when
    -- the part's changes, and an emptied row stays, so that its number stays taken and its history has a home.
    CREATE TABLE inventory_row (
      id INTEGER PRIMARY KEY,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      tracking TEXT NOT NULL CHECK (tracking IN ('serial', 'lot', 'untracked')),
      serial TEXT,
      lot_id INTEGER REFERENCES lot,
      location TEXT NOT NULL REFERENCES location,
      quantity INTEGER NOT NULL CHECK (quantity >= 0),
      expiry TEXT,
      supplier_lot TEXT,
      receipt_line_id INTEGER REFERENCES receipt_line,
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision),
      CHECK ((tracking = 'serial') = (serial IS NOT NULL)),
      CHECK (tracking <> 'serial' OR quantity IN (0, 1000000)),
      CHECK (tracking <> 'lot' OR lot_id IS NOT NULL),
      CHECK (tracking <> 'untracked' OR lot_id IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX inventory_row_serial ON inventory_row (serial) WHERE serial IS NOT NULL;
    CREATE UNIQUE INDEX inventory_row_lot ON inventory_row (part_id, revision, lot_id, location) WHERE tracking = 'lot';
    CREATE UNIQUE INDEX inventory_row_untracked ON inventory_row (part_id, revision, location) WHERE tracking = 'untracked';
    CREATE INDEX inventory_row_by_location ON inventory_row (location);
    CREATE INDEX inventory_row_by_lot ON inventory_row (lot_id) WHERE lot_id IS NOT NULL;
    CREATE INDEX inventory_row_by_receipt_line ON inventory_row (receipt_line_id) WHERE receipt_line_id IS NOT NULL;

    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      operator TEXT NOT NULL,
      station TEXT NOT NULL,
      kind TEXT NOT NULL,
      subjects TEXT NOT NULL,
      data TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER event_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER event_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
    CREATE TRIGGER event_follows BEFORE INSERT ON event
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
      BEGIN SELECT RAISE(ABORT, 'an event follows the one before it'); END;

    -- Which events a thing has part in; made from the events, for looking up.
    CREATE TABLE event_subject (
      kind TEXT NOT NULL,
      id INTEGER NOT NULL,
      seq INTEGER NOT NULL REFERENCES event,
      PRIMARY KEY (kind, id, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE movement (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES event,
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      location TEXT NOT NULL REFERENCES location,
      kind TEXT NOT NULL CHECK (kind IN ('received', 'built', 'transferred', 'installed', 'removed', 'consumed',
        'scrapped', 'archived', 'counted', 'reversed')),
      quantity INTEGER NOT NULL CHECK (quantity <> 0)
    ) STRICT;
    CREATE INDEX movement_by_row ON movement (row_id);
    CREATE TRIGGER movement_never_changed BEFORE UPDATE ON movement
      BEGIN SELECT RAISE(ABORT, 'a movement is never changed'); END;
    CREATE TRIGGER movement_never_deleted BEFORE DELETE ON movement
      BEGIN SELECT RAISE(ABORT, 'a movement is never deleted'); END;

    CREATE TABLE number_series (
      series TEXT NOT NULL,
      period TEXT NOT NULL,
      next INTEGER NOT NULL CHECK (next > 0),
      PRIMARY KEY (series, period)
    ) STRICT, WITHOUT ROWID;

    -- Raw scans are written before they are understood; only the answer is added later, once.
    CREATE TABLE scan (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      station TEXT NOT NULL,
      scanner TEXT NOT NULL,
      raw BLOB NOT NULL,
      aim TEXT,
      meaning TEXT,
      outcome TEXT,
      sound TEXT
    ) STRICT;
    CREATE TRIGGER scan_kept_raw BEFORE UPDATE ON scan
      WHEN OLD.outcome IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.station <> OLD.station
        OR NEW.scanner <> OLD.scanner OR NEW.raw <> OLD.raw OR NEW.aim IS NOT OLD.aim
      BEGIN SELECT RAISE(ABORT, 'a scan is never changed'); END;

    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      copy INTEGER NOT NULL CHECK (copy > 0),
      kind TEXT NOT NULL CHECK (kind IN ('unit', 'lot', 'location', 'command')),
      content TEXT NOT NULL,
      part_number TEXT,
      serial TEXT,
      lot TEXT,
      order_no TEXT,
      row_id INTEGER REFERENCES inventory_row,
      lot_id INTEGER REFERENCES lot,
      receipt_line_id INTEGER REFERENCES receipt_line,
      printer TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('queued', 'sending', 'sent', 'printed', 'verified', 'failed', 'unknown', 'void')),
      evidence TEXT NOT NULL,
      zpl BLOB,
      at TEXT NOT NULL,
      UNIQUE (label, copy)
    ) STRICT;
    CREATE INDEX label_by_state ON label (state, printer, id);
    CREATE INDEX label_by_serial ON label (serial) WHERE serial IS NOT NULL;
    CREATE INDEX label_by_row ON label (row_id) WHERE row_id IS NOT NULL;
    CREATE INDEX label_by_lot ON label (lot_id) WHERE lot_id IS NOT NULL;

    CREATE TABLE label_step (
      id INTEGER PRIMARY KEY,
      label_id INTEGER NOT NULL REFERENCES label,
      at TEXT NOT NULL,
      operator TEXT NOT NULL,
      state TEXT NOT NULL,
      evidence TEXT NOT NULL
    ) STRICT;
    CREATE INDEX label_step_by_label ON label_step (label_id);
    CREATE TRIGGER label_step_never_changed BEFORE UPDATE ON label_step
      BEGIN SELECT RAISE(ABORT, 'a step of the print ledger is never changed'); END;
    CREATE TRIGGER label_step_never_deleted BEFORE DELETE ON label_step
      BEGIN SELECT RAISE(ABORT, 'a step of the print ledger is never deleted'); END;

    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
