import { assertNever } from '../../core/assert.ts'
import type { Json } from '../../core/event.ts'
import { BOM_COLUMNS, bomLineTexts } from '../../core/importing/boms.ts'
import { RUN_COLUMNS, runTexts } from '../../core/importing/runs.ts'
import { writeTable } from '../files/write-table.ts'
import { eachBomLine } from '../store/bom.ts'
import { snapshot, type ReadableDb } from '../store/database.ts'
import { eachEvent } from '../store/event.ts'
import { allRuns } from '../store/run.ts'
import { ANY_SCAN } from '../store/scan-search.ts'
import { SCAN_KEYS, scansOutside } from './journal/outside.ts'
import { inventoryOutside, labelsOutside, receiptsOutside } from './outside-rows.ts'

/** What a file can take out. */
export type ExportKind = 'receipts' | 'inventory' | 'labels' | 'events' | 'boms' | 'runs' | 'scans'

export const EXPORT_KINDS: readonly ExportKind[] = [
  'receipts',
  'inventory',
  'labels',
  'events',
  'boms',
  'runs',
  'scans'
]

const COLUMNS: Readonly<Record<ExportKind, readonly string[]>> = {
  receipts: [
    'receipt',
    'order',
    'line',
    'part_number',
    'quantity',
    'serials',
    'lot',
    'location',
    'operator',
    'station',
    'at'
  ],
  inventory: [
    'part_number',
    'revision',
    'tracking',
    'serial',
    'lot',
    'supplier_lot',
    'location',
    'quantity',
    'unit',
    'status',
    'expiry'
  ],
  labels: ['label', 'copy', 'kind', 'part_number', 'serial', 'lot', 'printer', 'state', 'evidence', 'at'],
  events: ['seq', 'at', 'event', 'operator', 'station', 'subjects', 'data', 'previous_hash', 'hash'],
  // Those of an import: what is exported can be changed elsewhere and taken over again.
  boms: BOM_COLUMNS,
  runs: RUN_COLUMNS,
  scans: SCAN_KEYS
}

/**
 * Writes rows as they stand at one moment to a .csv, .json or .jsonl file, in the keys of the command line.
 *
 * Events come one at a time, however long the history is. Throws `StationError` (`usage`, `file-unwritable`,
 * `disk-full`).
 *
 * @returns how many rows were written
 */
export function exportRows(db: ReadableDb, kind: ExportKind, file: string): number {
  return snapshot(db, () => writeTable(file, COLUMNS[kind], ['quantity'], rowsOf(db, kind)))
}

function* rowsOf(db: ReadableDb, kind: ExportKind): Generator<Readonly<Record<string, Json>>> {
  switch (kind) {
    case 'receipts':
      for (const row of receiptsOutside(db, null)) yield { ...row }
      return
    case 'inventory':
      for (const row of inventoryOutside(db, { part: null, location: null })) yield { ...row }
      return
    case 'labels':
      for (const row of labelsOutside(db, null)) yield { ...row }
      return
    case 'events':
      yield* eventRows(db)
      return
    case 'boms':
      for (const line of eachBomLine(db)) {
        const substitutes = line.substitutes.map(({ partNumber }) => partNumber)
        yield absentAsNull(bomLineTexts({ ...line, substitutes }))
      }
      return
    case 'runs':
      for (const run of allRuns(db)) yield absentAsNull(runTexts(run))
      return
    case 'scans':
      yield* scansOutside(db, ANY_SCAN)
      return
    default:
      assertNever(kind)
  }
}

function absentAsNull(texts: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, text === '' ? null : text]))
}

/** Events with all that their hashes cover, so that the chain can be recomputed elsewhere. */
function* eventRows(db: ReadableDb): Generator<Readonly<Record<string, Json>>> {
  for (const event of eachEvent(db)) {
    yield {
      seq: event.seq,
      at: event.at,
      event: event.kind,
      operator: event.operator,
      station: event.station,
      subjects: event.subjects.map(({ kind, id }) => ({ kind, id })),
      data: event.data,
      previous_hash: event.previousHash,
      hash: event.hash
    }
  }
}
