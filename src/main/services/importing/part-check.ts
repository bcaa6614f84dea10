import { partTexts, type ImportedPart } from '../../../core/importing/parts.ts'
import type { ParsedRow, RowProblem } from '../../../core/importing/table.ts'
import { withUnit } from '../../../core/quantity.ts'
import { rowsAgainstSwitch } from '../../../core/tracking/switch-tracking.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rowsOfPart, type InventoryRow } from '../../store/inventory.ts'
import type { OrderLine } from '../../store/order.ts'
import { IN_HAND, lineInHand } from './line-in-hand.ts'
import { changesBetween } from './plan.ts'
import type { PartStore, StoredPart } from './stored-part.ts'

/** A refusal names so many rows; the inventory has them all. */
const NAMED_ROWS = 50

/** What the store has against parts as a file describes them: what stands in stock cannot be described anew. */
export function partProblems(
  db: ReadableDb,
  rows: readonly ParsedRow<ImportedPart>[],
  store: PartStore
): readonly RowProblem[] {
  const inFile = new Set(rows.map(({ item }) => keyOf(item)))
  const checked = new Set<string>()
  const problems: RowProblem[] = [...inHandProblems(rows, store, lineInHand(db))]
  for (const { line, item } of rows) {
    const stored = store.part(item.partNumber)
    if (!stored || checked.has(item.partNumber)) continue
    checked.add(item.partNumber)
    const refuse = (column: string, value: string, reason: string) => problems.push({ line, column, value, reason })
    if (item.tracking !== stored.shared.tracking) {
      const reason = switchRefusal(db, stored, inFile)
      if (reason !== undefined) refuse('tracking', item.tracking, reason)
    }
    if (item.unit !== stored.shared.unit && rowsOfPart(db, stored.id).length > 0) {
      const reason = `stock of ${item.partNumber} is kept in ${stored.shared.unit}: its quantities would come to mean something else`
      refuse('unit', item.unit, reason)
    }
  }
  return problems
}

/** The first row of each part that is to be tracked in another way, as what it lacks: a lead's word. */
export function trackingSwitches(rows: readonly ParsedRow<ImportedPart>[], store: PartStore): readonly RowProblem[] {
  const checked = new Set<string>()
  return rows.flatMap(({ line, item }) => {
    const stored = store.part(item.partNumber)
    if (!stored || checked.has(item.partNumber) || item.tracking === stored.shared.tracking) return []
    checked.add(item.partNumber)
    const reason = `${item.partNumber} is tracked as ${stored.shared.tracking} until now, and another way takes a lead’s badge: give it with --badge`
    return [{ line, column: 'tracking', value: item.tracking, reason }]
  })
}

/** How the part of the line that is being captured gets its identities. */
const DECIDES_CAPTURE = ['tracking', 'serial_source', 'lot_source']

function inHandProblems(
  rows: readonly ParsedRow<ImportedPart>[],
  store: PartStore,
  inHand: OrderLine | undefined
): readonly RowProblem[] {
  if (!inHand) return []
  return rows.flatMap(({ line, item }) => {
    const stored = store.revision(item.partNumber, item.revision)
    if (!stored || store.part(item.partNumber)?.id !== inHand.partId || item.revision !== inHand.revision) return []
    const changes = changesBetween(partTexts(stored), partTexts(item))
    return DECIDES_CAPTURE.flatMap((column) => {
      const change = changes[column]
      return change ? [{ line, column, value: change.to, reason: IN_HAND }] : []
    })
  })
}

function switchRefusal(db: ReadableDb, stored: StoredPart, inFile: ReadonlySet<string>): string | undefined {
  const { tracking, partNumber } = stored.shared
  const against = rowsAgainstSwitch(tracking, rowsOfPart(db, stored.id))
  if (against.length > 0) {
    const named = against.slice(0, NAMED_ROWS).map(describeRow).join(', ')
    const more = against.length > NAMED_ROWS ? ` and ${against.length - NAMED_ROWS} more` : ''
    const what = tracking === 'serial' ? 'units with serials' : 'lots'
    return `${partNumber} is tracked by ${tracking}, and its ${what} are still there: ${named}${more}`
  }
  const missing = stored.revisions.filter((part) => !inFile.has(keyOf(part))).map(({ revision }) => revision)
  if (missing.length === 0) return undefined
  return `a new tracking type is for all revisions of ${partNumber}, and the file leaves out ${missing.map((each) => each || '(none)').join(', ')}`
}

function describeRow(row: InventoryRow): string {
  if (row.serial !== null) return `${row.serial} at ${row.location}`
  return `${withUnit(row.quantity, row)} of ${row.lot ?? 'untracked stock'} at ${row.location}`
}

function keyOf({ partNumber, revision }: Pick<ImportedPart, 'partNumber' | 'revision'>): string {
  return `${partNumber}\n${revision}`
}
