import type { WritableDb } from '../database.ts'

/**
 * What is still to come, kept with each order line, and when an order is due, kept with the order.
 *
 * Both follow from the lines and their receipts, and `verify` recomputes them. They are kept because the list of what is
 * expected is read again after every receipt: with years of closed orders behind it, finding the few that are open by
 * adding up all receipts took longer than a key press.
 */
export function openOrders(db: WritableDb): void {
  db.exec(`
    ALTER TABLE order_line ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1));
    ALTER TABLE purchase_order ADD COLUMN due TEXT;

    CREATE VIEW order_line_openness (id, is_open) AS
      SELECT id, quantity > (SELECT coalesce(sum(receipt_line.quantity), 0) FROM receipt_line
        WHERE order_line_id = order_line.id AND reversed_seq IS NULL)
      FROM order_line;

    UPDATE order_line SET is_open = 0 WHERE id IN (SELECT id FROM order_line_openness WHERE is_open = 0);
    UPDATE purchase_order SET due = (SELECT min(due) FROM order_line WHERE order_id = purchase_order.id);

    CREATE INDEX order_line_open ON order_line (order_id) WHERE is_open = 1;
    CREATE INDEX order_line_due ON order_line (order_id, due);
    CREATE INDEX purchase_order_urgent ON purchase_order (due IS NULL, due, order_no);

    CREATE TRIGGER order_line_received AFTER INSERT ON receipt_line
    BEGIN
      UPDATE order_line SET is_open = (SELECT is_open FROM order_line_openness WHERE id = NEW.order_line_id)
        WHERE id = NEW.order_line_id;
    END;
    CREATE TRIGGER order_line_taken_back AFTER UPDATE OF reversed_seq ON receipt_line
    BEGIN
      UPDATE order_line SET is_open = (SELECT is_open FROM order_line_openness WHERE id = NEW.order_line_id)
        WHERE id = NEW.order_line_id;
    END;
    CREATE TRIGGER order_line_reordered AFTER UPDATE OF quantity ON order_line
    BEGIN
      UPDATE order_line SET is_open = (SELECT is_open FROM order_line_openness WHERE id = NEW.id) WHERE id = NEW.id;
    END;

    CREATE TRIGGER purchase_order_due AFTER INSERT ON order_line
    BEGIN
      UPDATE purchase_order SET due = (SELECT min(due) FROM order_line WHERE order_id = NEW.order_id)
        WHERE id = NEW.order_id;
    END;
    CREATE TRIGGER purchase_order_due_changed AFTER UPDATE OF due ON order_line
    BEGIN
      UPDATE purchase_order SET due = (SELECT min(due) FROM order_line WHERE order_id = NEW.order_id)
        WHERE id = NEW.order_id;
    END;
  `)
}
