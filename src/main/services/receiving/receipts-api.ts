import type { ReceiptsApi, ReceivedLineView, ReversalAnswer } from '../../../ipc/receipts-api.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { countReceived, searchReceived, serialRange, type ReceivedLineRow } from '../../store/received-line.ts'
import type { StationContext } from '../context.ts'
import type { LeadRequests } from '../operators/lead-requests.ts'
import { reverseLine, type ReversalOutcome } from './reverse.ts'

/** More than anybody clears one by one; the message says that there are more. */
const MAX_ROWS_SHOWN = 200

export interface ReceiptsParts {
  readonly context: StationContext
  readonly leads: LeadRequests
  /** Does the work, or throws while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  readonly reversed: () => void
}

/** The window's requests about what was received. */
export function createReceiptsApi({ context, leads, writable, reversed }: ReceiptsParts): ReceiptsApi {
  const { db } = context
  return {
    list: async ({ search, offset, limit }) =>
      snapshot(db, () => ({
        rows: searchReceived(db, search.trim(), offset, limit).map((line) => receivedLineView(db, line)),
        total: countReceived(db, search.trim())
      })),
    async reverse({ line, reason }) {
      const outcome = await writable(() =>
        leads.withLead<ReversalOutcome>((approval) => reverseLine(context, line, reason, approval))
      )
      if (outcome.kind === 'reversed') reversed()
      return reversalAnswer(outcome)
    }
  }
}

function receivedLineView(db: ReadableDb, line: ReceivedLineRow): ReceivedLineView {
  const {
    id,
    receipt,
    order,
    line: number,
    partNumber,
    description,
    tracking,
    quantity,
    unit,
    lot,
    location,
    operator,
    at
  } = line
  const { reversedAt, reversedBy, reversedReason } = line
  return {
    id,
    receipt,
    order,
    line: number,
    partNumber,
    description,
    tracking,
    quantity,
    unit,
    lot,
    serials: tracking === 'serial' ? serialRange(db, id) : null,
    location,
    operator,
    at,
    reversed: reversedAt === null ? null : { at: reversedAt, operator: reversedBy ?? '', reason: reversedReason ?? '' }
  }
}

function reversalAnswer(outcome: ReversalOutcome): ReversalAnswer {
  if (outcome.kind === 'reversed') return outcome
  const { rows } = outcome
  return { ...outcome, rows: rows.slice(0, MAX_ROWS_SHOWN), total: rows.length }
}
