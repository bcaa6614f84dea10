import type { StationConfig } from './config.ts'
import type { Log } from './log.ts'
import type { StationContext } from './services/context.ts'
import { indexBacklog } from './services/journal/index-backlog.ts'
import { forgetRequests } from './services/operators/lead-requests.ts'
import { shortenLocks } from './services/operators/shorten-locks.ts'
import { recoverLedger } from './services/printing/print-ledger.ts'
import { closeJournal } from './services/scanning/journal.ts'
import { transaction } from './store/database.ts'
import { ensureLocation } from './store/location.ts'

/** Brings the store to a true state after however the last run ended. */
export function recoverStation(context: StationContext, config: StationConfig, log: Log): void {
  transaction(context.db, () => {
    ensureLocation(context.db, config.station.location)
    forgetRequests(context.db)
    shortenLocks(context)
  })
  const unanswered = closeJournal(context)
  const indexed = indexBacklog(context.db)
  if (indexed > 0) log.info('scans-indexed', { scans: indexed })
  const printers = config.printers.map(({ id }) => id)
  const lost = recoverLedger(context, printers)
  if (unanswered > 0 || lost > 0) log.info('recovered', { unansweredScans: unanswered, unknownLabels: lost })
}
