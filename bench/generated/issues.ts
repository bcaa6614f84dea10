import { createBatchInsert } from './batch-insert.ts'
import type { BulkStore } from './bulk-store.ts'
import type { StockRow } from './stock.ts'
import { createYearlyNumbers, type YearlyNumbers } from './yearly-numbers.ts'

export interface IssueBook {
  /** Raises an issue of a unit, a lot or a row, and closes it again unless it stays open. */
  raise(row: StockRow, staysOpen: boolean): void
  readonly numbers: YearlyNumbers
  flush(): void
}

const title = 'Scratch on the housing'
const description = 'Seen while it was put away.'

export function createIssueBook({ db, event, now }: BulkStore): IssueBook {
  const issues = createBatchInsert(db, 'issue', [
    'id',
    'issue_no',
    'subject',
    'part_id',
    'row_id',
    'lot_id',
    'title',
    'description',
    'severity',
    'holds',
    'opened_seq',
    'closed_seq'
  ])
  const numbers = createYearlyNumbers('Q')
  let id = 0
  return {
    raise(row, staysOpen) {
      id += 1
      const { part, lot, serial } = row
      const issue = numbers.next(now())
      const subjects = [
        ['issue', id] as const,
        ['part', part.id] as const,
        lot ? (['lot', lot.id] as const) : (['row', row.id] as const)
      ]
      const location = lot ? null : row.location
      const about = { issue, part_number: part.number, serial, lot: lot && lot.text, location }
      const opened = event('issue-raised', subjects, { ...about, severity: 'minor', title, description, holds: false })
      const closed = staysOpen ? null : event('issue-closed', subjects, { ...about, reason: 'It does not matter' })
      issues.add(
        id,
        issue,
        serial !== null ? 'unit' : lot ? 'lot' : 'row',
        part.id,
        lot ? null : row.id,
        lot && lot.id,
        title,
        description,
        'minor',
        0,
        opened,
        closed
      )
    },
    numbers,
    flush: () => issues.flush()
  }
}
