import { describe, expect, it } from 'vitest'
import type { LotId, RowId } from '../../src/core/ids.ts'
import type { DispositionKind } from '../../src/core/quality/issue.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { inventoryPage } from '../../src/main/services/inventory-view.ts'
import { createIssuesApi } from '../../src/main/services/quality/api.ts'
import { readSession } from '../../src/main/services/session-store.ts'
import { closeIssue, commentIssue, holdIssue, releaseIssue } from '../../src/main/services/quality/change-issue.ts'
import { disposeIssue } from '../../src/main/services/quality/dispose.ts'
import type { IssueSubject } from '../../src/core/quality/effect.ts'
import { raiseIssue, type IssueRequest } from '../../src/main/services/quality/raise-issue.ts'
import { moveRow, removeStock } from '../../src/main/services/stock-changes.ts'
import { issueNumbered, issuesOfLot, issuesOfRow } from '../../src/main/store/issue.ts'
import { unitWithSerial } from '../../src/main/store/inventory.ts'
import { lotsNamed } from '../../src/main/store/lot.ts'
import { verifyStore } from '../../src/main/store/verify.ts'
import { actingContext } from '../../src/main/services/operators/acting.ts'
import { putStock, reason, stockedStation as workshop } from '../helpers/assembly.ts'
import { withOperators } from '../helpers/operators.ts'
import { scan, stationWithOrder, stock } from '../helpers/store.ts'
import { traceCode } from '../helpers/trace.ts'

