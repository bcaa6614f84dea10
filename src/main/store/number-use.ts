import type { Instant } from '../../core/clock.ts'
import type { PartId } from '../../core/ids.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

/** When the first thing happened here; absent in a store where nothing has. */
export function firstMoment(db: ReadableDb): Instant | undefined {
  return one<{ at: Instant }>(db, 'SELECT at FROM event ORDER BY seq LIMIT 1')?.at
}

/** How many units of a part at a revision have come or were begun since then, whatever has become of them. */
export function unitsSince(db: ReadableDb, part: PartId, revision: string, since: Instant): number {
  const received = one<{ units: number }>(
    db,
    `SELECT coalesce(sum(receipt_line.quantity), 0) / 1000000 AS units
     FROM order_line JOIN receipt_line ON receipt_line.order_line_id = order_line.id
     WHERE part_id = ? AND revision = ? AND receipt_line.tracking = 'serial' AND receipt_line.at >= ?`,
    part,
    revision,
    since
  )
  const built = one<{ units: number }>(
    db,
    `SELECT count(*) AS units FROM build JOIN event ON event.seq = build.started_seq
     WHERE part_id = ? AND revision = ? AND tracking = 'serial' AND event.at >= ?`,
    part,
    revision,
    since
  )
  return (received?.units ?? 0) + (built?.units ?? 0)
}

/** The lots of a part that came, or were begun inside a run of another, since then. The lot of a run is its number. */
export function lotsSince(db: ReadableDb, part: PartId, since: Instant): readonly string[] {
  return all<{ lot: string }>(
    db,
    `SELECT lot FROM lot WHERE id IN (
       SELECT receipt_line.lot_id
       FROM order_line JOIN receipt_line ON receipt_line.order_line_id = order_line.id
       WHERE part_id = @part AND receipt_line.tracking = 'lot' AND receipt_line.at >= @since
       UNION
       SELECT build.lot_id FROM build JOIN event ON event.seq = build.started_seq
       WHERE part_id = @part AND tracking = 'lot' AND parent_id IS NOT NULL AND event.at >= @since
     )`,
    { part, since }
  ).map(({ lot }) => lot)
}
