import { transaction, type WritableDb } from '../../store/database.ts'
import { indexScans, mergeIndex, unindexedScans } from '../../store/scan-index.ts'
import { codesOf } from './scan-text.ts'

const SCANS_AT_ONCE = 1_000
const ALL_PAGES = 1_000_000

/**
 * Has all scans but the last few found by the index: those of an older program, which had none, would otherwise be looked
 * through one by one. Says how many there were.
 */
export function indexBacklog(db: WritableDb): number {
  let count = 0
  for (let scans = unindexedScans(db, SCANS_AT_ONCE); scans.length === SCANS_AT_ONCE;) {
    transaction(db, () => indexScans(db, scans, codesOf))
    count += scans.length
    scans = unindexedScans(db, SCANS_AT_ONCE)
  }
  if (count > 0) mergeIndex(db, ALL_PAGES)
  return count
}
