import type { Instant } from '../../core/clock.ts'
import type { BuildId, EventSeq, LotId, PartId, RowId, RunId, RunLineId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** One thing that is built, or was: a unit, or so much of a lot or of an untracked part. */
export interface Build {
  readonly id: BuildId
  readonly runId: RunId
  readonly run: string
  /** What it is made inside of; null for what the run itself builds. */
  readonly parentId: BuildId | null
  readonly runLineId: RunLineId | null
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** A unit has its row from the start, everything else once it is completed. */
  readonly rowId: RowId | null
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly quantity: Quantity
  readonly completedSeq: EventSeq | null
  readonly completedAt: Instant | null
}

const SELECT_BUILD = `SELECT build.id, run_id AS runId, run_no AS run, parent_id AS parentId, run_line_id AS runLineId,
    build.part_id AS partId, part_number AS partNumber, build.revision, description, build.tracking, unit,
    row_id AS rowId, serial, build.lot_id AS lotId, lot.lot, build.quantity, build.completed_seq AS completedSeq,
    event.at AS completedAt
  FROM build
    JOIN run ON run.id = run_id
    JOIN part ON part.id = build.part_id
    JOIN part_revision ON part_revision.part_id = build.part_id AND part_revision.revision = build.revision
    LEFT JOIN inventory_row ON inventory_row.id = row_id
    LEFT JOIN lot ON lot.id = build.lot_id
    LEFT JOIN event ON event.seq = build.completed_seq`

export function buildAt(db: ReadableDb, id: BuildId): Build | undefined {
  return one<Build>(db, `${SELECT_BUILD} WHERE build.id = ?`, id)
}

/** What built a unit. Stock of a lot or of an untracked part may come from many builds, and is not asked for here. */
export function buildOfUnit(db: ReadableDb, row: RowId): Build | undefined {
  return one<Build>(db, `${SELECT_BUILD} WHERE row_id = ? AND build.tracking = 'serial'`, row)
}

/** The first of what a run itself builds that is not complete. */
export function firstOpenBuild(db: ReadableDb, run: RunId): Build | undefined {
  return one<Build>(
    db,
    `${SELECT_BUILD} WHERE run_id = ? AND build.completed_seq IS NULL AND parent_id IS NULL ORDER BY build.id LIMIT 1`,
    run
  )
}

/** What a run itself builds, without what is made inside. */
export function buildsOfRun(db: ReadableDb, run: RunId, offset: number, limit: number): readonly Build[] {
  return all<Build>(
    db,
    `${SELECT_BUILD} WHERE run_id = ? AND parent_id IS NULL ORDER BY build.id LIMIT ? OFFSET ?`,
    run,
    limit,
    offset
  )
}

export function countBuilds(db: ReadableDb, run: RunId): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM build WHERE run_id = ? AND parent_id IS NULL', run)?.n ?? 0
}

/** The children that are being made inside a build. */
export function openChildrenOf(db: ReadableDb, parent: BuildId): readonly Build[] {
  return all<Build>(db, `${SELECT_BUILD} WHERE parent_id = ? AND build.completed_seq IS NULL ORDER BY build.id`, parent)
}

/** The number of a run that is building a part, other than units, which have their rows; absent where none is. */
export function runBuildingStock(db: ReadableDb, part: PartId): string | undefined {
  return one<{ run: string }>(
    db,
    `SELECT run_no AS run FROM build JOIN run ON run.id = run_id
     WHERE build.part_id = ? AND build.completed_seq IS NULL AND tracking = 'lot' LIMIT 1`,
    part
  )?.run
}

/** Whether a run has built of a lot, or does. */
export function isLotOfRun(db: ReadableDb, run: RunId, lot: LotId): boolean {
  return one(db, 'SELECT 1 FROM build WHERE lot_id = ? AND run_id = ? LIMIT 1', lot, run) !== undefined
}

export interface BuildRecord {
  readonly run: RunId
  readonly parent: BuildId | null
  readonly line: RunLineId | null
  readonly part: PartId
  readonly revision: string
  readonly tracking: TrackingType
  readonly row: RowId | null
  readonly lot: LotId | null
  readonly quantity: Quantity
}

/** Begins to build. The event that says so needs the build's id, so it is written after the build. */
export function insertBuild(db: WritableDb, build: BuildRecord, startedSeq: EventSeq): BuildId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO build (run_id, parent_id, run_line_id, part_id, revision, tracking, row_id, lot_id, quantity, started_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    build.run,
    build.parent,
    build.line,
    build.part,
    build.revision,
    build.tracking,
    build.row,
    build.lot,
    build.quantity,
    startedSeq
  )
  return Number(lastInsertRowid) as BuildId
}

/** The id that the next build gets, for the event that begins it. */
export function nextBuildId(db: ReadableDb): BuildId {
  return ((one<{ id: number }>(db, 'SELECT coalesce(max(id), 0) AS id FROM build')?.id ?? 0) + 1) as BuildId
}

export function completeBuild(db: WritableDb, build: BuildId, seq: EventSeq, row: RowId): void {
  statement(db, 'UPDATE build SET completed_seq = ?, row_id = ? WHERE id = ?').run(seq, row, build)
}

/** Cuts a build down to what of it is completed now; the rest goes on in a build of its own. */
export function shortenBuild(db: WritableDb, build: BuildId, quantity: Quantity): void {
  statement(db, 'UPDATE build SET quantity = ? WHERE id = ?').run(quantity, build)
}

/** Children that are being made go on inside another build of the same part. */
export function moveOpenChildren(db: WritableDb, from: BuildId, to: BuildId): void {
  statement(db, 'UPDATE build SET parent_id = ? WHERE parent_id = ? AND completed_seq IS NULL').run(to, from)
}
