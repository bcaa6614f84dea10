import { describe, expect, it } from 'vitest'
import type { StationContext } from '../../../src/main/services/context.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { ONE_GEARBOX, stockedStation } from '../../helpers/assembly.ts'
import { scan } from '../../helpers/store.ts'

/** GB-0001 is completed, GB-0002 has one motor. */
function builtStation(): StationContext {
  const station = stockedStation()
  scan(station, 'DS:RUN:G-1', ...ONE_GEARBOX(['M1', 'M2'], 'B1'), 'DS:DONE', 'M3')
  return station
}

/** Does what no program may do: changes rows behind the triggers' back. */
function tamper({ db }: StationContext, sql: string): void {
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
}

const ROW = (serial: string) => `(SELECT id FROM inventory_row WHERE serial = '${serial}')`

describe('verify, of what was built', () => {
  it('finds nothing wrong where nothing is wrong', () => {
    expect(verifyStore(builtStation().db).problems).toEqual([])
  })

  it.each([
    [
      'a unit in two products',
      `INSERT INTO installation (seq, build_id, run_line_id, row_id, quantity)
         SELECT seq, 2, run_line_id, row_id, quantity FROM installation WHERE row_id = ${ROW('M1')}`,
      'a unit is installed in one place',
      'serial M1'
    ],
    [
      'a unit that is installed and in stock',
      `UPDATE inventory_row SET quantity = 1000000 WHERE serial = 'M1'`,
      'a unit is installed in one place',
      'serial M1'
    ],
    [
      'an installation that no movement explains',
      `UPDATE installation SET quantity = 500000 WHERE row_id = ${ROW('M1')}`,
      'what is installed has left the stock',
      'row '
    ],
    [
      'a removal that no movement explains',
      `UPDATE installation SET removed = 1000000 WHERE row_id = ${ROW('M1')}`,
      'what is taken out is in stock again',
      'row '
    ],
    [
      'a completed unit that was never built',
      `DELETE FROM movement WHERE kind = 'built' AND row_id = ${ROW('GB-0001')}`,
      'what is completed was built',
      'build 1'
    ],
    [
      'a built unit that nobody completed',
      'UPDATE build SET completed_seq = NULL WHERE id = 1',
      'what was built was completed',
      'event '
    ],
    [
      'a unit with two builds',
      `UPDATE build SET row_id = ${ROW('GB-0001')} WHERE row_id = ${ROW('GB-0002')}`,
      'a unit that is built has one build',
      'serial GB-0001'
    ],
    [
      'a run that builds too much',
      'UPDATE run SET quantity = 1000000 WHERE id = 1',
      'a run builds what it is for',
      'run G-1'
    ],
    [
      'a complete run with a unit to build',
      'UPDATE run SET completed_seq = 1 WHERE id = 1',
      'a run builds what it is for',
      'run G-1'
    ],
    [
      'a run that builds and never started',
      'UPDATE run SET started_seq = NULL WHERE id = 1',
      'a run that builds has started',
      'run G-1'
    ],
    [
      'a component that is on no line',
      `UPDATE installation SET row_id = ${ROW('B2')} WHERE row_id = ${ROW('M3')}`,
      'a component is on the bill of its run',
      'installation '
    ],
    [
      'a built unit without a label',
      "UPDATE label SET row_id = NULL WHERE serial = 'GB-0001'",
      'a unit that was built has a label',
      'serial GB-0001'
    ],
    [
      'a product that is inside itself',
      `UPDATE installation SET row_id = ${ROW('GB-0001')} WHERE row_id = ${ROW('B1')}`,
      'nothing is made of itself',
      'row '
    ]
  ])('finds %s', (_what, sql, rule, subject) => {
    const station = builtStation()
    tamper(station, sql)
    const { problems } = verifyStore(station.db)
    const found = problems.find((problem) => problem.rule === rule)
    expect(problems.map((problem) => problem.rule)).toContain(rule)
    expect(found?.subject).toContain(subject)
  })
})
