import type { ImportedPart } from '../../../core/importing/parts.ts'
import type { PartId } from '../../../core/ids.ts'
import type { ReadableDb } from '../../store/database.ts'
import { revisionsOf, supplierPartNumbersOf } from '../../store/part.ts'
import { cached } from './plan.ts'

/** A stored part, in the form of a file's rows. */
export interface StoredPart {
  readonly id: PartId
  /** Any of its rows: what hangs on the part number is the same in each. */
  readonly shared: ImportedPart
  readonly revisions: readonly ImportedPart[]
}

/** The parts as they stand before the import. */
export interface PartStore {
  part(partNumber: string): StoredPart | undefined
  revision(partNumber: string, revision: string): ImportedPart | undefined
}

export function createPartStore(db: ReadableDb): PartStore {
  const part = cached((partNumber: string): StoredPart | undefined => {
    const revisions = revisionsOf(db, partNumber)
    const [first] = revisions
    if (!first) return undefined
    const supplierPartNumbers = supplierPartNumbersOf(db, first.id)
    const imported = revisions.map(({ gtin, ...rest }) => ({ ...rest, gtin14: gtin, supplierPartNumbers }))
    const [shared] = imported
    return shared && { id: first.id, shared, revisions: imported }
  })
  return {
    part,
    revision: (partNumber, revision) => part(partNumber)?.revisions.find((each) => each.revision === revision)
  }
}
