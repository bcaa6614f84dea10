import { transaction } from '../../store/database.ts'
import { indexScans, mergeIndex, unindexedScans } from '../../store/scan-index.ts'
import type { StationContext } from '../context.ts'
import { beginRemoval, type Removal } from '../journal/removal.ts'
import { codesOf } from '../journal/scan-text.ts'
import type { UpkeepJob } from './upkeep.ts'

/** No step of it takes longer than a scan is allowed to take to the disk. */
const SCANS_AT_ONCE = 8
const PAGES_AT_ONCE = 8

/** Keeps the journal searchable and no longer than it has to be. */
export function journalJob(context: StationContext, keepDays: number): UpkeepJob {
  let removal: Removal | null = beginRemoval(context, keepDays, SCANS_AT_ONCE)
  return {
    /** What was scanned comes first, then what makes searching quick, then what is old. */
    step() {
      const scans = unindexedScans(context.db, SCANS_AT_ONCE)
      if (scans.length > 0) {
        transaction(context.db, () => indexScans(context.db, scans, codesOf))
        return true
      }
      if (transaction(context.db, () => mergeIndex(context.db, PAGES_AT_ONCE))) return true
      if (removal?.step() === true) return true
      removal = null
      return false
    },
    newDay() {
      removal ??= beginRemoval(context, keepDays, SCANS_AT_ONCE)
    }
  }
}
