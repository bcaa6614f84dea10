import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../src/main/services/context.ts'
import { indexNewRows } from '../../../src/main/store/stock-index.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

function stationWithStock(): StationContext {
  const station = stationWithOrder()
  scan(
    station,
    'PO-1',
    'CAPTURED',
    'A1',
    'A2',
    'DS:DONE',
    'OWN-LOT',
    'DS:QTY:40',
    'DS:DONE',
    'UNTRACKED',
    'DS:QTY:7',
    'DS:DONE'
  )
  while (indexNewRows(station.db, 100)) continue
  return station
}

/** Does what no program may do: changes rows behind the triggers' back. */
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

describe('verify', () => {
  it('finds nothing wrong where nothing is wrong, and says what it looked at', () => {
    const { ok, checked, problems } = verifyStore(stationWithStock().db)
    expect({ ok, problems }).toEqual({ ok: true, problems: [] })
    expect(checked).toEqual({ events: 5, rows: 4, movements: 4, numbers: 3, labels: 3 })
  })

  it.each([
    ['an event that was changed', "UPDATE event SET operator = 'eve' WHERE seq = 2", 'events form a chain', 'event 2'],
    [
      'an event that was removed',
      'DELETE FROM event_subject WHERE seq = 3; DELETE FROM event WHERE seq = 3',
      'events form a chain',
      'event 3'
    ],
    [
      'stock that no movement explains',
      "UPDATE inventory_row SET quantity = 41000000 WHERE tracking = 'lot'",
      'stock equals the sum of movements',
      'row 3'
    ],
    [
      'stock in two places',
      "UPDATE inventory_row SET location = 'A-01' WHERE serial = 'A1'",
      'stock stands in one place',
      'row 1'
    ],
    [
      'a transfer that arrives nowhere',
      "INSERT INTO movement (seq, row_id, location, kind, quantity) VALUES (5, 4, 'DOCK', 'transferred', -1000000)",
      'what was moved away came to another place',
      'event 5'
    ],
    [
      'a row that once held less than nothing',
      `INSERT INTO movement (seq, row_id, location, kind, quantity)
         VALUES (5, 4, 'DOCK', 'consumed', -9000000), (5, 4, 'DOCK', 'counted', 9000000)`,
      'a row never held less than nothing',
      'row 4'
    ],
    [
      'a unit that is in two places',
      `INSERT INTO movement (seq, row_id, location, kind, quantity) VALUES (5, 1, 'A-01', 'counted', 1000000)`,
      'a unit is in one place',
      'serial A1'
    ],
    [
      'a unit whose last movement was elsewhere',
      `INSERT INTO movement (seq, row_id, location, kind, quantity)
         VALUES (5, 1, 'A-01', 'counted', 1000000), (5, 1, 'A-01', 'counted', -1000000)`,
      'a row stands at the place of its last movement',
      'row 1'
    ],
    [
      'stock that no search finds',
      'DELETE FROM stock_search WHERE rowid = 2',
      'what is in stock can be searched',
      'row 2'
    ],
    [
      'a unit that counts for two',
      "UPDATE inventory_row SET quantity = 2000000 WHERE serial = 'A1'",
      'a row keeps its tracking rules',
      'row 1'
    ],
    [
      'a lot row without its lot',
      "UPDATE inventory_row SET lot_id = NULL WHERE tracking = 'lot'",
      'a row keeps its tracking rules',
      'row 3'
    ],
    [
      'a label whose state nobody wrote down',
      "UPDATE label SET state = 'printed' WHERE id = 1",
      'a label’s state is its last step',
      'DS00000001 copy 1'
    ],
    ['a unit without a label', 'UPDATE label SET row_id = NULL WHERE id = 1', 'a unit has a label', 'serial A1'],
    [
      'an event that is looked up for another thing than it says',
      "UPDATE event_subject SET id = id + 5 WHERE seq = 2 AND kind = 'row'",
      'subjects are those of the events',
      'event 2'
    ],
    [
      'an event that is not looked up at all',
      'DELETE FROM event_subject WHERE seq = 2',
      'subjects are those of the events',
      'event 2'
    ],
    [
      'an event whose subjects are no list',
      "UPDATE event SET subjects = '[' WHERE seq = 2",
      'events form a chain',
      'event 2'
    ],
    [
      'a receipt of three that holds two',
      'UPDATE receipt_line SET quantity = 3000000 WHERE id = 1',
      'a received line has what it says',
      'receipt line 1'
    ]
  ])('names %s', (_what, sql, rule, subject) => {
    const station = stationWithStock()
    tamper(station, sql)
    const { ok, problems } = verifyStore(station.db)
    expect(ok).toBe(false)
    expect(problems.map((problem) => [problem.rule, problem.subject])).toContainEqual([rule, subject])
  })
})
