import { createBatchInsert } from './batch-insert.ts'
import type { BulkStore } from './bulk-store.ts'
import { subjectsOf } from './changes.ts'
import type { StockRow } from './stock.ts'

export interface IssueBook {
  /** Raises an issue of a unit, a lot or a row, and closes it again unless it stays open. */
  raise(row: StockRow, staysOpen: boolean): void
  flush(): void
}

export function createIssueBook({ db, event }: BulkStore): IssueBook {
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
  let id = 0
  return {
    raise(row, staysOpen) {
      id += 1
      const { part, lot, serial } = row
      const issue = `I-${String(id).padStart(6, '0')}`
      const subjects = [['issue', id] as const, ['row', row.id] as const, ...subjectsOf(row)]
      const about = { issue, lot: lot && lot.text, part_number: part.number, serial }
      const title = 'Scratch on the housing'
      const opened = event('issue-opened', subjects, { ...about, hold: false, severity: 'minor', title })
      const closed = staysOpen ? null : event('issue-closed', subjects, { ...about, reason: 'It does not matter' })
      issues.add(
        id,
        issue,
        serial !== null ? 'unit' : lot ? 'lot' : 'row',
        part.id,
        lot ? null : row.id,
        lot && lot.id,
        title,
        'Seen while it was put away.',
        'minor',
        0,
        opened,
        closed
      )
    },
    flush: () => issues.flush()
  }
}
