import type { Severity } from '../../core/quality/issue.ts'
import { SELECT_ISSUE, type Issue } from './issue.ts'
import { all, one } from './statement.ts'
import type { ReadableDb } from './database.ts'

export interface IssueFilter {
  /** Each word must be in the number, the title, the part, the serial, the lot or the place. */
  readonly search: string
  readonly show: 'open' | 'holding' | 'closed' | 'all'
  readonly severity: Severity | null
}

const SHOWN: Readonly<Record<IssueFilter['show'], string>> = {
  open: 'closed_seq IS NULL',
  holding: 'holds = 1',
  closed: 'closed_seq IS NOT NULL',
  all: 'TRUE'
}

const WORD = `instr(lower(issue_no || char(10) || title || char(10) || part_number || char(10) || coalesce(serial, '')
  || char(10) || coalesce(lot.lot, '') || char(10) || coalesce(location, '')), ?) > 0`

/** More words than anybody types to find an issue. */
const MAX_WORDS = 8

/** A page of the issues that a filter lets through: the open ones first, the newest first. */
export function searchIssues(db: ReadableDb, filter: IssueFilter, offset: number, limit: number): readonly Issue[] {
  const { where, values } = conditions(filter)
  return all<Issue>(
    db,
    `${SELECT_ISSUE} WHERE ${where} ORDER BY closed_seq IS NOT NULL, issue.id DESC LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset
  )
}

export function countIssues(db: ReadableDb, filter: IssueFilter): number {
  const { where, values } = conditions(filter)
  return (
    one<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM issue JOIN part ON part.id = issue.part_id
         LEFT JOIN inventory_row ON inventory_row.id = issue.row_id LEFT JOIN lot ON lot.id = issue.lot_id
       WHERE ${where}`,
      ...values
    )?.n ?? 0
  )
}

function conditions({ search, show, severity }: IssueFilter) {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  return {
    where: [SHOWN[show], '(? IS NULL OR severity = ?)', ...words.map(() => WORD)].join(' AND '),
    values: [severity, severity, ...words]
  }
}
