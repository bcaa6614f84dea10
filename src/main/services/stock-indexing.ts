import { StationError } from '../../core/errors.ts'
import type { Timers } from '../devices/timers.ts'
import { transaction, type WritableDb } from '../store/database.ts'
import { indexNewRows } from '../store/stock-index.ts'

/** Brings the search over stock up to date while nothing else is to be done. */
export interface StockIndexing {
  /** Says that there may be new rows. */
  wake(): void
  close(): void
}

/** How long what was just decided has the computer to itself: its answer, its first label, the screen. */
const AFTER_DECISION_MS = 150
/** So many rows take a few milliseconds, which a scan may have to wait for. */
const ROWS_AT_ONCE = 100
const BETWEEN_MS = 10
/** A disk that could not be written may have room again. */
const RETRY_MS = 5_000

export function createStockIndexing(db: WritableDb, timers: Timers, logBug: (error: unknown) => void): StockIndexing {
  let stopTimer: (() => void) | undefined
  let isClosed = false

  function goOnAfter(delayMs: number): void {
    stopTimer = timers.after(delayMs, goOn)
  }

  function goOn(): void {
    stopTimer = undefined
    try {
      if (transaction(db, () => indexNewRows(db, ROWS_AT_ONCE))) goOnAfter(BETWEEN_MS)
    } catch (error) {
      if (!(error instanceof StationError)) logBug(error)
      goOnAfter(RETRY_MS)
    }
  }

  return {
    wake() {
      if (!isClosed && !stopTimer) goOnAfter(AFTER_DECISION_MS)
    },
    close() {
      isClosed = true
      stopTimer?.()
    }
  }
}
