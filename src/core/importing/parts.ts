import type { Part } from '../part.ts'
import { TRACKING_TYPES } from '../tracking/tracking-type.ts'
import type { Cells, StoredTexts } from './cells.ts'
import { readCode, readCodes, readGtin, readName, readOneOf, readText, readWhole, readYesNo } from './cell-readers.ts'
import { disagreements, parseTable, type TableRules } from './parse-table.ts'
import { readLotNumbering, readSerialNumbering } from './part-numbering.ts'
import { inLineOrder, type ParsedTable, type SourceTable } from './table.ts'

/** A part at one revision, as a file describes it. */
export interface ImportedPart extends Omit<Part, 'id' | 'gtin'> {
  /** 14 digits, whatever length the file has. */
  readonly gtin14: string | null
  readonly supplierPartNumbers: readonly string[]
}

const readTracking = readOneOf(TRACKING_TYPES)

const RULES: TableRules<ImportedPart> = {
  columns: [
    'part_number',
    'revision',
    'description',
    'tracking',
    'unit',
    'serial_source',
    'serial_pattern',
    'serial_mask',
    'lot_source',
    'lot_pattern',
    'shelf_life_days',
    'inspection',
    'supplier_part_numbers',
    'gtin'
  ],
  required: ['part_number', 'tracking'],
  key: ['part_number', 'revision'],
  keyOf: ({ partNumber, revision }) => [partNumber, revision],
  read: readPart
}

/** Parts at their revisions. What hangs on the part number alone must be the same in each of its rows. */
export function parseParts(table: SourceTable, storedTexts?: StoredTexts): ParsedTable<ImportedPart> {
  const { rows, problems } = parseTable(table, RULES, storedTexts)
  const differing = disagreements(rows, 'part', ({ partNumber }) => partNumber, sharedPartTexts)
  return { rows, problems: inLineOrder([...problems, ...differing]) }
}

/** What hangs on the part number, as the file would write it. */
export function sharedPartTexts(part: ImportedPart): Readonly<Record<string, string>> {
  return {
    tracking: part.tracking,
    unit: part.unit,
    lot_source: part.lotSource ?? '',
    lot_pattern: part.lotPattern ?? '',
    shelf_life_days: part.shelfLifeDays === null ? '' : String(part.shelfLifeDays),
    inspection: part.inspection ? 'yes' : 'no',
    supplier_part_numbers: part.supplierPartNumbers.join(';'),
    gtin: part.gtin14 ?? ''
  }
}

/** What hangs on the revision, as the file would write it. */
export function revisionTexts(part: ImportedPart): Readonly<Record<string, string>> {
  return {
    description: part.description,
    serial_source: part.serialSource ?? '',
    serial_pattern: part.serialPattern ?? '',
    serial_mask: part.serialMask ?? ''
  }
}

/** A part at a revision as the file would write it, but for its number and revision. */
export function partTexts(part: ImportedPart): Readonly<Record<string, string>> {
  return { ...sharedPartTexts(part), ...revisionTexts(part) }
}

function readPart(cells: Cells): ImportedPart | undefined {
  const partNumber = cells.required('part_number', readCode)
  const revision = cells.optional('revision', readCode) ?? ''
  const tracking = cells.required('tracking', readTracking)
  const part = { partNumber, revision, tracking }
  const description = cells.optional('description', readText)
  const unit = cells.optional('unit', readName)
  const inspection = cells.optional('inspection', readYesNo)
  const supplierPartNumbers = cells.optional('supplier_part_numbers', readCodes)
  return cells.item<ImportedPart>({
    ...part,
    description: description ?? '',
    unit: unit ?? 'pcs',
    ...readSerialNumbering(cells, part),
    ...readLotNumbering(cells, part),
    shelfLifeDays: cells.optional('shelf_life_days', readWhole),
    inspection: inspection ?? false,
    supplierPartNumbers: supplierPartNumbers ?? [],
    gtin14: cells.optional('gtin', readGtin)
  })
}
