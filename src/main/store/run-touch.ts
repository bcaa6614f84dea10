import type { Instant } from '../../core/clock.ts'
import type { LotId, PartId, RowId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { ReadableDb } from './database.ts'
import { all } from './statement.ts'

/** One run and what it had to do with a thing: it built it, or it put it into what it built. */
export interface RunTouch {
  readonly run: string
  readonly role: 'product' | 'component'
  /** What was built: the thing itself, or what it went into. */
  readonly partNumber: string
  readonly revision: string
  /** The very unit or lot that was built; null where several are told together. */
  readonly product: string | null
  /** How many things were built, or took some of it. */
  readonly builds: number
  /** How much was built, or put in. */
  readonly quantity: Quantity
  /** How much of it was taken out again. */
  readonly removed: Quantity
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly isRunComplete: 0 | 1
}

const RUN = `JOIN run ON run.id = build.run_id JOIN part ON part.id = build.part_id`
const SHARED = `run_no AS run, part_number AS partNumber, build.revision, run.completed_seq IS NOT NULL AS isRunComplete`
const STARTED = '(SELECT at FROM event WHERE seq = build.started_seq)'
const ENDED = '(SELECT at FROM event WHERE seq = coalesce(build.completed_seq, build.started_seq))'

/** What was built, from builds that a clause chooses. Per run, part and revision. */
function built(choice: string, product: string): string {
  return `SELECT ${SHARED}, 'product' AS role, ${product} AS product, count(*) AS builds, sum(build.quantity) AS quantity,
      0 AS removed, min(${STARTED}) AS firstAt, max(${ENDED}) AS lastAt
    FROM ${choice} ${RUN}
      LEFT JOIN inventory_row AS made ON made.id = build.row_id LEFT JOIN lot ON lot.id = build.lot_id
    GROUP BY run.id, build.part_id, build.revision ORDER BY min(build.id)`
}

/** What things were put into. Each product by itself, or all of one run, part and revision together. */
function putIn(choice: string, product: string, apart: string): string {
  return `SELECT ${SHARED}, 'component' AS role, ${product} AS product, count(DISTINCT build.id) AS builds,
      sum(installation.quantity) AS quantity, sum(removed) AS removed, min(event.at) AS firstAt, max(event.at) AS lastAt
    FROM ${choice} JOIN build ON build.id = installation.build_id ${RUN} JOIN event ON event.seq = installation.seq
      LEFT JOIN inventory_row AS made ON made.id = build.row_id LEFT JOIN lot ON lot.id = build.lot_id
    GROUP BY run.id, build.part_id, build.revision${apart} ORDER BY min(installation.id)`
}

const PRODUCT = 'coalesce(made.serial, lot.lot)'

/** Every run that touched a unit, oldest first, with the very thing that it went into. */
export function runsOfUnit(db: ReadableDb, row: RowId): readonly RunTouch[] {
  return [
    ...all<RunTouch>(
      db,
      built(`(SELECT * FROM build WHERE row_id = ? AND tracking = 'serial') AS build`, PRODUCT),
      row
    ),
    ...all<RunTouch>(
      db,
      putIn('(SELECT * FROM installation WHERE row_id = ?) AS installation', PRODUCT, ', build.id'),
      row
    )
  ]
}

/** The runs that built a lot, and those that put it or units of it into something. */
export function runsOfLot(db: ReadableDb, lot: LotId): readonly RunTouch[] {
  const rows = `inventory_row CROSS JOIN installation ON inventory_row.lot_id = ? AND installation.row_id = inventory_row.id`
  return [
    ...all<RunTouch>(db, built(`(SELECT * FROM build WHERE lot_id = ? AND tracking = 'lot') AS build`, PRODUCT), lot),
    ...all<RunTouch>(db, putIn(rows, 'NULL', ''), lot)
  ]
}

/** The runs of a part: counts for each run, never which piece went where. */
export function runsOfPart(db: ReadableDb, part: PartId): readonly RunTouch[] {
  const rows = `inventory_row CROSS JOIN installation ON inventory_row.part_id = ? AND installation.row_id = inventory_row.id`
  return [
    ...all<RunTouch>(db, built('(SELECT * FROM build WHERE part_id = ?) AS build', 'NULL'), part),
    ...all<RunTouch>(db, putIn(rows, 'NULL', ''), part)
  ]
}
