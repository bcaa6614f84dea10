import type { WritableDb } from '../database.ts'

/**
 * Search over what is in stock, and over what is gone, as somebody types.
 *
 * Each row's codes are one text in lower case, each code led by two marks that no code holds. The index says which rows hold a run of
 * three characters: three or more find any piece of a code, and with the marks before them one or two find its
 * beginning. It keeps no positions: whether the runs of a longer word follow each other is read from the text.
 * What is in stock has an index of its own, so that a million units of the past do not slow down the search for one
 * that is there.
 */
export function stockSearch(db: WritableDb): void {
  db.exec(`
    CREATE INDEX inventory_row_in_stock ON inventory_row (id) WHERE quantity > 0;
    CREATE INDEX inventory_row_by_part ON inventory_row (part_id);

    CREATE VIRTUAL TABLE stock_search USING fts5 (codes, detail = none, tokenize = 'trigram');
    CREATE VIRTUAL TABLE gone_search USING fts5 (codes, detail = none, tokenize = 'trigram');

    CREATE VIEW inventory_codes (id, codes) AS
      SELECT inventory_row.id, lower(
        '␂␂' || part.part_number || '␂␂' || inventory_row.location
          || coalesce('␂␂' || inventory_row.serial, '')
          || coalesce('␂␂' || lot.lot, '')
          || coalesce('␂␂' || coalesce(lot.supplier_lot, inventory_row.supplier_lot), '')
          || coalesce((
            SELECT group_concat('␂␂' || order_no, '') FROM (
              SELECT order_no FROM receipt_line
                JOIN receipt ON receipt.id = receipt_line.receipt_id
                JOIN purchase_order ON purchase_order.id = receipt.order_id
                WHERE receipt_line.id = inventory_row.receipt_line_id
              UNION
              SELECT order_no FROM receipt_line
                JOIN receipt ON receipt.id = receipt_line.receipt_id
                JOIN purchase_order ON purchase_order.id = receipt.order_id
                WHERE inventory_row.tracking = 'lot' AND receipt_line.lot_id = inventory_row.lot_id)
          ), ''))
      FROM inventory_row
        JOIN part ON part.id = inventory_row.part_id
        LEFT JOIN lot ON lot.id = inventory_row.lot_id;

    INSERT INTO stock_search (rowid, codes)
      SELECT id, codes FROM inventory_codes WHERE id IN (SELECT id FROM inventory_row WHERE quantity > 0);
    INSERT INTO gone_search (rowid, codes)
      SELECT id, codes FROM inventory_codes WHERE id IN (
        SELECT id FROM inventory_row WHERE quantity = 0 AND EXISTS (SELECT 1 FROM movement WHERE row_id = inventory_row.id)
          AND (SELECT kind FROM movement WHERE row_id = inventory_row.id ORDER BY id DESC LIMIT 1) <> 'transferred');

    -- Filled at once, an index lies in pieces, which somebody's scan would have to merge.
    INSERT INTO stock_search (stock_search) VALUES ('optimize');
    INSERT INTO gone_search (gone_search) VALUES ('optimize');

    CREATE TRIGGER stock_search_filled AFTER INSERT ON inventory_row WHEN NEW.quantity > 0
    BEGIN
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id = NEW.id;
    END;
    CREATE TRIGGER stock_search_came AFTER UPDATE OF quantity ON inventory_row
      WHEN OLD.quantity = 0 AND NEW.quantity > 0
    BEGIN
      DELETE FROM gone_search WHERE rowid = NEW.id;
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id = NEW.id;
    END;
    CREATE TRIGGER stock_search_moved AFTER UPDATE OF location ON inventory_row
      WHEN OLD.quantity > 0 AND NEW.quantity > 0 AND OLD.location <> NEW.location
    BEGIN
      DELETE FROM stock_search WHERE rowid = NEW.id;
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id = NEW.id;
    END;
    -- A row that was emptied by a move is not gone: what it held lies elsewhere, in a row of its own. The movement is
    -- written before the row's quantity.
    CREATE TRIGGER stock_search_went AFTER UPDATE OF quantity ON inventory_row
      WHEN OLD.quantity > 0 AND NEW.quantity = 0
    BEGIN
      DELETE FROM stock_search WHERE rowid = NEW.id;
      INSERT INTO gone_search (rowid, codes) SELECT id, codes FROM inventory_codes
        WHERE id = NEW.id
          AND (SELECT kind FROM movement WHERE row_id = NEW.id ORDER BY id DESC LIMIT 1) <> 'transferred';
    END;

    -- A lot that comes again comes on another order, and may tell the supplier's number for the first time.
    CREATE TRIGGER stock_search_received AFTER INSERT ON receipt_line WHEN NEW.lot_id IS NOT NULL AND NEW.tracking = 'lot'
    BEGIN
      DELETE FROM stock_search WHERE rowid IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.lot_id AND tracking = 'lot' AND quantity > 0);
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.lot_id AND tracking = 'lot' AND quantity > 0);
    END;
    CREATE TRIGGER stock_search_named AFTER UPDATE OF lot, supplier_lot ON lot
      WHEN OLD.supplier_lot IS NOT NEW.supplier_lot OR OLD.lot <> NEW.lot
    BEGIN
      DELETE FROM stock_search WHERE rowid IN (SELECT id FROM inventory_row WHERE lot_id = NEW.id AND quantity > 0);
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.id AND quantity > 0);
    END;
  `)
}
