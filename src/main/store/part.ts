import type { PartId } from '../../core/ids.ts'
import type { LotSource, Part, SerialSource } from '../../core/part.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

interface PartRow {
  readonly id: number
  readonly part_number: string
  readonly tracking: string
  readonly unit: string
  readonly gtin: string | null
  readonly lot_source: string | null
  readonly lot_pattern: string | null
  readonly shelf_life_days: number | null
  readonly inspection: number
  readonly revision: string
  readonly description: string
  readonly serial_source: string | null
  readonly serial_pattern: string | null
  readonly serial_mask: string | null
}

const SELECT_PART = 'SELECT part.*, part_revision.* FROM part JOIN part_revision ON part_revision.part_id = part.id'

/** A part at a revision. */
export function findPart(db: ReadableDb, partNumber: string, revision: string): Part | undefined {
  return mapped(one<PartRow>(db, `${SELECT_PART} WHERE part_number = ? AND revision = ?`, partNumber, revision))
}

export function partAt(db: ReadableDb, id: PartId, revision: string): Part | undefined {
  return mapped(one<PartRow>(db, `${SELECT_PART} WHERE part.id = ? AND revision = ?`, id, revision))
}

export function partNumberAt(db: ReadableDb, id: PartId): string {
  const row = one<{ part_number: string }>(db, 'SELECT part_number FROM part WHERE id = ?', id)
  if (!row) throw new Error(`There is no part ${id}`)
  return row.part_number
}

export function trackingOf(db: ReadableDb, id: PartId): TrackingType | undefined {
  return one<{ tracking: TrackingType }>(db, 'SELECT tracking FROM part WHERE id = ?', id)?.tracking
}

/** All revisions of a part number, in the order of their names. */
export function revisionsOf(db: ReadableDb, partNumber: string): readonly Part[] {
  return all<PartRow>(db, `${SELECT_PART} WHERE part_number = ? ORDER BY revision`, partNumber).map(partOf)
}

export interface PartSummary {
  readonly partNumber: string
  /** A JSON array of the names of its revisions, in their order. */
  readonly revisions: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly serialSource: SerialSource | null
  readonly lotSource: LotSource | null
}

const PART_MATCHES = `@search = '' OR instr(lower(part_number), lower(@search)) > 0
  OR EXISTS (SELECT 1 FROM part_revision WHERE part_id = part.id AND instr(lower(description), lower(@search)) > 0)`

/** A page of the parts whose number or description holds the text, by their numbers. */
export function searchParts(db: ReadableDb, search: string, offset: number, limit: number): readonly PartSummary[] {
  return all<PartSummary>(
    db,
    `SELECT part_number AS partNumber, tracking, unit, lot_source AS lotSource, max(description) AS description,
       max(serial_source) AS serialSource, json_group_array(revision ORDER BY revision) AS revisions
     FROM part JOIN part_revision ON part_id = part.id
     WHERE part.id IN (SELECT id FROM part WHERE ${PART_MATCHES} ORDER BY part_number LIMIT @limit OFFSET @offset)
     GROUP BY part.id ORDER BY part_number`,
    { search, limit, offset }
  )
}

export function countParts(db: ReadableDb, search: string): number {
  return one<{ n: number }>(db, `SELECT count(*) AS n FROM part WHERE ${PART_MATCHES}`, { search })?.n ?? 0
}

/**
 * The parts that a text names: our part number, a supplier's part number, or a GTIN in any of its lengths.
 *
 * @param gtin14 the text as a GTIN of 14 digits, when it is one
 */
export function partsNamed(db: ReadableDb, text: string, gtin14: string | null): readonly PartId[] {
  return all<{ id: number }>(
    db,
    `SELECT id FROM part WHERE part_number = @text
     UNION SELECT part_id FROM supplier_part_number WHERE supplier_part_number = @text
     UNION SELECT id FROM part WHERE gtin = @gtin14`,
    { text, gtin14 }
  ).map(({ id }) => id as PartId)
}

export interface SerialPattern {
  readonly partNumber: string
  readonly revision: string
  readonly pattern: string
}

/** The patterns of all generated serials. */
export function serialPatterns(db: ReadableDb): readonly SerialPattern[] {
  return all<SerialPattern>(
    db,
    `SELECT part_number AS partNumber, revision, serial_pattern AS pattern
     FROM part JOIN part_revision ON part_revision.part_id = part.id
     WHERE serial_pattern IS NOT NULL ORDER BY part_number, revision`
  )
}

