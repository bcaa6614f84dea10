import { transaction, type WritableDb } from '../../store/database.ts'
import { indexNewRows } from '../../store/stock-index.ts'
import type { UpkeepJob } from './upkeep.ts'

/** No step of it takes longer than a scan is allowed to take to the disk. */
const ROWS_AT_ONCE = 25

/** Has new rows of stock found by the index of their search. */
export function stockIndexJob(db: WritableDb): UpkeepJob {
  return { step: () => transaction(db, () => indexNewRows(db, ROWS_AT_ONCE)) }
}