/** Goods at DOCK: units A1 and A2, unit U1 that came from lot L7, 10 m of lot L1, and 40 untracked pieces. */
function stockedStation(): StationContext {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE')
  scan(station, '[)>\x1e06\x1dPCAPTURED\x1dSU1\x1d1TL7\x1e\x04', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', 'L1', 'DS:QTY:10', 'DS:DONE')
  scan(station, 'UNTRACKED', 'DS:QTY:40', 'DS:DONE', 'DS:DONE')
  return station
}

function rowOf({ db }: StationContext, code: string, location = 'DOCK'): RowId {
  const row = inventoryPage({ db }, '', 'stock', 0, 50).rows.find(
    (each) => (each.serial ?? each.lot ?? each.partNumber) === code && each.location === location
  )
  if (!row) throw new Error(`${code} is in stock at ${location}`)
  return row.id
}

function lotOf({ db }: StationContext, text: string): LotId {
  const [lot] = lotsNamed(db, text)
  if (!lot) throw new Error(`${text} is a lot`)
  return lot.id
}

const ofRow = (row: RowId): IssueSubject => ({ kind: 'row', row })
const ofLot = (lot: LotId): IssueSubject => ({ kind: 'lot', lot })

function raise(station: StationContext, subject: IssueSubject, more: Partial<IssueRequest> = {}): string {
  const outcome = raiseIssue(station, {
    subject,
    title: 'Cracked housing',
    description: 'Seen under the lamp.',
    severity: 'major',
    holds: true,
    ...more
  })
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.issue
}

function dispose(
  station: StationContext,
  issue: string,
  kind: DispositionKind,
  quantity: string | null = null,
  row: RowId | null = null
) {
  return disposeIssue(station, issue, { kind, quantity, row, reason: 'Decided by the book' })
}

function statusOf({ db }: StationContext, code: string, location = 'DOCK'): string | undefined {
  return inventoryPage({ db }, '', 'all', 0, 50).rows.find(
    (each) => (each.serial ?? each.lot ?? each.partNumber) === code && each.location === location
  )?.status
}

const ON_HOLD = 'On hold: Q-2026-00001 Cracked housing'

describe('serial: an issue attaches to a unit', () => {
  it('holds that unit and no other, and its scan says so', () => {
    const station = stockedStation()
    expect(raise(station, ofRow(rowOf(station, 'A1')))).toBe('Q-2026-00001')
    expect(statusOf(station, 'A1')).toBe('on hold')
    expect(statusOf(station, 'A2')).toBe('available')
    const { answer } = scan(station, 'A1')
    expect(answer).toMatchObject({ sound: 'attention', show: { kind: 'trace', code: 'A1' } })
    expect(answer.message).toContain(ON_HOLD)
    expect(scan(station, 'A2').answer.sound).toBe('accepted')
  })

  it('goes wherever the unit goes', () => {
    const station = stockedStation()
    const row = rowOf(station, 'A1')
    raise(station, ofRow(row))
    expect(moveRow(station, row, 'A-02', null).kind).toBe('allowed')
    expect(statusOf(station, 'A1', 'A-02')).toBe('on hold')
  })

  it('has no quantity of its own: the unit is scrapped whole', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')))
    expect(dispose(station, issue, 'scrap', '0.5')).toMatchObject({ reason: 'quantity-wrong' })
    expect(dispose(station, issue, 'scrap').kind).toBe('allowed')
    expect(statusOf(station, 'A1')).toBe('scrapped')
    expect(stock(station)).not.toContain('CAPTURED A1 DOCK 1')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('is told of in the unit’s history, from raising to closing', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')))
    commentIssue(station, issue, 'Light scratch only')
    dispose(station, issue, 'use-as-is')
    closeIssue(station, issue, 'Accepted by the customer')
    const trace = traceCode(station.db, 'A1', null)
    expect(trace.kind === 'found' && trace.trace.history.map(({ event }) => event)).toEqual([
      'unit-received',
      'issue-raised',
      'issue-commented',
      'issue-disposed',
      'issue-released',
      'issue-closed'
    ])
  })

  it('is raised on a unit that is gone, too: what is found later belongs to it', () => {
    const station = stockedStation()
    const row = rowOf(station, 'A1')
    removeStock(station, row, { kind: 'consumed', quantity: null, reason: 'Used in testing' })
    const issue = raise(station, ofRow(row))
    expect(dispose(station, issue, 'scrap')).toMatchObject({ reason: 'gone' })
    expect(issuesOfRow(station.db, row).map(({ number }) => number)).toEqual([issue])
  })
})

describe('lot: an issue attaches to the lot, wherever its rows are', () => {
  it('holds all its rows', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:HOME')
    raise(station, ofLot(lotOf(station, 'L1')))
    expect(statusOf(station, 'L1', 'DOCK')).toBe('on hold')
    expect(statusOf(station, 'L1', 'A-01')).toBe('on hold')
  })

  it('is raised from any of its rows', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'L1')))
    expect(issueNumbered(station.db, issue)).toMatchObject({ subject: 'lot', lot: 'L1', row: null })
  })

  it('holds what is received of it later, and says so when it comes in', () => {
    const station = stockedStation()
    raise(station, ofLot(lotOf(station, 'L1')))
    const { answer } = scan(station, 'DS:LOC:A-01', 'PO-1', 'SUPPLIER-LOT', 'L1', 'DS:QTY:5', 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'attention', title: '5 m received' })
    expect(answer.message).toContain(ON_HOLD)
    expect(stock(station)).toContain('SUPPLIER-LOT L1 A-01 5')
    expect(statusOf(station, 'L1', 'A-01')).toBe('on hold')
  })

  it('holds the units that carry it', () => {
    const station = stockedStation()
    raise(station, ofLot(lotOf(station, 'L7')))
    expect(statusOf(station, 'U1')).toBe('on hold')
    expect(scan(station, 'U1').answer.message).toContain(ON_HOLD)
    expect(scan(station, 'DS:LOC:A-01', 'U1').answer).toMatchObject({ sound: 'refused', title: 'On hold' })
    expect(issuesOfRow(station.db, rowOf(station, 'U1'))).toHaveLength(1)
  })

  it('leaves a lot of the same number on another part alone', () => {
    const station = stockedStation()
    scan(station, 'PO-1', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE', 'DS:DONE')
    station.db.prepare("UPDATE lot SET lot = 'L1' WHERE lot LIKE 'LOT-%'").run()
    raise(station, ofRow(rowOf(station, 'L1')))
    expect(
      inventoryPage(station, '', 'stock', 0, 50)
        .rows.filter(({ lot }) => lot === 'L1')
        .map(({ partNumber, status }) => `${partNumber}: ${status}`)
        .sort()
    ).toEqual(['OWN-LOT: on hold', 'SUPPLIER-LOT: available'])
  })

  it('scraps so much of it, from the place that is said when it lies at several', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'L1', 'DS:QTY:4', 'DS:DONE', 'DS:HOME')
    const issue = raise(station, ofLot(lotOf(station, 'L1')))
    expect(dispose(station, issue, 'scrap', '3')).toMatchObject({ kind: 'refused', reason: 'place-missing' })
    expect(dispose(station, issue, 'scrap', '5', rowOf(station, 'L1', 'A-01'))).toMatchObject({
      reason: 'more-than-there'
    })
    expect(dispose(station, issue, 'scrap', '3', rowOf(station, 'L1', 'A-01')).kind).toBe('allowed')
    expect(stock(station).filter((row) => row.includes('L1'))).toEqual([
      'SUPPLIER-LOT L1 A-01 1',
      'SUPPLIER-LOT L1 DOCK 6'
    ])
    expect(traceCode(station.db, 'L1', null)).toMatchObject({ trace: { totals: { scrapped: 3_000_000 } } })
  })

  it('lists the issues of its units with its own', () => {
    const station = stockedStation()
    raise(station, ofRow(rowOf(station, 'U1')))
    raise(station, ofLot(lotOf(station, 'L7')))
    expect(issuesOfLot(station.db, lotOf(station, 'L7')).map(({ subject }) => subject)).toEqual(['unit', 'lot'])
  })
})

