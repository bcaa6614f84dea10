import type { IssueId } from '../../core/ids.ts'
import type { Severity } from '../../core/quality/issue.ts'
import { SELECT_ISSUE, type Issue } from './issue.ts'
import { all } from './statement.ts'
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

const COLUMNS = ['issue_no', 'title', 'part_number', 'serial', 'lot.lot', 'location']

/** More words than anybody types to find an issue. */
const MAX_WORDS = 8

/**
 * A page of the issues that a filter lets through, and how many these are: the open ones first, the newest first.
 *
 * One pass over the issues finds them all; only those of the page are read whole.
 */
export function searchIssues(
  db: ReadableDb,
  filter: IssueFilter,
  offset: number,
  limit: number
): { readonly issues: readonly Issue[]; readonly total: number } {
  const words = wordsOf(filter.search)
  const found = all<{ id: IssueId }>(
    db,
    `SELECT issue.id FROM issue JOIN part ON part.id = issue.part_id
       LEFT JOIN inventory_row ON inventory_row.id = issue.row_id LEFT JOIN lot ON lot.id = issue.lot_id
     WHERE ${conditions(filter, words.length)} ${ORDER}`,
    { severity: filter.severity, ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])) }
  )
  const page = found.slice(offset, offset + limit).map(({ id }) => id)
  const issues = all<Issue>(
    db,
    `${SELECT_ISSUE} WHERE issue.id IN (SELECT value FROM json_each(?)) ${ORDER}`,
    JSON.stringify(page)
  )
  return { issues, total: found.length }
}

const ORDER = 'ORDER BY closed_seq IS NOT NULL, issue.id DESC'

/** The words as patterns, in which nothing that somebody types stands for anything else. */
function wordsOf(search: string): readonly string[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

function conditions({ show }: IssueFilter, words: number): string {
  const each = Array.from({ length: words }, (_, index) => {
    const columns = COLUMNS.map((column) => `${column} LIKE @word${index} ESCAPE '\\'`)
    return `(${columns.join(' OR ')})`
  })
  return [SHOWN[show], '(@severity IS NULL OR severity = @severity)', ...each].join(' AND ')
}
