import type { PartId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { ReadableDb } from './database.ts'
import { all, one } from './statement.ts'

/** How much of a part is in all that was built of another, over all runs. */
export interface PartUse {
  readonly component: PartId
  readonly product: PartId
  readonly quantity: Quantity
}

const INSTALLED = `SELECT inventory_row.part_id AS component, build.part_id AS product, sum(installation.quantity - removed) AS quantity`

/** What is in everything that was built of some parts. */
export function componentsOfParts(db: ReadableDb, parts: readonly PartId[]): readonly PartUse[] {
  return all<PartUse>(
    db,
    `${INSTALLED} FROM json_each(?) AS wanted CROSS JOIN build ON build.part_id = wanted.value
       JOIN installation ON build_id = build.id JOIN inventory_row ON inventory_row.id = installation.row_id
     WHERE installation.quantity > removed GROUP BY 1, 2 ORDER BY 2, 1`,
    JSON.stringify(parts)
  )
}

/** What everything that there is of some parts is in. */
export function productsOfParts(db: ReadableDb, parts: readonly PartId[]): readonly PartUse[] {
  return all<PartUse>(
    db,
    `${INSTALLED} FROM json_each(?) AS wanted CROSS JOIN inventory_row ON inventory_row.part_id = wanted.value
       JOIN installation ON installation.row_id = inventory_row.id JOIN build ON build.id = build_id
     WHERE installation.quantity > removed GROUP BY 1, 2 ORDER BY 1, 2`,
    JSON.stringify(parts)
  )
}

export interface PartFacts {
  readonly id: PartId
  readonly partNumber: string
  readonly description: string
  readonly unit: string
}

export function partFacts(db: ReadableDb, parts: readonly PartId[]): readonly PartFacts[] {
  return all<PartFacts>(
    db,
    `SELECT part.id, part_number AS partNumber, unit,
       (SELECT description FROM part_revision WHERE part_id = part.id ORDER BY revision DESC LIMIT 1) AS description
     FROM json_each(?) AS wanted CROSS JOIN part ON part.id = wanted.value`,
    JSON.stringify(parts)
  )
}

/** Whether a part has more rows than `most`: then adding all of them up takes its time. */
export function hasMoreRows(db: ReadableDb, part: PartId, most: number): boolean {
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM inventory_row WHERE part_id = ? LIMIT ?)'
  return (one<{ n: number }>(db, sql, part, most + 1)?.n ?? 0) > most
}
