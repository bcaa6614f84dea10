import { assert } from '../../../core/assert.ts'
import { instantOf, todayOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { LotId, PartId, RowId } from '../../../core/ids.ts'
import { EMPTY_CONTEXT } from '../../../core/numbering/bind.ts'
import type { IssueSubject } from '../../../core/quality/effect.ts'
import { decideRaise, type IssueRefused } from '../../../core/quality/issue-decision.ts'
import {
  cleanText,
  cleanTitle,
  ISSUE_PATTERN,
  type IssueSubjectKind,
  type Severity
} from '../../../core/quality/issue.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { rowAt } from '../../store/inventory.ts'
import { insertIssue, isIssueNumberTaken, nextIssueId } from '../../store/issue.ts'
import { lotAt } from '../../store/lot.ts'
import { partNumberAt } from '../../store/part.ts'
import type { StationContext } from '../context.ts'
import { drawNumbers, useNumbers } from '../numbering.ts'
import { issueFacts, subjectsOfIssue } from './facts.ts'

export interface IssueRequest {
  readonly subject: IssueSubject
  readonly title: string
  readonly description: string
  readonly severity: Severity
  readonly holds: boolean
}

export type RaiseOutcome = { readonly kind: 'raised'; readonly issue: string } | IssueRefused

/** Raises an issue, with a number of its own, and holds with it at once where that is asked. One transaction. */
export function raiseIssue(context: StationContext, request: IssueRequest): RaiseOutcome {
  const { db, clock, operator, station } = context
  return transaction(db, () => {
    const attached = attachedTo(context, request.subject)
    const decision = decideRaise(request.title, request.description)
    if (decision.kind === 'refused') return decision
    const at = instantOf(clock.now())
    const number = nextNumber(context)
    const id = nextIssueId(db)
    const { severity, holds } = request
    const title = cleanTitle(request.title)
    const description = cleanText(request.description)
    const seq = appendEvent(db, {
      kind: 'issue-raised',
      at,
      operator,
      station: station.id,
      subjects: subjectsOfIssue(id, attached),
      data: { ...issueFacts({ ...attached, number }), severity, title, description, holds }
    })
    insertIssue(db, id, seq, { number, title, description, severity, holds, ...attached })
    return { kind: 'raised', issue: number }
  })
}

interface Attached {
  readonly subject: IssueSubjectKind
  readonly partId: PartId
  readonly partNumber: string
  readonly row: RowId | null
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  readonly location: string | null
}

/** A row of a lot stands for the lot: what is wrong with a lot is wrong with all of it. */
function attachedTo({ db }: StationContext, subject: IssueSubject): Attached {
  if (subject.kind === 'lot') return lotAttached(db, subject.lot)
  const row = rowAt(db, subject.row)
  if (!row) throw new StationError('not-found', 'This row is not in the inventory. Look it up again.')
  const { partId, partNumber, serial, lotId, lot, location } = row
  if (row.tracking === 'lot' && lotId !== null) return lotAttached(db, lotId)
  const subjectKind = row.tracking === 'serial' ? 'unit' : 'row'
  return { subject: subjectKind, partId, partNumber, row: row.id, serial, lotId: null, lot, location }
}

function lotAttached(db: StationContext['db'], id: LotId): Attached {
  const lot = lotAt(db, id)
  if (!lot) throw new StationError('not-found', 'This lot is not known here. Look it up again.')
  return {
    subject: 'lot',
    partId: lot.partId,
    partNumber: partNumberAt(db, lot.partId),
    row: null,
    serial: null,
    lotId: id,
    lot: lot.lot,
    location: null
  }
}

function nextNumber({ db, clock, station }: StationContext): string {
  const drawn = drawNumbers(
    db,
    ISSUE_PATTERN,
    { ...EMPTY_CONTEXT, site: station.site, station: station.id },
    todayOf(clock),
    1,
    (number) => isIssueNumberTaken(db, number)
  )
  if (!drawn.ok) throw new StationError('refused', drawn.reason)
  useNumbers(db, drawn)
  const [number] = drawn.numbers
  assert(number !== undefined, 'one number was drawn')
  return number
}
