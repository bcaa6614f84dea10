import type { SqlRule } from './rule.ts'

const SEARCHED = `SELECT 'row ' || inventory_row.id AS subject, coalesce(stock_search.codes, 'not in the index') AS found,
    CASE WHEN quantity > 0 AND inventory_row.id <= up_to THEN inventory_codes.codes ELSE 'not in the index' END AS expected
  FROM stock_indexed CROSS JOIN inventory_row JOIN inventory_codes ON inventory_codes.id = inventory_row.id
    LEFT JOIN stock_search ON stock_search.rowid = inventory_row.id
  WHERE stock_search.codes IS NOT CASE WHEN quantity > 0 AND inventory_row.id <= up_to THEN inventory_codes.codes END`

const LABEL_SEARCHED = `SELECT label.label || ' copy ' || copy AS subject, coalesce(label_search.codes, 'not in the index') AS found,
    iif(state = 'queued', 'not in the index', label_codes.codes) AS expected
  FROM label JOIN label_codes ON label_codes.id = label.id LEFT JOIN label_search ON label_search.rowid = label.id
  WHERE label_search.codes IS NOT iif(state = 'queued', NULL, label_codes.codes)`

const ORPHAN_MOVEMENT = `SELECT 'movement ' || id AS subject, 'event ' || seq AS found, 'an event that exists' AS expected
  FROM movement WHERE seq NOT IN (SELECT seq FROM event)`

const SERIAL = `SELECT 'serial ' || serial AS subject, count(*) || ' rows' AS found, '1 row' AS expected
  FROM inventory_row WHERE serial IS NOT NULL GROUP BY serial HAVING count(*) > 1`

const ROW_RULES = `SELECT 'row ' || id AS subject, tracking || ', quantity ' || quantity || ', serial ' || coalesce(serial, 'none')
      || ', lot ' || coalesce(lot_id, 'none') AS found,
    CASE tracking WHEN 'serial' THEN 'a serial and a quantity of 0 or 1' WHEN 'lot' THEN 'a lot and no serial'
      ELSE 'no serial and no lot' END AS expected
  FROM inventory_row
  WHERE quantity < 0 OR (tracking = 'serial') <> (serial IS NOT NULL)
    OR (tracking = 'serial' AND quantity NOT IN (0, 1000000)) OR (tracking = 'lot' AND lot_id IS NULL)
    OR (tracking = 'untracked' AND lot_id IS NOT NULL)`

const LOT_PART = `SELECT 'row ' || inventory_row.id AS subject, 'lot of part ' || lot.part_id AS found,
    'lot of part ' || inventory_row.part_id AS expected
  FROM inventory_row JOIN lot ON lot.id = lot_id WHERE lot.part_id <> inventory_row.part_id`

const RECEIPT_LINE = `SELECT 'receipt line ' || receipt_line.id AS subject, count(inventory_row.id) || ' units' AS found,
    receipt_line.quantity / 1000000 || ' units' AS expected
  FROM receipt_line LEFT JOIN inventory_row ON inventory_row.receipt_line_id = receipt_line.id
  WHERE receipt_line.tracking = 'serial'
  GROUP BY receipt_line.id HAVING count(inventory_row.id) * 1000000 <> receipt_line.quantity`

const LABEL_STATE = `SELECT label || ' copy ' || copy AS subject, label.state AS found,
    coalesce((SELECT state FROM label_step WHERE label_id = label.id ORDER BY id DESC LIMIT 1), 'no step') AS expected
  FROM label WHERE label.state IS NOT (SELECT state FROM label_step WHERE label_id = label.id ORDER BY id DESC LIMIT 1)`

const UNLABELLED = `SELECT 'serial ' || serial AS subject, 'no label' AS found, 'a label in the print ledger' AS expected
  FROM inventory_row
  WHERE receipt_line_id IS NOT NULL AND serial IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM label WHERE label.row_id = inventory_row.id)`

/** What must be true of stock, receipts and the print ledger. */
export const STOCK_RULES: readonly SqlRule[] = [
  ['what is in stock can be searched', SEARCHED],
  ['what has been sent to a printer can be searched', LABEL_SEARCHED],
  ['a movement belongs to an event', ORPHAN_MOVEMENT],
  ['a serial is used once', SERIAL],
  ['a row keeps its tracking rules', ROW_RULES],
  ['a lot belongs to its row’s part', LOT_PART],
  ['a received line has what it says', RECEIPT_LINE],
  ['a label’s state is its last step', LABEL_STATE],
  ['a unit has a label', UNLABELLED]
]
