import type { QualityDirectory } from '../../../core/quality/hold.ts'
import type { ReadableDb } from '../../store/database.ts'
import { holdsOnLot, holdsOnRow, issueNumbered } from '../../store/issue.ts'

/** What the rules may look up of issues, answered from the store. */
export function createQualityDirectory(db: ReadableDb): QualityDirectory {
  return {
    holdsOnRow: (row) => holdsOnRow(db, row),
    holdsOnLot: (lot) => holdsOnLot(db, lot),
    issueNumbered: (text) => issueNumbered(db, text)?.number
  }
}
