import type { BomUse } from '../../core/assembly/bom.ts'
import type { BomLineId, PartId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** One line of what a part at a revision is made of. */
export interface BomLine {
  readonly id: BomLineId
  readonly partId: PartId
  readonly revision: string
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
  readonly substitutes: readonly Substitute[]
}

/** A part that may take the component's place. */
export interface Substitute {
  readonly partId: PartId
  readonly partNumber: string
}

interface LineRow extends Omit<BomLine, 'madeOnAssembly' | 'substitutes'> {
  readonly madeOnAssembly: number
  /** A JSON array of `[id, number]`. */
  readonly substitutes: string
}

// Of the revisions that will do, the description of the last is shown.
const SELECT_LINE = `SELECT bom_line.id, bom_line.part_id AS partId, bom_line.revision, component_id AS componentId,
    component.part_number AS component, component.tracking, component.unit, component_revision AS componentRevision,
    bom_line.quantity, made_on_assembly AS madeOnAssembly,
    (SELECT description FROM part_revision WHERE part_id = component_id
       AND revision = coalesce(component_revision, revision) ORDER BY revision DESC LIMIT 1) AS description,
    (SELECT json_group_array(json_array(part.id, part_number) ORDER BY part_number)
       FROM bom_substitute JOIN part ON part.id = part_id WHERE bom_line_id = bom_line.id) AS substitutes
  FROM bom_line JOIN part AS component ON component.id = component_id`

/** The bill of a part at a revision, in the order in which its lines came. */
export function bomLinesOf(db: ReadableDb, part: PartId, revision: string): readonly BomLine[] {
  const sql = `${SELECT_LINE} WHERE bom_line.part_id = ? AND bom_line.revision = ? ORDER BY bom_line.id`
  return all<LineRow>(db, sql, part, revision).map(lineOf)
}

export function findBomLine(db: ReadableDb, part: PartId, revision: string, component: PartId): BomLine | undefined {
  const sql = `${SELECT_LINE} WHERE bom_line.part_id = ? AND bom_line.revision = ? AND component_id = ?`
  const row = one<LineRow>(db, sql, part, revision, component)
  return row && lineOf(row)
}

export interface BomRecord {
  readonly partId: PartId
  readonly revision: string
  readonly componentId: PartId
  readonly componentRevision: string | null
  readonly quantity: Quantity
  readonly madeOnAssembly: boolean
  readonly substitutes: readonly PartId[]
}

/** Writes a line, over the one of the same component. Runs that have started keep their own copy. */
export function putBomLine(db: WritableDb, line: BomRecord): BomLineId {
  const row = one<{ id: number }>(
    db,
    `INSERT INTO bom_line (part_id, revision, component_id, component_revision, quantity, made_on_assembly)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (part_id, revision, component_id) DO UPDATE SET component_revision = excluded.component_revision,
       quantity = excluded.quantity, made_on_assembly = excluded.made_on_assembly
     RETURNING id`,
    line.partId,
    line.revision,
    line.componentId,
    line.componentRevision,
    line.quantity,
    line.madeOnAssembly ? 1 : 0
  )
  if (!row) throw new Error('an upserted line has an id')
  statement(db, 'DELETE FROM bom_substitute WHERE bom_line_id = ?').run(row.id)
  for (const substitute of line.substitutes) {
    statement(db, 'INSERT INTO bom_substitute (bom_line_id, part_id) VALUES (?, ?)').run(row.id, substitute)
  }
  return row.id as BomLineId
}

/** Takes a line off its bill, with its substitutes. */
export function removeBomLine(db: WritableDb, line: BomLineId): void {
  statement(db, 'DELETE FROM bom_line WHERE id = ?').run(line)
}

/** Where a part goes in: a line of another part's bill. */
export interface BomUseRow {
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly unit: string
  readonly component: string
  readonly componentRevision: string | null
  readonly quantity: Quantity
  /** 1 where the part may only take the component's place. */
  readonly isSubstitute: number
}

/** The lines that a part goes into, as their component or in its place, by the parts that they are of. */
export function whereUsed(db: ReadableDb, part: PartId, limit: number): readonly BomUseRow[] {
  return all<BomUseRow>(
    db,
    `SELECT parent.part_number AS partNumber, bom_line.revision, part_revision.description,
       component.part_number AS component, component.unit, component_revision AS componentRevision, quantity,
       component_id <> @part AS isSubstitute
     FROM bom_line
       JOIN part AS parent ON parent.id = bom_line.part_id
       JOIN part_revision ON part_revision.part_id = bom_line.part_id AND part_revision.revision = bom_line.revision
       JOIN part AS component ON component.id = component_id
     WHERE bom_line.id IN (SELECT id FROM bom_line WHERE component_id = @part
       UNION SELECT bom_line_id FROM bom_substitute WHERE part_id = @part)
     ORDER BY parent.part_number, bom_line.revision, bom_line.id LIMIT @limit`,
    { part, limit }
  )
}

export function countWhereUsed(db: ReadableDb, part: PartId): number {
  const sql = `SELECT count(*) AS n FROM (SELECT id FROM bom_line WHERE component_id = @part
    UNION SELECT bom_line_id FROM bom_substitute WHERE part_id = @part)`
  return one<{ n: number }>(db, sql, { part })?.n ?? 0
}

/** How many lines the bill has at each revision of a part that has one. */
export function bomSizesOf(db: ReadableDb, part: PartId): ReadonlyMap<string, number> {
  const sql = 'SELECT revision, count(*) AS n FROM bom_line WHERE part_id = ? GROUP BY revision'
  return new Map(all<{ revision: string; n: number }>(db, sql, part).map(({ revision, n }) => [revision, n]))
}

/** The numbers of the runs that go on by the bill as it was when they started, also for a child made inside them. */
export function startedRunsOf(db: ReadableDb, part: PartId, revision: string, limit: number): readonly string[] {
  return all<{ run: string }>(
    db,
    `SELECT run_no AS run FROM run
     WHERE started_seq IS NOT NULL AND completed_seq IS NULL
       AND (part_id = @part AND revision = @revision OR EXISTS (SELECT 1 FROM run_line
         WHERE run_id = run.id AND run_line.part_id = @part AND run_line.revision = @revision))
     ORDER BY run_no LIMIT @limit`,
    { part, revision, limit }
  ).map(({ run }) => run)
}

/** Every line of every bill, one at a time: by parent, in the order in which the lines came. */
export function* eachBomLine(db: ReadableDb): Generator<BomLine & { readonly partNumber: string }> {
  const sql = `SELECT parent.part_number AS partNumber, line.* FROM (${SELECT_LINE}) AS line
    JOIN part AS parent ON parent.id = line.partId ORDER BY parent.part_number, line.revision, line.id`
  const rows = statement(db, sql).iterate() as IterableIterator<LineRow & { readonly partNumber: string }>
  for (const row of rows) yield { ...lineOf(row), partNumber: row.partNumber }
}

interface UseRow {
  readonly part: string
  readonly revision: string
  readonly component: string
  readonly componentRevision: string | null
  readonly substitutes: string
}

const SELECT_USE = `SELECT parent.part_number AS part, bom_line.revision, component.part_number AS component,
    component_revision AS componentRevision,
    (SELECT json_group_array(part_number ORDER BY part_number)
       FROM bom_substitute JOIN part ON part.id = part_id WHERE bom_line_id = bom_line.id) AS substitutes
  FROM bom_line JOIN part AS parent ON parent.id = bom_line.part_id JOIN part AS component ON component.id = component_id`

/** Which parts go into which, over all bills. */
export function allBomUses(db: ReadableDb): readonly BomUse[] {
  return all<UseRow>(db, SELECT_USE).map(useOf)
}

/** Which parts go into a part, at each of its revisions. */
export function bomUsesOf(db: ReadableDb, partNumber: string): readonly BomUse[] {
  return all<UseRow>(db, `${SELECT_USE} WHERE parent.part_number = ?`, partNumber).map(useOf)
}

function lineOf(row: LineRow): BomLine {
  const substitutes = JSON.parse(row.substitutes) as readonly (readonly [PartId, string])[]
  return {
    ...row,
    madeOnAssembly: row.madeOnAssembly === 1,
    substitutes: substitutes.map(([partId, partNumber]) => ({ partId, partNumber }))
  }
}

function useOf({ part, revision, component, componentRevision, substitutes }: UseRow): BomUse {
  return {
    parent: { partNumber: part, revision },
    component,
    componentRevision,
    substitutes: JSON.parse(substitutes) as readonly string[]
  }
}