describe('untracked: an issue attaches to the part’s inventory row at a location', () => {
  it('holds what lies there and not what lies elsewhere', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:15', 'DS:DONE', 'DS:HOME')
    raise(station, ofRow(rowOf(station, 'UNTRACKED', 'A-01')))
    expect(statusOf(station, 'UNTRACKED', 'A-01')).toBe('on hold')
    expect(statusOf(station, 'UNTRACKED', 'DOCK')).toBe('available')
    expect(scan(station, 'UNTRACKED').answer).toMatchObject({ sound: 'attention' })
  })

  it('lets what lies elsewhere be put away, and refuses what is held', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:15', 'DS:DONE', 'DS:HOME')
    raise(station, ofRow(rowOf(station, 'UNTRACKED', 'A-01')))
    const chosen = scan(station, 'DS:LOC:A-02', 'UNTRACKED').answer
    expect(chosen).toMatchObject({ sound: 'attention' })
    expect(scan(station, 'A-01').answer).toMatchObject({ sound: 'refused', title: 'On hold' })
    expect(scan(station, 'DOCK', 'DS:DONE').answer.title).toBe('25 pcs to A-02')
    expect(stock(station).filter((row) => row.startsWith('UNTRACKED'))).toEqual([
      'UNTRACKED - A-01 15',
      'UNTRACKED - A-02 25'
    ])
  })

  it('holds what is received there later, and says so', () => {
    const station = stockedStation()
    raise(station, ofRow(rowOf(station, 'UNTRACKED')))
    const { answer } = scan(station, 'PO-1', 'UNTRACKED', 'DS:QTY:5', 'DS:DONE')
    expect(answer.message).toContain(ON_HOLD)
    expect(stock(station)).toContain('UNTRACKED - DOCK 45')
  })

  it('stays with the stock when quality takes some of it to another place', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'UNTRACKED')))
    moveRow(station, rowOf(station, 'UNTRACKED'), 'A-02', '10')
    expect(statusOf(station, 'UNTRACKED', 'A-02')).toBe('on hold')
    expect(dispose(station, issue, 'scrap', '10', rowOf(station, 'UNTRACKED', 'A-02')).kind).toBe('allowed')
    expect(dispose(station, issue, 'use-as-is', '30').kind).toBe('allowed')
    expect(statusOf(station, 'UNTRACKED')).toBe('available')
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('by scanning alone', () => {
  it.each([
    ['serial: a unit', 'A1', 'Unit A1'],
    ['lot: a lot', 'L1', 'Lot L1 of SUPPLIER-LOT'],
    ['untracked: stock at its place', 'UNTRACKED', 'UNTRACKED at DOCK']
  ])('%s is put on hold', (_what, code, title) => {
    const station = stockedStation()
    expect(scan(station, 'DS:HOLD').answer.show).toEqual({ kind: 'raise', row: null, code: null, part: null })
    expect(scan(station, code).answer).toMatchObject({ sound: 'accepted', title })
    const { answer, effects } = scan(station, 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'line-complete', show: { kind: 'issue', issue: 'Q-2026-00001' } })
    expect(effects.issuesChanged).toBe(true)
    expect(statusOf(station, code)).toBe('on hold')
    expect(issueNumbered(station.db, 'Q-2026-00001')).toMatchObject({ holds: 1, raisedBy: 'kim', severity: 'major' })
    expect(scan(station, code).answer.message).toContain('On hold: Q-2026-00001')
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('asks where untracked stock is wrong when it lies at several places', () => {
    const station = stockedStation()
    scan(station, 'DS:LOC:A-01', 'UNTRACKED', 'DS:QTY:15', 'DS:DONE', 'DS:HOME')
    expect(scan(station, 'DS:HOLD', 'UNTRACKED').answer.message).toContain('25 pcs at DOCK, 15 pcs at A-01')
    expect(scan(station, 'DS:DONE').answer).toMatchObject({ sound: 'attention', title: 'Where?' })
    expect(scan(station, 'A-02').answer).toMatchObject({ sound: 'refused', title: 'Not there' })
    expect(scan(station, 'DS:LOC:NOWHERE').answer).toMatchObject({ title: 'Unknown place' })
    scan(station, 'DS:LOC:A-01', 'DS:DONE')
    expect([statusOf(station, 'UNTRACKED', 'A-01'), statusOf(station, 'UNTRACKED')]).toEqual(['on hold', 'available'])
  })

  it('tells of what is held already, and takes another thing instead', () => {
    const station = stockedStation()
    raise(station, ofRow(rowOf(station, 'A1')))
    const { answer } = scan(station, 'DS:HOLD', 'A1')
    expect(answer).toMatchObject({ sound: 'attention' })
    expect(answer.message).toContain(ON_HOLD)
    scan(station, 'A2', 'DS:DONE')
    expect(issueNumbered(station.db, 'Q-2026-00002')).toMatchObject({ serial: 'A2' })
  })

  it.each([
    ['DS:DONE', 'Nothing to hold'],
    ['DS:UNDO', 'Nothing to take back'],
    ['DS:QTY:3', 'All of it is held'],
    ['DS:LOC:A-01', 'A place is not held'],
    ['DS:COUNT', 'Finish first'],
    ['CAPTURED', 'That is a part'],
    ['NOBODY-KNOWS', 'Not known']
  ])('refuses %s while nothing is named, and holds nothing', (text, title) => {
    const station = stockedStation()
    expect(scan(station, 'DS:HOLD', text).answer.title).toBe(title)
    expect(station.db.prepare('SELECT count(*) AS n FROM issue').get()).toEqual({ n: 0 })
  })

  it.each(['DS:CANCEL', 'DS:HOME'])('is left by %s, and nothing is held', (command) => {
    const station = stockedStation()
    expect(scan(station, 'DS:HOLD', 'A1', command).answer.title).toBe('Ready')
    expect(scan(station, 'A1').answer).toMatchObject({ sound: 'accepted', show: { kind: 'trace' } })
  })

  it('waits for what is being received, put away or built', () => {
    const station = stockedStation()
    expect(scan(station, 'PO-1', 'DS:HOLD').answer.title).toBe('Finish first')
    scan(station, 'DS:CANCEL')
    expect(scan(station, 'DS:LOC:A-01', 'DS:HOLD').answer.title).toBe('Finish first')
  })

  it('ends when the form is finished or left in the window', async () => {
    const station = stockedStation()
    const api = createIssuesApi({
      context: station,
      dataFolder: '',
      writable: (work) => work(),
      issuesChanged: () => {}
    })
    scan(station, 'DS:HOLD', 'A1')
    await api.leave({})
    expect(readSession(station.db).at.kind).toBe('idle')
    scan(station, 'DS:HOLD', 'A1')
    const row = rowOf(station, 'A1')
    await api.raise({ row, lot: null, title: 'Bent', description: '', severity: 'minor', holds: true })
    expect(readSession(station.db).at.kind).toBe('idle')
    scan(station, 'PO-1', 'CAPTURED')
    await api.leave({})
    expect(readSession(station.db).at.kind).toBe('line')
  })
})

describe('a hold', () => {
  it.each([
    ['a unit', 'A1'],
    ['a lot', 'L1'],
    ['untracked stock', 'UNTRACKED']
  ])('keeps %s from being put away by scan, and the refusal names the issue', (_what, code) => {
    const station = stockedStation()
    raise(station, ofRow(rowOf(station, code)))
    const before = stock(station)
    const { answer } = scan(station, 'DS:LOC:A-01', code)
    expect(answer).toMatchObject({ sound: 'refused', title: 'On hold' })
    expect(answer.message).toContain(ON_HOLD)
    scan(station, 'DS:DONE')
    expect(stock(station)).toEqual(before)
  })

  it.each([
    ['A1', 'consumed'],
    ['A1', 'scrapped'],
    ['L1', 'archived'],
    ['UNTRACKED', 'consumed']
  ] as const)('keeps %s from being %s but by a disposition', (code, kind) => {
    const station = stockedStation()
    const row = rowOf(station, code)
    raise(station, ofRow(row))
    expect(removeStock(station, row, { kind, quantity: null, reason: 'Used in testing' })).toMatchObject({
      kind: 'refused',
      reason: 'on-hold',
      message: expect.stringContaining(ON_HOLD) as string
    })
  })

  it.each([
    ['a unit', 'M1'],
    ['a lot', 'C-1'],
    ['untracked stock', 'SCREW']
  ])('keeps %s from being installed by scan, and the refusal names the issue', (_what, code) => {
    const station = workshop()
    raise(station, ofRow(rowOf(station, code)))
    const before = stock(station)
    scan(station, 'DS:RUN:G-1')
    const { answer } = scan(station, code)
    expect([answer.title, reason(station)]).toEqual(['On hold', 'on-hold'])
    expect(answer.message).toContain(ON_HOLD)
    scan(station, 'DS:DONE')
    expect(stock(station)).toEqual(before)
  })

  it('keeps a unit from being installed that carries a lot on hold', () => {
    const station = workshop()
    putStock(station, 'MOTOR', { revision: 'A', serial: 'M9', lot: 'L-9' })
    raise(station, ofLot(lotOf(station, 'L-9')))
    expect(scan(station, 'DS:RUN:G-1', 'M9').answer.title).toBe('On hold')
    expect(scan(station, 'M1').answer.sound).toBe('accepted')
  })

  it('leaves what is built in where it is, and holds it again when it is taken out', () => {
    const station = workshop()
    const row = rowOf(station, 'M1')
    scan(station, 'DS:RUN:G-1', 'M1', 'DS:HOME')
    const issue = raise(station, ofRow(row))
    expect(statusOf(station, 'M1')).toBe('installed')
    expect(dispose(station, issue, 'scrap')).toMatchObject({ reason: 'gone' })
    expect(dispose(station, issue, 'use-as-is').kind).toBe('allowed')
  })

  it('is set on an open issue and let go again, each with a reason and an event', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')), { holds: false })
    expect(scan(station, 'DS:LOC:A-01', 'A1').answer.title).toBe('A1 to A-01')
    expect(holdIssue(station, issue, ' ')).toMatchObject({ reason: 'reason-missing' })
    expect(holdIssue(station, issue, 'Crack grows').kind).toBe('allowed')
    expect(holdIssue(station, issue, 'Crack grows')).toMatchObject({ reason: 'already-held' })
    expect(scan(station, 'DS:LOC:A-02', 'A1').answer.title).toBe('On hold')
    expect(releaseIssue(station, issue, 'Only a scratch').kind).toBe('allowed')
    expect(releaseIssue(station, issue, 'Only a scratch')).toMatchObject({ reason: 'not-held' })
    expect(scan(station, 'A1').answer.title).toBe('A1 to A-02')
  })

  it('lasts until the last of several issues lets go', () => {
    const station = stockedStation()
    const first = raise(station, ofRow(rowOf(station, 'L1')))
    const second = raise(station, ofRow(rowOf(station, 'L1')), { title: 'Wrong colour' })
    releaseIssue(station, first, 'Only a scratch')
    const { message } = scan(station, 'L1').answer
    expect(message).toContain(`On hold: ${second} Wrong colour`)
    releaseIssue(station, second, 'Colour agreed')
    expect(statusOf(station, 'L1')).toBe('available')
  })

  it('lets quality take the thing to quarantine by hand', () => {
    const station = stockedStation()
    raise(station, ofRow(rowOf(station, 'L1')))
    expect(moveRow(station, rowOf(station, 'L1'), 'A-02', '4').kind).toBe('allowed')
    expect(statusOf(station, 'L1', 'A-02')).toBe('on hold')
  })
})

