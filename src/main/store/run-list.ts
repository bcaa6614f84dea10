import type { Day } from '../../core/clock.ts'
import type { RunId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb } from './database.ts'
import { all, one } from './statement.ts'

/** A run with how far it has come. */
export interface ListedRun {
  readonly id: RunId
  readonly run: string
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly quantity: Quantity
  readonly built: Quantity
  readonly due: Day | null
  /** 1 or 0. */
  readonly started: number
  readonly completed: number
}

const SELECT_LISTED = `SELECT run.id, run_no AS run, part_number AS partNumber, run.revision, description, tracking, unit,
    run.quantity, due, started_seq IS NOT NULL AS started, completed_seq IS NOT NULL AS completed,
    (SELECT coalesce(sum(build.quantity), 0) FROM build
      WHERE run_id = run.id AND parent_id IS NULL AND build.completed_seq IS NOT NULL) AS built
  FROM run JOIN part ON part.id = run.part_id
    JOIN part_revision ON part_revision.part_id = run.part_id AND part_revision.revision = run.revision`

const MATCHES = `(@search = '' OR instr(lower(run_no), lower(@search)) > 0
    OR run.part_id IN (SELECT id FROM part WHERE instr(lower(part_number), lower(@search)) > 0
      UNION SELECT part_id FROM part_revision WHERE instr(lower(description), lower(@search)) > 0))
  AND (@openOnly = 0 OR completed_seq IS NULL)`

export function listedRun(db: ReadableDb, run: RunId): ListedRun | undefined {
  return one<ListedRun>(db, `${SELECT_LISTED} WHERE run.id = ?`, run)
}

/** A page of the runs that hold a text: those that are not completed first, by their due day. */
export function searchRuns(
  db: ReadableDb,
  search: string,
  openOnly: boolean,
  offset: number,
  limit: number
): readonly ListedRun[] {
  return all<ListedRun>(
    db,
    `${SELECT_LISTED} WHERE ${MATCHES}
     ORDER BY completed_seq IS NOT NULL, due IS NULL, due, run_no LIMIT @limit OFFSET @offset`,
    { search, openOnly: openOnly ? 1 : 0, offset, limit }
  )
}

export function countRuns(db: ReadableDb, search: string, openOnly: boolean): number {
  const sql = `SELECT count(*) AS n FROM run WHERE ${MATCHES}`
  return one<{ n: number }>(db, sql, { search, openOnly: openOnly ? 1 : 0 })?.n ?? 0
}