/** The patterns of all own lots, each once. */
export function lotPatterns(db: ReadableDb): readonly Omit<SerialPattern, 'revision'>[] {
  return all<Omit<SerialPattern, 'revision'>>(
    db,
    'SELECT part_number AS partNumber, lot_pattern AS pattern FROM part WHERE lot_pattern IS NOT NULL ORDER BY part_number'
  )
}

export function putSerialPattern(db: WritableDb, part: PartId, revision: string, pattern: string): void {
  statement(db, 'UPDATE part_revision SET serial_pattern = ? WHERE part_id = ? AND revision = ?').run(
    pattern,
    part,
    revision
  )
}

/** @param pattern null where lots come from the supplier alone */
export function putLotPattern(db: WritableDb, part: PartId, pattern: string | null): void {
  statement(db, 'UPDATE part SET lot_pattern = ? WHERE id = ?').run(pattern, part)
}

export interface PartRecord {
  readonly partNumber: string
  readonly tracking: TrackingType
  readonly unit: string
  /** 14 digits, so that every length of the same number meets. */
  readonly gtin14: string | null
  readonly lotSource: LotSource | null
  readonly lotPattern: string | null
  readonly shelfLifeDays: number | null
  readonly inspection: boolean
  readonly revision: string
  readonly description: string
  readonly serialSource: SerialSource | null
  readonly serialPattern: string | null
  readonly serialMask: string | null
  readonly supplierPartNumbers: readonly string[]
}

/** Writes a part at a revision, over the master data that is there. Stock and history do not hang on these columns. */
export function putPart(db: WritableDb, part: PartRecord): PartId {
  const row = one<{ id: number }>(
    db,
    `INSERT INTO part (part_number, tracking, unit, gtin, lot_source, lot_pattern, shelf_life_days, inspection)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (part_number) DO UPDATE SET tracking = excluded.tracking, unit = excluded.unit, gtin = excluded.gtin,
       lot_source = excluded.lot_source, lot_pattern = excluded.lot_pattern,
       shelf_life_days = excluded.shelf_life_days, inspection = excluded.inspection
     RETURNING id`,
    part.partNumber,
    part.tracking,
    part.unit,
    part.gtin14,
    part.lotSource,
    part.lotPattern,
    part.shelfLifeDays,
    part.inspection ? 1 : 0
  )
  if (!row) throw new Error('an upserted part has an id')
  statement(
    db,
    `INSERT INTO part_revision (part_id, revision, description, serial_source, serial_pattern, serial_mask)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (part_id, revision) DO UPDATE SET description = excluded.description,
       serial_source = excluded.serial_source, serial_pattern = excluded.serial_pattern,
       serial_mask = excluded.serial_mask`
  ).run(row.id, part.revision, part.description, part.serialSource, part.serialPattern, part.serialMask)
  statement(db, 'DELETE FROM supplier_part_number WHERE part_id = ?').run(row.id)
  for (const number of part.supplierPartNumbers) {
    statement(db, 'INSERT INTO supplier_part_number (supplier_part_number, part_id) VALUES (?, ?)').run(number, row.id)
  }
  return row.id as PartId
}

/** Sets how a part is tracked, and does away with where the numbers of another type came from. */
export function putTracking(
  db: WritableDb,
  part: PartId,
  tracking: TrackingType,
  sources: { readonly serialSource: SerialSource | null; readonly lotSource: LotSource | null }
): void {
  statement(db, 'UPDATE part SET tracking = ?, lot_source = ?, lot_pattern = NULL WHERE id = ?').run(
    tracking,
    sources.lotSource,
    part
  )
  statement(
    db,
    'UPDATE part_revision SET serial_source = ?, serial_pattern = NULL, serial_mask = NULL WHERE part_id = ?'
  ).run(sources.serialSource, part)
}

export function supplierPartNumbersOf(db: ReadableDb, part: PartId): readonly string[] {
  return all<{ supplier_part_number: string }>(
    db,
    'SELECT supplier_part_number FROM supplier_part_number WHERE part_id = ? ORDER BY supplier_part_number',
    part
  ).map((row) => row.supplier_part_number)
}

function mapped(row: PartRow | undefined): Part | undefined {
  return row && partOf(row)
}

function partOf(row: PartRow): Part {
  return {
    id: row.id as PartId,
    partNumber: row.part_number,
    tracking: row.tracking as TrackingType,
    unit: row.unit,
    gtin: row.gtin,
    lotSource: row.lot_source as LotSource | null,
    lotPattern: row.lot_pattern,
    shelfLifeDays: row.shelf_life_days,
    inspection: row.inspection === 1,
    revision: row.revision,
    description: row.description,
    serialSource: row.serial_source as SerialSource | null,
    serialPattern: row.serial_pattern,
    serialMask: row.serial_mask
  }
}
