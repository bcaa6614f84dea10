import type { SqlRule } from './rule.ts'

const OPEN = `SELECT 'order ' || order_no || ' line ' || line AS subject, iif(order_line.is_open, 'open', 'not open') AS found,
    iif(computed.is_open, 'open', 'not open') AS expected
  FROM order_line JOIN order_line_openness AS computed ON computed.id = order_line.id
    JOIN purchase_order ON purchase_order.id = order_id
  WHERE order_line.is_open <> computed.is_open`

const DUE = `SELECT 'order ' || order_no AS subject, coalesce(due, 'no day') AS found,
    coalesce((SELECT min(due) FROM order_line WHERE order_id = purchase_order.id), 'no day') AS expected
  FROM purchase_order WHERE due IS NOT (SELECT min(due) FROM order_line WHERE order_id = purchase_order.id)`

/** What must be true of orders. */
export const ORDER_RULES: readonly SqlRule[] = [
  ['an order line is open as long as something is to come', OPEN],
  ['an order is due with its first line', DUE]
]
