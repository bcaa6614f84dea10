import type { BuildId, LotId, PartId, RowId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { TrackingType } from '../../core/tracking/tracking-type.ts'
import type { ReadableDb } from './database.ts'
import { SELECT_ROW, type InventoryRow } from './inventory.ts'
import { all } from './statement.ts'

/** One thing that was or is being built, with what tells which thing it is. */
export interface BuildLink {
  readonly id: BuildId
  /** What it is being made inside of; null once it is completed, and for what a run itself builds. */
  readonly parent: BuildId | null
  /** Whether it was made inside a parent. */
  readonly isChild: 0 | 1
  readonly run: string
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly description: string
  readonly unit: string
  readonly tracking: TrackingType
  readonly row: RowId | null
  readonly lot: LotId | null
  readonly quantity: Quantity
  readonly isComplete: 0 | 1
}

/** So much of a row is in a build now, put in by its run. */
export interface InstalledLink {
  readonly build: BuildId
  readonly row: RowId
  /** The very build, where it is a child that was made inside. */
  readonly child: BuildId | null
  readonly quantity: Quantity
}

/**
 * From builds down through what is in them: rows, the builds that made those rows, and children made inside: while they
 * are made, and once they are installed. Each is met once (UNION), so the walk ends whatever the rows say.
 */
const BELOW = `WITH RECURSIVE met (kind, id) AS (
    SELECT 'build', value FROM json_each(@builds)
    UNION
    SELECT 'build', child.id FROM met CROSS JOIN build AS child ON met.kind = 'build' AND child.parent_id = met.id
      WHERE child.completed_seq IS NULL
    UNION
    SELECT 'build', child_id FROM met CROSS JOIN installation ON met.kind = 'build' AND build_id = met.id
      WHERE installation.quantity > removed AND child_id IS NOT NULL
    UNION
    SELECT 'row', row_id FROM met CROSS JOIN installation ON met.kind = 'build' AND build_id = met.id
      WHERE installation.quantity > removed
    UNION
    SELECT 'build', build.id FROM met CROSS JOIN build ON met.kind = 'row' AND build.row_id = met.id
      WHERE build.tracking = 'serial'
    UNION
    SELECT 'build', build.id FROM met CROSS JOIN inventory_row ON met.kind = 'row' AND inventory_row.id = met.id
      CROSS JOIN build ON build.lot_id = inventory_row.lot_id
      WHERE inventory_row.tracking = 'lot' AND build.tracking = 'lot'
  )`

/** From rows and builds up through what they are in. */
const ABOVE = `WITH RECURSIVE met (kind, id) AS (
    SELECT 'row', value FROM json_each(@rows)
    UNION
    SELECT 'build', value FROM json_each(@builds)
    UNION
    SELECT 'build', build_id FROM met CROSS JOIN installation ON met.kind = 'row' AND row_id = met.id
      WHERE installation.quantity > removed
    UNION
    SELECT 'build', build_id FROM met CROSS JOIN installation ON met.kind = 'build' AND child_id = met.id
      WHERE installation.quantity > removed
    UNION
    SELECT 'build', child.parent_id FROM met CROSS JOIN build AS child ON met.kind = 'build' AND child.id = met.id
      WHERE child.parent_id IS NOT NULL AND child.completed_seq IS NULL
    UNION
    SELECT 'row', build.row_id FROM met CROSS JOIN build ON met.kind = 'build' AND build.id = met.id
      WHERE build.tracking = 'serial'
    UNION
    SELECT 'build', build.id FROM met CROSS JOIN build ON met.kind = 'row' AND build.row_id = met.id
      WHERE build.tracking = 'serial' AND build.parent_id IS NOT NULL
    UNION
    SELECT 'row', inventory_row.id FROM met CROSS JOIN build ON met.kind = 'build' AND build.id = met.id
      CROSS JOIN inventory_row ON inventory_row.lot_id = build.lot_id
      WHERE build.tracking = 'lot' AND inventory_row.tracking = 'lot'
    UNION
    SELECT 'build', build.id FROM met CROSS JOIN inventory_row ON met.kind = 'row' AND inventory_row.id = met.id
      CROSS JOIN build ON build.lot_id = inventory_row.lot_id
      WHERE inventory_row.tracking = 'lot' AND build.tracking = 'lot' AND build.parent_id IS NOT NULL
  )`

/** What a walk met: keys of builds and of rows. */
export interface Met {
  readonly builds: readonly BuildId[]
  readonly rows: readonly RowId[]
}

/** Everything that is in some builds, however deep; the builds themselves too. */
export function metBelow(db: ReadableDb, builds: readonly BuildId[]): Met {
  if (builds.length === 0) return { builds: [], rows: [] }
  return metOf(all(db, `${BELOW} SELECT kind, id FROM met`, { builds: JSON.stringify(builds) }))
}

/** Everything that some rows or builds are in, however far up; they themselves too. */
export function metAbove(db: ReadableDb, rows: readonly RowId[], builds: readonly BuildId[]): Met {
  const seeds = { rows: JSON.stringify(rows), builds: JSON.stringify(builds) }
  return metOf(all(db, `${ABOVE} SELECT kind, id FROM met`, seeds))
}

function metOf(met: readonly { readonly kind: 'build' | 'row'; readonly id: number }[]): Met {
  return {
    builds: met.filter(({ kind }) => kind === 'build').map(({ id }) => id as BuildId),
    rows: met.filter(({ kind }) => kind === 'row').map(({ id }) => id as RowId)
  }
}

/** The builds that made a unit. */
export function buildsOfRow(db: ReadableDb, row: RowId): readonly BuildId[] {
  const sql = `SELECT id FROM build WHERE row_id = ? AND tracking = 'serial' ORDER BY id`
  return all<{ id: BuildId }>(db, sql, row).map(({ id }) => id)
}

/** The builds that made a lot. */
export function buildsOfLot(db: ReadableDb, lot: LotId): readonly BuildId[] {
  const sql = `SELECT id FROM build WHERE lot_id = ? AND tracking = 'lot' ORDER BY id`
  return all<{ id: BuildId }>(db, sql, lot).map(({ id }) => id)
}

export function buildLinks(db: ReadableDb, builds: readonly BuildId[]): readonly BuildLink[] {
  return all<BuildLink>(
    db,
    `SELECT child.id, CASE WHEN child.completed_seq IS NULL THEN child.parent_id END AS parent,
       child.parent_id IS NOT NULL AS isChild, run_no AS run, child.part_id AS partId,
       part_number AS partNumber, child.revision, description, unit, child.tracking, child.row_id AS "row",
       child.lot_id AS lot, child.quantity, child.completed_seq IS NOT NULL AS isComplete
     FROM json_each(?) AS wanted CROSS JOIN build AS child ON child.id = wanted.value
       JOIN run ON run.id = child.run_id JOIN part ON part.id = child.part_id
       JOIN part_revision ON part_revision.part_id = child.part_id AND part_revision.revision = child.revision
     ORDER BY child.id`,
    JSON.stringify(builds)
  )
}

/** What is in builds now. */
export function installedIn(db: ReadableDb, builds: readonly BuildId[]): readonly InstalledLink[] {
  return installedWhere(db, 'installation.build_id', builds)
}

/** Where rows are in now. */
export function installedFrom(db: ReadableDb, rows: readonly RowId[]): readonly InstalledLink[] {
  return installedWhere(db, 'installation.row_id', rows)
}

/** Where children that were made inside a parent are in now. */
export function childrenInstalled(db: ReadableDb, builds: readonly BuildId[]): readonly InstalledLink[] {
  return installedWhere(db, 'installation.child_id', builds)
}

function installedWhere(db: ReadableDb, column: string, ids: readonly number[]): readonly InstalledLink[] {
  return all<InstalledLink>(
    db,
    `SELECT build_id AS build, row_id AS "row", child_id AS child, sum(quantity - removed) AS quantity
     FROM json_each(?) AS wanted CROSS JOIN installation ON ${column} = wanted.value
     WHERE quantity > removed GROUP BY build_id, row_id, child_id ORDER BY min(installation.id)`,
    JSON.stringify(ids)
  )
}

/** Rows by their keys. */
export function rowsWithKeys(db: ReadableDb, rows: readonly RowId[]): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE inventory_row.id IN (SELECT value FROM json_each(?)) ORDER BY inventory_row.id`,
    JSON.stringify(rows)
  )
}

/** A lot with its part, wherever it lies, and though it may never have had a row. */
export interface LotFacts {
  readonly id: LotId
  readonly partNumber: string
  readonly lot: string
  readonly supplierLot: string | null
  readonly unit: string
}

export function lotsWithKeys(db: ReadableDb, lots: readonly LotId[]): readonly LotFacts[] {
  return all<LotFacts>(
    db,
    `SELECT lot.id, part_number AS partNumber, lot, supplier_lot AS supplierLot, unit
     FROM json_each(?) AS wanted CROSS JOIN lot ON lot.id = wanted.value JOIN part ON part.id = part_id`,
    JSON.stringify(lots)
  )
}

/** The rows that lots lie in. */
export function stockRowsOfLots(db: ReadableDb, lots: readonly LotId[]): readonly InventoryRow[] {
  return all<InventoryRow>(
    db,
    `${SELECT_ROW} WHERE lot_id IN (SELECT value FROM json_each(?)) AND inventory_row.tracking = 'lot'
     ORDER BY inventory_row.id`,
    JSON.stringify(lots)
  )
}
