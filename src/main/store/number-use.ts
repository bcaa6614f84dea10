import type { Instant } from '../../core/clock.ts'
import type { PartId } from '../../core/ids.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

/** When the first thing happened here; absent in a store where nothing has. */
export function firstMoment(db: ReadableDb): Instant | undefined {
  return one<{ at: Instant }>(db, 'SELECT at FROM event ORDER BY seq LIMIT 1')?.at
}

/**
 * What of a part was begun since then. Builds are numbered as they are begun, so the newest are walked down to the first
 * that is older: years of them are not.
 */
const BEGUN_SINCE = `build.part_id = @part AND build.id > coalesce((
  SELECT build.id FROM build JOIN event ON event.seq = build.started_seq
  WHERE build.part_id = @part AND event.at < @since ORDER BY build.id DESC LIMIT 1), 0)`

const RECEIVED_SINCE = `order_line JOIN receipt_line ON receipt_line.order_line_id = order_line.id
  WHERE order_line.part_id = @part AND receipt_line.at >= @since`

/** How many units of a part at a revision have come or were begun since then, whatever has become of them. */
export function unitsSince(db: ReadableDb, part: PartId, revision: string, since: Instant): number {
  const found = one<{ units: number }>(
    db,
    `SELECT (SELECT coalesce(sum(receipt_line.quantity), 0) / 1000000 FROM ${RECEIVED_SINCE}
         AND order_line.revision = @revision AND receipt_line.tracking = 'serial')
       + (SELECT count(*) FROM build WHERE ${BEGUN_SINCE} AND revision = @revision AND tracking = 'serial') AS units`,
    { part, revision, since }
  )
  return found?.units ?? 0
}

/** The lots of a part that came, or were begun inside a run of another, since then. The lot of a run is its number. */
export function lotsSince(db: ReadableDb, part: PartId, since: Instant): readonly string[] {
  return all<{ lot: string }>(
    db,
    `SELECT lot FROM lot WHERE id IN (
       SELECT receipt_line.lot_id FROM ${RECEIVED_SINCE} AND receipt_line.tracking = 'lot'
       UNION
       SELECT lot_id FROM build WHERE ${BEGUN_SINCE} AND parent_id IS NOT NULL AND tracking = 'lot'
     )`,
    { part, since }
  ).map(({ lot }) => lot)
}
