import type { WritableDb } from '../database.ts'

/**
 * What keeps a station quick after years: a search over the print ledger, and indexes that answer without the rows.
 *
 * The search over labels is built as that over stock is. A label joins it when it leaves the queue: to receive a
 * thousand units must not take longer for it, and the few that wait are looked through one by one. A trigger on inserting
 * would cost each insert, whether it fires or not; a label is always queued first, so none is needed.
 */
export function yearsOfWork(db: WritableDb): void {
  db.exec(`
    CREATE INDEX scan_unanswered ON scan (id) WHERE outcome IS NULL;

    DROP INDEX receipt_line_by_order_line;
    CREATE INDEX receipt_line_by_order_line ON receipt_line (order_line_id, reversed_seq, quantity);

    CREATE INDEX label_in_order ON label (id, state);

    CREATE VIRTUAL TABLE label_search USING fts5 (codes, detail = none, tokenize = 'trigram');

    CREATE VIEW label_codes (id, codes) AS
      SELECT id, lower('␂␂' || label || coalesce('␂␂' || part_number, '') || coalesce('␂␂' || serial, '')
        || coalesce('␂␂' || lot, '') || coalesce('␂␂' || order_no, '') || '␂␂' || printer)
      FROM label;

    INSERT INTO label_search (rowid, codes)
      SELECT id, codes FROM label_codes WHERE id IN (SELECT id FROM label WHERE state <> 'queued');
    -- Filled at once, an index lies in pieces, which somebody's scan would have to merge.
    INSERT INTO label_search (label_search) VALUES ('optimize');

    CREATE TRIGGER label_search_came AFTER UPDATE OF state ON label WHEN OLD.state = 'queued' AND NEW.state <> 'queued'
    BEGIN
      INSERT INTO label_search (rowid, codes) SELECT id, codes FROM label_codes WHERE id = NEW.id;
    END;
    CREATE TRIGGER label_search_went AFTER UPDATE OF state ON label WHEN OLD.state <> 'queued' AND NEW.state = 'queued'
    BEGIN
      DELETE FROM label_search WHERE rowid = NEW.id;
    END;
    CREATE TRIGGER label_search_redirected AFTER UPDATE OF printer ON label
      WHEN OLD.printer <> NEW.printer AND NEW.state <> 'queued'
    BEGIN
      DELETE FROM label_search WHERE rowid = NEW.id;
      INSERT INTO label_search (rowid, codes) SELECT id, codes FROM label_codes WHERE id = NEW.id;
    END;
  `)
}