describe('who may do what with an issue', () => {
  it('lets a clerk raise, comment and hold, and nobody but quality let go, decide and close', () => {
    const station = stockedStation()
    withOperators(station)
    scan(station, 'B-KIM')
    const issue = raise(actingContext(station), ofRow(rowOf(station, 'A1')), { holds: false })
    expect(commentIssue(station, issue, 'Seen at the dock').kind).toBe('allowed')
    expect(holdIssue(station, issue, 'Crack grows').kind).toBe('allowed')
    expect(releaseIssue(station, issue, 'Fine by me')).toMatchObject({ reason: 'not-allowed' })
    expect(dispose(station, issue, 'use-as-is')).toMatchObject({ reason: 'not-allowed' })
    expect(closeIssue(station, issue, 'Done with it')).toMatchObject({
      reason: 'not-allowed',
      message: 'Nobody but quality or admin closes an issue. Have one of them sign in.'
    })
    expect(issueNumbered(station.db, issue)).toMatchObject({ raisedBy: 'Kim', holds: 1 })
    scan(station, 'B-QUIN')
    expect(dispose(station, issue, 'use-as-is').kind).toBe('allowed')
    expect(closeIssue(actingContext(station), issue, 'Done with it').kind).toBe('allowed')
    expect(issueNumbered(station.db, issue)).toMatchObject({ closedBy: 'Quin' })
  })

  it('lets quality take what is held to quarantine, by hand and by scan, and nobody else', () => {
    const station = stockedStation()
    withOperators(station)
    raise(station, ofRow(rowOf(station, 'L1')))
    scan(station, 'B-KIM')
    expect(moveRow(station, rowOf(station, 'L1'), 'A-02', null)).toMatchObject({
      reason: 'on-hold',
      message: expect.stringContaining('Nobody but quality or admin moves it') as string
    })
    expect(scan(station, 'DS:LOC:A-02', 'L1').answer).toMatchObject({ sound: 'refused', title: 'On hold' })
    scan(station, 'DS:HOME', 'B-QUIN')
    expect(moveRow(station, rowOf(station, 'L1'), 'A-01', '1').kind).toBe('allowed')
    scan(station, 'DS:LOC:A-02', 'L1', 'DOCK')
    const { answer } = scan(station, 'DS:DONE')
    expect(answer).toMatchObject({ sound: 'attention', title: '9 m to A-02' })
    expect(answer.message).toContain(ON_HOLD)
    expect(statusOf(station, 'L1', 'A-02')).toBe('on hold')
  })
})

