import type { RowId } from '../../../core/ids.ts'
import type { IssueView } from '../../../ipc/issue-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { unitWithSerial } from '../../store/inventory.ts'
import { issuesOfLot, issuesOfPart, issuesOfRow, type Issue } from '../../store/issue.ts'
import { lotsNamed } from '../../store/lot.ts'
import { partNumberAt, revisionsOf } from '../../store/part.ts'
import { issueView } from './issue-view.ts'

export function issuesAboutRow(db: ReadableDb, row: RowId): readonly IssueView[] {
  return openFirst(issuesOfRow(db, row))
}

/** The issues of what a code names, read as a trace reads it: a unit, else a lot, else a part. */
export function issuesAboutCode(db: ReadableDb, code: string, part: string | null): readonly IssueView[] {
  const unit = unitWithSerial(db, code)
  if (unit && (part === null || unit.partNumber === part)) return openFirst(issuesOfRow(db, unit.id))
  const lots = lotsNamed(db, code).filter((lot) => part === null || partNumberAt(db, lot.partId) === part)
  const [lot, another] = lots
  if (lot) return another ? [] : openFirst(issuesOfLot(db, lot.id))
  const [known] = revisionsOf(db, code)
  return known ? openFirst(issuesOfPart(db, known.id)) : []
}

function openFirst(issues: readonly Issue[]): readonly IssueView[] {
  return issues
    .map(issueView)
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.raisedAt.localeCompare(a.raisedAt))
}
