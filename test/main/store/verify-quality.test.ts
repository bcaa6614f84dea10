import { describe, expect, it } from 'vitest'
import type { RowId } from '../../../src/core/ids.ts'
import type { StationContext } from '../../../src/main/services/context.ts'
import { closeIssue, releaseIssue } from '../../../src/main/services/quality/change-issue.ts'
import { disposeIssue } from '../../../src/main/services/quality/dispose.ts'
import { raiseIssue } from '../../../src/main/services/quality/raise-issue.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

/** Three issues: one that holds, one whose lot was scrapped in part and let through, one that is closed. */
function stationWithIssues(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'SUPPLIER-LOT', 'L1', 'DS:QTY:10', 'DS:DONE', 'DS:DONE')
  for (const row of [1, 3, 2]) {
    raiseIssue(station, {
      subject: { kind: 'row', row: row as RowId },
      title: 'Cracked',
      description: '',
      severity: 'minor',
      holds: true
    })
  }
  const decide = { row: null, reason: 'Decided by the book' }
  disposeIssue(station, 'Q-2026-00002', { kind: 'scrap', quantity: '3', ...decide })
  disposeIssue(station, 'Q-2026-00002', { kind: 'use-as-is', quantity: null, ...decide })
  releaseIssue(station, 'Q-2026-00003', 'Nothing found')
  closeIssue(station, 'Q-2026-00003', 'Nothing found')
  return station
}

describe('verify', () => {
  it('finds nothing wrong with issues as the station writes them', () => {
    expect(verifyStore(stationWithIssues().db).problems).toEqual([])
  })

  it.each([
    ['an issue holds by its last word', 'UPDATE issue SET holds = 0 WHERE id = 1'],
    ['an issue holds by its last word', 'UPDATE issue SET holds = 1 WHERE id = 2'],
    ['an issue of stock concerns the row that it was raised on', 'DELETE FROM issue_row WHERE issue_id = 1'],
    [
      'what an issue took out is what left the stock',
      "DROP TRIGGER movement_never_changed; UPDATE movement SET kind = 'archived' WHERE kind = 'scrapped'"
    ],
    [
      'what an issue took out is what left the stock',
      "DROP TRIGGER issue_disposition_never_changed; UPDATE issue_disposition SET quantity = 1 WHERE kind = 'scrap'"
    ],
    [
      'only an issue sends stock back',
      "DROP TRIGGER movement_never_changed; UPDATE movement SET kind = 'returned' WHERE kind = 'received'"
    ]
  ])('names what breaks the rule: %s', (rule, sql) => {
    const { db } = stationWithIssues()
    db.exec(sql)
    expect(verifyStore(db).problems.map((problem) => problem.rule)).toContain(rule)
  })

  it('need not ask what the tables refuse by themselves', () => {
    const { db } = stationWithIssues()
    const refuses = (sql: string) => expect(() => db.exec(sql)).toThrow()
    refuses('UPDATE issue SET holds = 1 WHERE id = 3')
    refuses("UPDATE issue SET title = 'Nothing'")
    refuses("UPDATE issue_disposition SET reason = ''")
    refuses('DELETE FROM issue_disposition')
  })
})
