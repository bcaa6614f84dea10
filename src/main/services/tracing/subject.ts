import type { Part } from '../../../core/part.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rowsOfLot, rowsOfPart, unitWithSerial, type InventoryRow } from '../../store/inventory.ts'
import { lotsNamed, type Lot } from '../../store/lot.ts'
import { partNumberAt, revisionsOf } from '../../store/part.ts'
import { hasMoreRows } from '../../store/part-uses.ts'

/** What is traced, with the rows of the inventory that it stands or stood in. */
export type Subject = UnitSubject | LotSubject | PartSubject

export interface UnitSubject {
  readonly kind: 'serial'
  readonly row: InventoryRow
}

export interface LotSubject {
  readonly kind: 'lot'
  readonly lot: Lot
  readonly partNumber: string
  /** The lot's own rows, and those of units that came from the lot. */
  readonly rows: readonly InventoryRow[]
}

export interface PartSubject {
  readonly kind: 'part'
  /** Its revisions, in the order of their names: at least one. */
  readonly part: Part
  readonly revisions: number
  /** Null where there are more than were asked for. */
  readonly rows: readonly InventoryRow[] | null
}

export type SubjectAnswer =
  | { readonly kind: 'found'; readonly subject: Subject }
  | { readonly kind: 'unknown' }
  /** The code is a lot of several parts: which one is meant must be said. */
  | { readonly kind: 'ambiguous'; readonly parts: readonly string[] }

/**
 * What a code stands for: a serial, a lot or a part number. A part narrows a lot that several parts have.
 *
 * @param mostRows of a part with more rows than this, none are read
 */
export function findSubject(db: ReadableDb, code: string, part: string | null, mostRows: number): SubjectAnswer {
  const unit = unitWithSerial(db, code)
  if (unit && (part === null || unit.partNumber === part)) return found({ kind: 'serial', row: unit })
  const lots = lotsNamed(db, code).filter((lot) => part === null || partNumberAt(db, lot.partId) === part)
  const [lot, another] = lots
  if (lot && another) {
    return { kind: 'ambiguous', parts: [...new Set(lots.map((each) => partNumberAt(db, each.partId)))] }
  }
  if (lot) {
    return found({ kind: 'lot', lot, partNumber: partNumberAt(db, lot.partId), rows: rowsOfLot(db, lot.id) })
  }
  if (part !== null && part !== code) return { kind: 'unknown' }
  const revisions = revisionsOf(db, code)
  const [first] = revisions
  if (!first) return { kind: 'unknown' }
  const rows = hasMoreRows(db, first.id, mostRows) ? null : rowsOfPart(db, first.id)
  return found({ kind: 'part', part: first, revisions: revisions.length, rows })
}

function found(subject: Subject): SubjectAnswer {
  return { kind: 'found', subject }
}
