import type { Day } from '../../core/clock.ts'
import type { LotId, PartId } from '../../core/ids.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A lot of one part: the same text on another part is another lot. */
export interface Lot {
  readonly id: LotId
  readonly partId: PartId
  readonly lot: string
  readonly supplierLot: string | null
  readonly expiry: Day | null
}

const SELECT_LOT = 'SELECT id, part_id AS partId, lot, supplier_lot AS supplierLot, expiry FROM lot'

export function findLot(db: ReadableDb, part: PartId, lot: string): Lot | undefined {
  return one<Lot>(db, `${SELECT_LOT} WHERE part_id = ? AND lot = ?`, part, lot)
}

export function lotAt(db: ReadableDb, id: LotId): Lot | undefined {
  return one<Lot>(db, `${SELECT_LOT} WHERE id = ?`, id)
}

/** Every lot that bears a text as its own number or the supplier's, over all parts. */
export function lotsNamed(db: ReadableDb, text: string): readonly Lot[] {
  return all<Lot>(db, `${SELECT_LOT} WHERE lot = @text OR supplier_lot = @text ORDER BY id`, { text })
}

export function insertLot(db: WritableDb, lot: Omit<Lot, 'id'>): LotId {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO lot (part_id, lot, supplier_lot, expiry) VALUES (?, ?, ?, ?)'
  ).run(lot.partId, lot.lot, lot.supplierLot, lot.expiry)
  return Number(lastInsertRowid) as LotId
}

/** Adds what a later delivery of the lot has told, and never overwrites what was known. */
export function completeLot(db: WritableDb, lot: LotId, supplierLot: string | null, expiry: Day | null): void {
  statement(
    db,
    'UPDATE lot SET supplier_lot = coalesce(supplier_lot, ?), expiry = coalesce(expiry, ?) WHERE id = ?'
  ).run(supplierLot, expiry, lot)
}
