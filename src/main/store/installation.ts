import type { Instant } from '../../core/clock.ts'
import type { BuildId, EventSeq, InstallationId, LotId, PartId, RowId, RunLineId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** What went from a row into a build, and how much of it is still there. */
export interface Installation {
  readonly id: InstallationId
  readonly buildId: BuildId
  readonly runLineId: RunLineId
  readonly rowId: RowId
  /** The build of a child that was made inside the parent. */
  readonly childId: BuildId | null
  /** What is installed now: more than nothing, unless all was removed. */
  readonly quantity: Quantity
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  /** Where its row is: it came from there. */
  readonly location: string
  readonly at: Instant
  readonly operator: string
}

const SELECT_INSTALLATION = `SELECT installation.id, build_id AS buildId, run_line_id AS runLineId, row_id AS rowId,
    child_id AS childId, installation.quantity - removed AS quantity, inventory_row.part_id AS partId,
    part_number AS partNumber, inventory_row.revision, inventory_row.tracking, unit, serial, lot_id AS lotId, lot.lot,
    location, at, operator
  FROM installation
    JOIN event USING (seq)
    JOIN inventory_row ON inventory_row.id = row_id
    JOIN part ON part.id = inventory_row.part_id
    LEFT JOIN lot ON lot.id = lot_id`

export function installationAt(db: ReadableDb, id: InstallationId): Installation | undefined {
  return one<Installation>(db, `${SELECT_INSTALLATION} WHERE installation.id = ?`, id)
}

/** What is installed in a build now, in the order in which it came. */
export function installationsIn(db: ReadableDb, build: BuildId): readonly Installation[] {
  return all<Installation>(
    db,
    `${SELECT_INSTALLATION} WHERE build_id = ? AND installation.quantity > removed ORDER BY installation.id`,
    build
  )
}

/** What came last on a line of a build, the oldest of these first. */
export function lastInstallationsOn(
  db: ReadableDb,
  build: BuildId,
  line: RunLineId,
  most: number
): readonly Installation[] {
  return all<Installation>(
    db,
    `${SELECT_INSTALLATION} WHERE build_id = ? AND run_line_id = ? AND installation.quantity > removed
     ORDER BY installation.id DESC LIMIT ?`,
    build,
    line,
    most
  ).toReversed()
}

/** What went in last; of what is completed, since then: the rest is taken out with a reason, and never undone. */
export function lastInstallationIn(db: ReadableDb, build: BuildId): Installation | undefined {
  return one<Installation>(
    db,
    `${SELECT_INSTALLATION} WHERE build_id = ? AND installation.quantity > removed
       AND installation.seq > (SELECT coalesce(completed_seq, 0) FROM build WHERE id = build_id)
     ORDER BY installation.id DESC LIMIT 1`,
    build
  )
}

/** How many installations each line of a build has. Lines that have none are not among them. */
export function installationsOnLines(db: ReadableDb, build: BuildId): ReadonlyMap<RunLineId, number> {
  const rows = all<{ line: RunLineId; n: number }>(
    db,
    `SELECT run_line_id AS line, count(*) AS n FROM installation
     WHERE build_id = ? AND quantity > removed GROUP BY run_line_id`,
    build
  )
  return new Map(rows.map(({ line, n }) => [line, n]))
}

/** How much each line of a build has. Lines that have nothing are not among them. */
export function installedOnLines(db: ReadableDb, build: BuildId): ReadonlyMap<RunLineId, Quantity> {
  const rows = all<{ line: RunLineId; quantity: Quantity }>(
    db,
    `SELECT run_line_id AS line, sum(quantity - removed) AS quantity FROM installation WHERE build_id = ? GROUP BY run_line_id`,
    build
  )
  return new Map(rows.map(({ line, quantity }) => [line, quantity]))
}

/** What something is installed in, and by whom. */
export interface InstalledIn {
  readonly installation: InstallationId
  readonly build: BuildId
  readonly quantity: Quantity
  readonly run: string
  /** The parent: its part, and its serial or lot where it has one. */
  readonly partNumber: string
  readonly serial: string | null
  readonly lot: string | null
  /** The parent's row; null while it is a lot or a count that is not completed. */
  readonly row: RowId | null
  readonly at: Instant
  readonly operator: string
}

/** Where what a row held is installed now, the newest first: one place at most for a unit, maybe many for a lot. */
export function installedIn(db: ReadableDb, row: RowId): readonly InstalledIn[] {
  return all<InstalledIn>(
    db,
    `SELECT installation.id AS installation, build.id AS build, installation.quantity - removed AS quantity, run_no AS run,
       part_number AS partNumber, parent.serial, lot.lot, build.row_id AS "row", at, operator
     FROM installation
       JOIN event USING (seq)
       JOIN build ON build.id = build_id
       JOIN run ON run.id = run_id
       JOIN part ON part.id = build.part_id
       LEFT JOIN inventory_row AS parent ON parent.id = build.row_id
       LEFT JOIN lot ON lot.id = build.lot_id
     WHERE installation.row_id = ? AND installation.quantity > removed ORDER BY installation.id DESC`,
    row
  )
}

export interface InstallationRecord {
  readonly build: BuildId
  readonly line: RunLineId
  readonly row: RowId
  readonly child: BuildId | null
  readonly quantity: Quantity
}

export function insertInstallation(db: WritableDb, seq: EventSeq, record: InstallationRecord): InstallationId {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO installation (seq, build_id, run_line_id, row_id, child_id, quantity) VALUES (?, ?, ?, ?, ?, ?)'
  ).run(seq, record.build, record.line, record.row, record.child, record.quantity)
  return Number(lastInsertRowid) as InstallationId
}

/** Counts what was taken out again. */
export function countRemoved(db: WritableDb, id: InstallationId, quantity: Quantity): void {
  statement(db, 'UPDATE installation SET removed = removed + ? WHERE id = ?').run(quantity, id)
}

/**
 * Hands what is installed, or so much of it, on to another build of the same part: where a lot or a count is completed
 * in parts, what was installed for the rest goes with the rest. No stock moves.
 */
export function handOn(db: WritableDb, id: InstallationId, to: BuildId, quantity: Quantity): void {
  const { changes } = statement(
    db,
    'UPDATE installation SET build_id = ? WHERE id = ? AND removed = 0 AND quantity = ?'
  ).run(to, id, quantity)
  if (changes === 1) return
  statement(
    db,
    `INSERT INTO installation (seq, build_id, run_line_id, row_id, child_id, quantity)
     SELECT seq, ?, run_line_id, row_id, child_id, ? FROM installation WHERE id = ?`
  ).run(to, quantity, id)
  statement(db, 'UPDATE installation SET quantity = quantity - ? WHERE id = ?').run(quantity, id)
}
