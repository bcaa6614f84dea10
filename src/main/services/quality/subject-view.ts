import { parseGtin } from '../../../core/barcode/gtin.ts'
import type { RowId } from '../../../core/ids.ts'
import { statusOfSeveral } from '../../../core/inventory/status.ts'
import { formatQuantity, sum } from '../../../core/quantity.ts'
import { holdWords } from '../../../core/quality/hold.ts'
import { shown } from '../../../core/words.ts'
import type { SubjectsAnswer, SubjectView } from '../../../ipc/issue-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rowAt, rowsOfLot, unitWithSerial, untrackedStockOf, type InventoryRow } from '../../store/inventory.ts'
import { holdsOnLot, holdsOnRow } from '../../store/issue.ts'
import { lotAt, lotsNamed, type Lot } from '../../store/lot.ts'
import { partNumberAt, partsNamed, trackingOf } from '../../store/part.ts'
import { rowStatus } from '../inventory-view.ts'

/** What an issue can be attached to by a code: the unit, the lot or the untracked stock that it names, likeliest first. */
export function subjectsOfCode(db: ReadableDb, code: string, part: string | null): SubjectsAnswer {
  const unit = unitWithSerial(db, code)
  if (unit && (part === null || unit.partNumber === part)) return { kind: 'found', subjects: unitAndLot(db, unit) }
  const lots = lotsNamed(db, code).filter((lot) => part === null || partNumberAt(db, lot.partId) === part)
  if (lots.length > 0) return { kind: 'found', subjects: lots.map((lot) => lotSubject(db, lot)) }
  const parts = partsNamed(db, code, parseGtin(code) ?? null)
  const rows = parts.flatMap((id) => untrackedStockOf(db, id))
  if (rows.length > 0) return { kind: 'found', subjects: rows.map((row) => rowSubject(db, row)) }
  return { kind: 'unknown', message: whyNone(db, code, parts) }
}

export function subjectOfRow(db: ReadableDb, id: RowId): SubjectsAnswer {
  const row = rowAt(db, id)
  if (!row) return { kind: 'unknown', message: 'This row is not in the inventory. Look it up again.' }
  if (row.tracking === 'untracked') return { kind: 'found', subjects: [rowSubject(db, row)] }
  if (row.tracking === 'serial') return { kind: 'found', subjects: unitAndLot(db, row) }
  const lot = row.lotId === null ? undefined : lotAt(db, row.lotId)
  return { kind: 'found', subjects: lot ? [lotSubject(db, lot)] : [] }
}

/** A unit, and the lot that it came from: what is wrong with one unit may be wrong with all of them. */
function unitAndLot(db: ReadableDb, unit: InventoryRow): readonly SubjectView[] {
  const lot = unit.lotId === null ? undefined : lotAt(db, unit.lotId)
  return [rowSubject(db, unit), ...(lot ? [lotSubject(db, lot)] : [])]
}

function rowSubject(db: ReadableDb, row: InventoryRow): SubjectView {
  const isUnit = row.tracking === 'serial'
  return {
    kind: isUnit ? 'unit' : 'row',
    row: row.id,
    lot: null,
    partNumber: row.partNumber,
    code: row.serial ?? row.partNumber,
    description: row.description,
    words: isUnit ? `at ${row.location}` : quantityAt(row),
    status: rowStatus(row),
    held: holdWords(holdsOnRow(db, row.id))
  }
}

function lotSubject(db: ReadableDb, lot: Lot): SubjectView {
  const rows = rowsOfLot(db, lot.id)
  const stocked = rows.filter(({ quantity }) => quantity > 0)
  const [first] = rows
  const places = [...new Set(stocked.map(({ location }) => location))]
  return {
    kind: 'lot',
    row: null,
    lot: lot.id,
    partNumber: partNumberAt(db, lot.partId),
    code: lot.lot,
    description: first?.description ?? '',
    words:
      places.length === 0
        ? 'nothing of it is in stock'
        : `${formatQuantity(sum(stocked.map(({ quantity }) => quantity)))} ${first?.unit ?? ''} at ${places.join(', ')}`,
    status: statusOfSeveral(rows.map(rowStatus)) ?? '',
    held: holdWords(holdsOnLot(db, lot.id))
  }
}

function quantityAt({ quantity, unit, location, revision }: InventoryRow): string {
  return `${formatQuantity(quantity)} ${unit} at ${location}${revision === '' ? '' : `, revision ${revision}`}`
}

function whyNone(db: ReadableDb, code: string, parts: ReturnType<typeof partsNamed>): string {
  const [part] = parts
  if (part === undefined) {
    return `${shown(code)} is no serial, lot or part of this station. Scan the label of the unit or the lot, or type its number.`
  }
  switch (trackingOf(db, part)) {
    case 'serial':
      return `Each ${shown(code)} has a serial. Scan the unit that has the issue.`
    case 'lot':
      return `${shown(code)} is tracked by lot. Scan the lot that has the issue.`
    default:
      return `There is no ${shown(code)} in stock, so there is nothing to attach an issue to.`
  }
}
