import { describe, expect, it } from 'vitest'
import type { ReceiptLineId } from '../../../src/core/ids.ts'
import { reverseLine } from '../../../src/main/services/receiving/reverse.ts'
import { askedForViews, loseFromList } from '../../../src/main/services/printing/returns.ts'
import { verifyStore } from '../../../src/main/store/verify.ts'
import { printingStation, type PrintingStation } from '../../helpers/printing-station.ts'

/**
 * A ledger in which everything has happened: a label that was torn and repeated, one that was scanned back, a receipt that was taken back with
 * one label back, one given up and one still asked for, and a printer that stands still with labels in doubt.
 */
async function eventfulStation(): Promise<PrintingStation> {
  const station = await printingStation({ depth: 1 })
  station.hand('after 1.5 labels head open')
  station.scan('PO-1', 'CAPTURED', 'S-1', 'S-2', 'S-3', 'DS:DONE')
  await station.seesFault()
  station.hand('head close')
  await station.states('printed', 'printed', 'printed')
  reverseLine(station.context, 1 as ReceiptLineId, 'Wrong delivery', null)
  station.scan(symbolOf(station, 'S-1'))
  const [, given] = askedForViews(station.context.db)[0]?.labels.map(({ id }) => id) ?? []
  if (given !== undefined) loseFromList(station.context, [given], 'Not there', null)
  station.hand('after 1.5 labels power off')
  station.scan('CAPTURED', 'T-1', 'T-2', 'T-3', 'DS:DONE')
  await station.states('void', 'void', 'void', 'printed', 'unknown', 'queued')
  station.scan(symbolOf(station, 'T-1'))
  return station
}

function symbolOf({ paper }: PrintingStation, serial: string): string {
  return paper.find(({ symbol }) => symbol.includes(`\u001dS${serial}\u001d`))?.symbol ?? ''
}

/** What no program may do: rows are changed behind the triggers' back. */
function tamper({ context: { db } }: PrintingStation, sql: string): void {
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    readonly name: string
  }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
}

const OPEN = 'returned_at IS NULL AND lost_at IS NULL'
const OF_T1 = "serial = 'T-1'"
/** Whoever forges a label forges its last step too. */
const AND_LAST_STEP = `; UPDATE label_step SET (state, evidence) = (SELECT state, evidence FROM label WHERE id = label_id)
  WHERE id IN (SELECT max(id) FROM label_step GROUP BY label_id)`

const DISAGREEING: readonly (readonly [found: string, sql: string])[] = [
  ['other evidence than its last step', `UPDATE label SET evidence = '{}' WHERE ${OF_T1}`],
  ['no bytes that were sent', `UPDATE label SET zpl = NULL WHERE ${OF_T1}`],
  ['by the word of nobody', `UPDATE label SET state = 'printed', evidence = '{}' WHERE ${OF_T1}${AND_LAST_STEP}`],
  [
    'by the word of spooled',
    `UPDATE label SET state = 'printed', evidence = '{"rank":"spooled"}' WHERE ${OF_T1}${AND_LAST_STEP}`
  ],
  [
    'with a counter from 4 to 6',
    `UPDATE label SET state = 'printed', evidence = '{"rank":"counter","before":4,"after":6}' WHERE ${OF_T1}${AND_LAST_STEP}`
  ],
  ['no scan of it', `UPDATE label SET evidence = json_set(evidence, '$.scan', 999999) WHERE ${OF_T1}${AND_LAST_STEP}`]
]

describe('verify', () => {
  it('finds nothing wrong with the print ledger as the station writes it, and names what breaks each of its rules', async () => {
    const station = await eventfulStation()
    const { db } = station.context
    expect(verifyStore(db).problems).toEqual([])
    db.exec('SAVEPOINT as_it_was')
    for (const [rule, sql] of [
      ['a printer stands still for labels that are in doubt', 'UPDATE print_stop SET from_step = 1000000'],
      [
        'a printer stands still for labels that are in doubt',
        "INSERT INTO print_stop (printer, at, reason) VALUES ('other', '2026-11-23T10:00:00.000Z', '')"
      ],
      [
        'a label that is asked for back is void',
        `UPDATE label SET state = 'printed' WHERE id = (SELECT label_id FROM label_return WHERE ${OPEN})`
      ],
      [
        'a label is asked for by a receipt that was taken back',
        `INSERT INTO label_return (label_id, asked_at) SELECT id, at FROM label WHERE ${OF_T1}`
      ],
      [
        'what a receipt took back left no label that is good',
        'UPDATE receipt_line SET reversed_seq = 1 WHERE reversed_seq IS NULL'
      ],
      [
        'a label is back, or given up with a name and a reason, or neither',
        'UPDATE label_return SET lost_by = NULL WHERE lost_at IS NOT NULL'
      ],
      [
        'a label is back, or given up with a name and a reason, or neither',
        'UPDATE label_return SET returned_at = lost_at WHERE lost_at IS NOT NULL'
      ],
      [
        'what became of a label that was asked for is told by an event',
        `UPDATE label_return SET returned_at = asked_at WHERE ${OPEN}`
      ],
      [
        'a torn half is of a label that came out',
        "INSERT INTO torn_label (label_id, at) SELECT id, at FROM label WHERE state = 'queued'"
      ],
      [
        'of the copies of a label only the newest is good',
        `INSERT INTO label (label, copy, kind, content, printer, state, evidence, at) SELECT label, 2, kind, content, printer, 'queued', '{}', at FROM label WHERE ${OF_T1}`
      ],
      ['a label’s state is its last step', `UPDATE label SET state = 'failed' WHERE ${OF_T1}`]
    ] as const) {
      tamper(station, sql)
      expect(
        verifyStore(db).problems.map((problem) => problem.rule),
        sql
      ).toContain(rule)
      db.exec('ROLLBACK TO as_it_was')
    }
    for (const [found, sql] of DISAGREEING) {
      tamper(station, sql)
      expect(verifyStore(db).problems).toContainEqual(
        expect.objectContaining({
          rule: 'a label’s state and its evidence agree',
          found: expect.stringContaining(found)
        })
      )
      db.exec('ROLLBACK TO as_it_was')
    }
    db.exec('RELEASE as_it_was')
  }, 60_000)
})
