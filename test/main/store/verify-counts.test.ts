import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../src/main/services/context.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

/** A posted count of A-01, where A2 was missing and 3 of 40 pieces, and an open one of A-02. */
function countedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'DS:LOC:A-01', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'UNTRACKED', 'DS:QTY:40', 'DS:DONE')
  scan(station, 'DS:DONE', 'DS:COUNT', 'DS:LOC:A-01', 'A1', 'UNTRACKED', 'DS:QTY:37', 'DS:DONE', 'DS:DONE', 'DS:DONE')
  scan(station, 'DS:COUNT', 'DS:LOC:A-02', 'DS:HOME')
  return station
}

function tamper({ db }: StationContext, sql: string): void {
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
  }[]) {
    db.exec(`DROP TRIGGER ${name}`)
  }
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
}

describe('verify, of counts', () => {
  it('finds nothing wrong where nothing is wrong', () => {
    expect(verifyStore(countedStation().db).problems).toEqual([])
  })

  it.each([
    [
      'a result that says another difference than was moved',
      'UPDATE count_result SET found = 36000000, adjusted = -4000000 WHERE adjusted = -3000000',
      'a posted count moved what its results say'
    ],
    [
      'a movement of a count without its result',
      'DELETE FROM count_result WHERE adjusted = -1000000',
      'only a posted count finds or misses stock'
    ],
    [
      'a pile that was counted otherwise than it was posted',
      'UPDATE count_entry SET quantity = 38000000 WHERE row_id IS NULL',
      'what was counted of a lot or a part is what was posted'
    ],
    [
      'a counted unit without its result',
      "DELETE FROM count_result WHERE finding = 'agrees'",
      'a unit that was counted has its result'
    ],
    [
      'a result that its event does not tell of',
      "UPDATE count_result SET seq = 1 WHERE finding = 'less'",
      'a result of a count is told by its event'
    ],
    [
      'a count that is over without an event that says so',
      "UPDATE stock_count SET state = 'cancelled' WHERE state = 'posted'",
      'a count is over by its last event'
    ],
    [
      'a place that stays open after its count',
      "UPDATE count_place SET is_open = 1 WHERE location = 'A-01'",
      'a place is open while its count is'
    ]
  ])('finds %s', (_what, sql, rule) => {
    const station = countedStation()
    tamper(station, sql)
    expect(verifyStore(station.db).problems.map((problem) => problem.rule)).toContain(rule)
  })
})
