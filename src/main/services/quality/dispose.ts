import { instantOf } from '../../../core/clock.ts'
import type { MovementKind } from '../../../core/inventory/movement.ts'
import { formatQuantity, ONE, subtract, sum, ZERO } from '../../../core/quantity.ts'
import {
  decideDisposition,
  undecided,
  type Disposable,
  type DispositionDecision,
  type DispositionRequest
} from '../../../core/quality/issue-decision.ts'
import { cleanText, type DispositionKind } from '../../../core/quality/issue.ts'
import type { ReadableDb } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { move } from '../../store/movement.ts'
import { insertDisposition, releasedOf, rowsOfIssue, setHold, type Issue } from '../../store/issue.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { subjectsOf } from '../moving.ts'
import { stockRow } from '../stock-directory.ts'
import { appendIssueEvent, change, stateOf } from './change-issue.ts'
import { issueFacts, issueSubject } from './facts.ts'

/** How stock that is not used leaves. */
const TAKEN_AS: Readonly<Record<'scrap' | 'return', MovementKind>> = { scrap: 'scrapped', return: 'returned' }

/**
 * Decides what becomes of things with an issue. Scrap and returns leave the stock. With the last of it decided the hold
 * ends: nothing is left that anybody has to think about. One transaction.
 */
export function disposeIssue(
  context: StationContext,
  number: string,
  request: DispositionRequest
): DispositionDecision {
  const { db } = context
  return change(context, number, (issue) => {
    const decision = decideDisposition(
      stateOf(issue),
      disposableOf(db, issue),
      request,
      createDirectory(context).operators
    )
    if (decision.kind === 'refused') return decision
    write(context, issue, request.kind, decision, cleanText(request.reason))
    if (issue.holds === 1 && undecided(disposableOf(db, issue)) === ZERO) {
      appendIssueEvent(context, issue, 'issue-released', { reason: 'It is decided what becomes of all of it' })
      setHold(db, issue.id, false)
    }
    return decision
  })
}

function write(
  context: StationContext,
  issue: Issue,
  kind: DispositionKind,
  { quantity, row }: Extract<DispositionDecision, { kind: 'allowed' }>,
  reason: string
): void {
  const { db, clock, operator, station } = context
  const seq = appendEvent(db, {
    kind: 'issue-disposed',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [
      issueSubject(issue.id),
      ...(row === null ? [] : [{ kind: 'row', id: row.id } as const]),
      ...subjectsOf({ partId: issue.partId, lotId: row?.lotId ?? issue.lotId }),
      ...(row === null && issue.row !== null ? [{ kind: 'row', id: issue.row } as const] : [])
    ],
    data: {
      ...issueFacts(issue),
      disposition: kind,
      serial: row?.serial ?? issue.serial,
      quantity: formatQuantity(quantity),
      unit: issue.unit,
      location: row?.location ?? issue.location,
      reason
    }
  })
  insertDisposition(db, issue.id, seq, { kind, quantity, row: row?.id ?? null, reason })
  if (row !== null && (kind === 'scrap' || kind === 'return')) {
    move(db, seq, row.id, TAKEN_AS[kind], row.location, subtract(ZERO, quantity))
  }
}

/** What an issue's things are now, and what was decided of them. */
export function disposableOf(db: ReadableDb, issue: Issue): Disposable {
  const all = rowsOfIssue(db, issue).map(stockRow)
  const rows = all.filter(({ quantity }) => quantity > 0)
  // A unit that is built in is still there to be decided on, though it is in no stock.
  const isBuiltIn = issue.subject === 'unit' && all.some(({ status }) => status === 'installed')
  return {
    rows,
    there: isBuiltIn ? ONE : sum(rows.map(({ quantity }) => quantity)),
    released: releasedOf(db, issue.id),
    unit: issue.unit,
    isUnit: issue.subject === 'unit'
  }
}