describe('a disposition', () => {
  it.each(['A1', 'L1', 'UNTRACKED'])('returns %s to its supplier: it leaves the stock', (code) => {
    const station = stockedStation()
    const row = rowOf(station, code)
    const issue = raise(station, ofRow(row))
    expect(dispose(station, issue, 'return').kind).toBe('allowed')
    expect(statusOf(station, code)).toBe('archived')
    expect(station.db.prepare('SELECT kind FROM movement WHERE row_id = ? ORDER BY id DESC').get(row)).toEqual({
      kind: 'returned'
    })
    expect(verifyStore(station.db).problems).toEqual([])
  })

  it('says of a returned unit where it is when it is scanned again', () => {
    const station = stockedStation()
    dispose(station, raise(station, ofRow(rowOf(station, 'A1'))), 'return')
    expect(scan(station, 'DS:LOC:A-01', 'A1').answer.message).toContain(
      'was returned to its supplier 2026-11-23 by kim'
    )
  })

  it.each(['use-as-is', 'rework'] as const)(
    'to %s ends the hold once all of it is decided, and takes nothing out',
    (kind) => {
      const station = stockedStation()
      const issue = raise(station, ofRow(rowOf(station, 'L1')))
      expect(dispose(station, issue, kind, '7').kind).toBe('allowed')
      expect(statusOf(station, 'L1')).toBe('on hold')
      expect(dispose(station, issue, 'scrap', '3').kind).toBe('allowed')
      expect(statusOf(station, 'L1')).toBe('available')
      expect(stock(station)).toContain('SUPPLIER-LOT L1 DOCK 7')
      expect(verifyStore(station.db).problems).toEqual([])
    }
  )

  it('never exceeds what is there', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'L1')))
    expect(dispose(station, issue, 'use-as-is', '10.000001')).toMatchObject({ reason: 'more-than-there' })
    dispose(station, issue, 'use-as-is', '8')
    expect(dispose(station, issue, 'rework', '3')).toMatchObject({ reason: 'more-than-there' })
    expect(dispose(station, issue, 'rework').kind).toBe('allowed')
    expect(dispose(station, issue, 'rework')).toMatchObject({ reason: 'already-decided' })
    // What was reworked in vain is scrapped after all.
    expect(dispose(station, issue, 'scrap', '11')).toMatchObject({ reason: 'more-than-there' })
    expect(dispose(station, issue, 'scrap').kind).toBe('allowed')
    expect(dispose(station, issue, 'scrap')).toMatchObject({ reason: 'gone' })
  })

  it.each(['0', '-1', '1e9', '0.0000001', '', 'ten'])('refuses the quantity %j and changes nothing', (quantity) => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'UNTRACKED')))
    const events = () => station.db.prepare('SELECT count(*) AS n FROM event').get()
    const before = events()
    expect(dispose(station, issue, 'scrap', quantity)).toMatchObject({ reason: 'quantity-wrong' })
    expect(dispose(station, issue, 'use-as-is', quantity)).toMatchObject({ reason: 'quantity-wrong' })
    expect(events()).toEqual(before)
  })
})

