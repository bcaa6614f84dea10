import { meetingPatterns, type OwnedPattern } from '../../../core/importing/meeting-patterns.ts'
import type { ImportedPart } from '../../../core/importing/parts.ts'
import type { ParsedRow, RowProblem } from '../../../core/importing/table.ts'
import type { ReadableDb } from '../../store/database.ts'
import { serialPatterns } from '../../store/part.ts'
import type { PartStore } from './stored-part.ts'

/**
 * Patterns that could make each other's numbers. Serials are unique over all parts, lots within their part; what is
 * in use and stays as it is, is not tried again.
 */
export function patternProblems(
  db: ReadableDb,
  rows: readonly ParsedRow<ImportedPart>[],
  store: PartStore
): readonly RowProblem[] {
  return [...serialProblems(db, rows, store), ...lotProblems(rows, store)]
}

function serialProblems(
  db: ReadableDb,
  rows: readonly ParsedRow<ImportedPart>[],
  store: PartStore
): readonly RowProblem[] {
  const fresh = rows.filter(
    ({ item }) =>
      item.serialPattern !== null &&
      item.serialPattern !== store.revision(item.partNumber, item.revision)?.serialPattern
  )
  if (fresh.length === 0) return []
  const inFile = new Map(rows.map(({ item }) => [keyOf(item), item.serialPattern]))
  const inUse = serialPatterns(db)
    .filter((each) => (inFile.has(keyOf(each)) ? inFile.get(keyOf(each)) === each.pattern : true))
    .map((each): OwnedPattern => ({ ...each, line: null }))
  return meetingPatterns('serial_pattern', [...inUse, ...fresh.flatMap((row) => owned(row, row.item.serialPattern))])
}

function lotProblems(rows: readonly ParsedRow<ImportedPart>[], store: PartStore): readonly RowProblem[] {
  const ofPart = new Map<string, OwnedPattern[]>()
  for (const row of rows) {
    const { partNumber, lotPattern } = row.item
    if (lotPattern === null || lotPattern === store.part(partNumber)?.shared.lotPattern) continue
    ofPart.set(partNumber, [...(ofPart.get(partNumber) ?? []), ...owned(row, lotPattern)])
  }
  return [...ofPart.values()].flatMap((patterns) => meetingPatterns('lot_pattern', patterns))
}

function owned({ line, item }: ParsedRow<ImportedPart>, pattern: string | null): readonly OwnedPattern[] {
  return pattern === null ? [] : [{ partNumber: item.partNumber, revision: item.revision, pattern, line }]
}

function keyOf({ partNumber, revision }: { readonly partNumber: string; readonly revision: string }): string {
  return `${partNumber}\n${revision}`
}
