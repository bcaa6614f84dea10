import type { PartId, RunId, RunLineId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** One line of the bill that a run builds by, as it was copied when the run started. */
export interface RunLine {
  readonly id: RunLineId
  readonly runId: RunId
  readonly componentId: PartId
  readonly component: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  /** What one of the parent takes. */
  readonly quantity: Quantity
  readonly madeOnAssembly: boolean
  /** The revision that a child is made at; null where none is made. */
  readonly childRevision: string | null
  readonly substitutes: readonly { readonly partId: PartId; readonly partNumber: string }[]
}

interface LineRow extends Omit<RunLine, 'madeOnAssembly' | 'substitutes'> {
  readonly madeOnAssembly: number
  /** A JSON array of `[id, number]`. */
  readonly substitutes: string
}

const SELECT_LINE = `SELECT run_line.id, run_id AS runId, component_id AS componentId, component.part_number AS component,
    component.tracking, component.unit, component_revision AS componentRevision, run_line.quantity,
    made_on_assembly AS madeOnAssembly, child_revision AS childRevision,
    (SELECT description FROM part_revision WHERE part_id = component_id
       AND revision = coalesce(component_revision, child_revision, revision) ORDER BY revision DESC LIMIT 1) AS description,
    (SELECT json_group_array(json_array(part.id, part_number) ORDER BY part_number)
       FROM run_line_substitute JOIN part ON part.id = part_id WHERE run_line_id = run_line.id) AS substitutes
  FROM run_line JOIN part AS component ON component.id = component_id`

/** The bill of a part at a revision as a run copied it. */
export function runLinesOf(db: ReadableDb, run: RunId, part: PartId, revision: string): readonly RunLine[] {
  const sql = `${SELECT_LINE} WHERE run_id = ? AND run_line.part_id = ? AND run_line.revision = ? ORDER BY run_line.id`
  return all<LineRow>(db, sql, run, part, revision).map(lineOf)
}

export function runLineAt(db: ReadableDb, id: RunLineId): RunLine | undefined {
  const row = one<LineRow>(db, `${SELECT_LINE} WHERE run_line.id = ?`, id)
  return row && lineOf(row)
}

/** The component of a bill that is made on assembly and takes a part itself, or in the place of another. */
export function childTaking(
  db: ReadableDb,
  run: RunId,
  parent: PartId,
  revision: string,
  part: PartId
): string | undefined {
  return one<{ readonly component: string }>(
    db,
    `SELECT part.part_number AS component
     FROM run_line AS child JOIN part ON part.id = child.component_id
       JOIN run_line AS line
         ON line.run_id = child.run_id AND line.part_id = child.component_id AND line.revision = child.child_revision
     WHERE child.run_id = ? AND child.part_id = ? AND child.revision = ? AND child.made_on_assembly = 1
       AND ? IN (SELECT line.component_id UNION SELECT part_id FROM run_line_substitute WHERE run_line_id = line.id)
     ORDER BY child.id LIMIT 1`,
    run,
    parent,
    revision,
    part
  )?.component
}

/** The parts that are made inside a run, each at the revision that it is made at. */
export function childrenOfRun(
  db: ReadableDb,
  run: RunId
): readonly { readonly partId: PartId; readonly revision: string }[] {
  return all(
    db,
    `SELECT DISTINCT component_id AS partId, child_revision AS revision
     FROM run_line WHERE run_id = ? AND made_on_assembly = 1 ORDER BY partId, revision`,
    run
  )
}

export interface RunLineRecord {
  readonly run: RunId
  readonly part: PartId
  readonly revision: string
  readonly component: PartId
  readonly componentRevision: string | null
  readonly quantity: Quantity
  readonly childRevision: string | null
  readonly substitutes: readonly PartId[]
}

/** Copies a line of a bill into a run. It is made on assembly where it says at which revision. */
export function insertRunLine(db: WritableDb, line: RunLineRecord): RunLineId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO run_line
       (run_id, part_id, revision, component_id, component_revision, quantity, made_on_assembly, child_revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    line.run,
    line.part,
    line.revision,
    line.component,
    line.componentRevision,
    line.quantity,
    line.childRevision === null ? 0 : 1,
    line.childRevision
  )
  const id = Number(lastInsertRowid) as RunLineId
  for (const substitute of line.substitutes) {
    statement(db, 'INSERT INTO run_line_substitute (run_line_id, part_id) VALUES (?, ?)').run(id, substitute)
  }
  return id
}

function lineOf(row: LineRow): RunLine {
  const substitutes = JSON.parse(row.substitutes) as readonly (readonly [PartId, string])[]
  return {
    ...row,
    madeOnAssembly: row.madeOnAssembly === 1,
    substitutes: substitutes.map(([partId, partNumber]) => ({ partId, partNumber }))
  }
}