describe('closing', () => {
  it('needs a reason and waits for the hold to end', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')))
    expect(closeIssue(station, issue, '')).toMatchObject({ reason: 'reason-missing' })
    expect(closeIssue(station, issue, 'Done with it')).toMatchObject({ reason: 'on-hold' })
    dispose(station, issue, 'scrap')
    expect(closeIssue(station, issue, 'Done with it').kind).toBe('allowed')
    expect(issueNumbered(station.db, issue)).toMatchObject({ holds: 0, closedFor: 'Done with it', closedBy: 'kim' })
  })

  it('is for good: what comes up later is a new issue', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')), { holds: false })
    closeIssue(station, issue, 'Nothing found')
    expect(commentIssue(station, issue, 'But')).toMatchObject({ reason: 'closed' })
    expect(holdIssue(station, issue, 'Crack grows')).toMatchObject({ reason: 'closed' })
    expect(dispose(station, issue, 'scrap')).toMatchObject({ reason: 'closed' })
    expect(closeIssue(station, issue, 'Again')).toMatchObject({ reason: 'closed' })
    expect(raise(station, ofRow(rowOf(station, 'A1')))).toBe('Q-2026-00002')
  })
})

describe('raising', () => {
  it.each([
    ['no title', { title: '  ' }, 'text-missing'],
    ['a title of control characters', { title: '\u0000\u001b \u202e' }, 'text-missing'],
    ['a title beyond all measure', { title: 'x'.repeat(121) }, 'too-long'],
    ['a description beyond all measure', { description: 'x'.repeat(4001) }, 'too-long']
  ])('refuses %s, and uses up no number', (_what, more, reason) => {
    const station = stockedStation()
    const request = {
      subject: ofRow(rowOf(station, 'A1')),
      title: 'Cracked',
      description: '',
      severity: 'minor',
      holds: true
    } as const
    expect(raiseIssue(station, { ...request, ...more })).toMatchObject({ kind: 'refused', reason })
    expect(raise(station, ofRow(rowOf(station, 'A1')))).toBe('Q-2026-00001')
  })

  it('keeps hostile text as text of one line', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')), {
      title: '<img src=x onerror=alert(1)>\n"; DROP TABLE issue'
    })
    expect(issueNumbered(station.db, issue)?.title).toBe('<img src=x onerror=alert(1)> "; DROP TABLE issue')
  })

  it('opens its screen when its number is scanned', () => {
    const station = stockedStation()
    const issue = raise(station, ofRow(rowOf(station, 'A1')))
    expect(scan(station, issue).answer.show).toEqual({ kind: 'issue', issue })
  })

  it('is refused for what is not there', () => {
    const station = stockedStation()
    expect(() => raise(station, ofRow(9999 as RowId))).toThrow('not in the inventory')
    expect(() => raise(station, ofLot(9999 as LotId))).toThrow('not known')
    expect(unitWithSerial(station.db, 'A1')?.held).toBe(0)
  })
})
