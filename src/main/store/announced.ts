import type { OrderLineId } from '../../core/ids.ts'
import type { ReadableDb } from './database.ts'
import { all, one } from './statement.ts'

const COLUMN_IS_FILLED = { serial: `serial <> ''`, lot: `lot <> ''` } as const

/** Whether a supplier has announced a serial or a lot for an order line; undefined where none was announced for it. */
export function isAnnounced(
  db: ReadableDb,
  line: OrderLineId,
  what: 'serial' | 'lot',
  code: string
): boolean | undefined {
  const found = one<{ found: number | null }>(
    db,
    `SELECT max(${what} = ?) AS found FROM expected_item WHERE order_line_id = ? AND ${COLUMN_IS_FILLED[what]}`,
    code,
    line
  )?.found
  return found === null || found === undefined ? undefined : found === 1
}

/** The serials that were announced for an order line and that no unit bears yet. */
export function awaitedSerials(db: ReadableDb, line: OrderLineId): readonly string[] {
  return all<{ serial: string }>(
    db,
    `SELECT DISTINCT serial FROM expected_item WHERE order_line_id = ? AND serial <> ''
       AND NOT EXISTS (SELECT 1 FROM inventory_row WHERE inventory_row.serial = expected_item.serial)
     ORDER BY serial`,
    line
  ).map(({ serial }) => serial)
}
