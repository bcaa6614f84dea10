import type { WritableDb } from '../database.ts'

/**
 * New rows of stock join the search after the decision that made them, not within it.
 *
 * The index costs a receipt as much as all else that it writes, and nobody's first label should wait for it. Rows up to
 * `up_to` are kept in the index by the triggers, each with its change; newer ones are read by the search themselves.
 * Ids of rows only grow, and no row is deleted.
 */
export function stockIndexLater(db: WritableDb): void {
  db.exec(`
    CREATE TABLE stock_indexed (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      up_to INTEGER NOT NULL
    ) STRICT;
    INSERT INTO stock_indexed (one, up_to) SELECT 1, coalesce(max(id), 0) FROM inventory_row;

    DROP TRIGGER stock_search_filled;

    DROP TRIGGER stock_search_came;
    CREATE TRIGGER stock_search_came AFTER UPDATE OF quantity ON inventory_row
      WHEN OLD.quantity = 0 AND NEW.quantity > 0
    BEGIN
      DELETE FROM gone_search WHERE rowid = NEW.id;
      INSERT INTO stock_search (rowid, codes)
        SELECT id, codes FROM inventory_codes WHERE id = NEW.id AND id <= (SELECT up_to FROM stock_indexed);
    END;

    DROP TRIGGER stock_search_moved;
    CREATE TRIGGER stock_search_moved AFTER UPDATE OF location ON inventory_row
      WHEN OLD.quantity > 0 AND NEW.quantity > 0 AND OLD.location <> NEW.location
    BEGIN
      DELETE FROM stock_search WHERE rowid = NEW.id;
      INSERT INTO stock_search (rowid, codes)
        SELECT id, codes FROM inventory_codes WHERE id = NEW.id AND id <= (SELECT up_to FROM stock_indexed);
    END;

    DROP TRIGGER stock_search_received;
    CREATE TRIGGER stock_search_received AFTER INSERT ON receipt_line WHEN NEW.lot_id IS NOT NULL AND NEW.tracking = 'lot'
    BEGIN
      DELETE FROM stock_search WHERE rowid IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.lot_id AND tracking = 'lot' AND quantity > 0);
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.lot_id AND tracking = 'lot' AND quantity > 0
          AND id <= (SELECT up_to FROM stock_indexed));
    END;

    DROP TRIGGER stock_search_named;
    CREATE TRIGGER stock_search_named AFTER UPDATE OF lot, supplier_lot ON lot
      WHEN OLD.supplier_lot IS NOT NEW.supplier_lot OR OLD.lot <> NEW.lot
    BEGIN
      DELETE FROM stock_search WHERE rowid IN (SELECT id FROM inventory_row WHERE lot_id = NEW.id AND quantity > 0);
      INSERT INTO stock_search (rowid, codes) SELECT id, codes FROM inventory_codes WHERE id IN (
        SELECT id FROM inventory_row WHERE lot_id = NEW.id AND quantity > 0
          AND id <= (SELECT up_to FROM stock_indexed));
    END;
  `)
}
