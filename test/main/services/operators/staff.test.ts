import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../../../src/core/barcode/own-label.ts'
import { addOperator, changeActive, changeBadge, changeRole } from '../../../../src/main/services/operators/staff.ts'
import { allOperators } from '../../../../src/main/store/operator.ts'
import { verifyStore } from '../../../../src/main/store/verify.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'

const OWN_LABEL = encodeOwnLabel({
  partNumber: 'UNTRACKED',
  serial: null,
  lot: 'L1',
  quantity: null,
  label: 'DS00000001',
  copy: 1
})

describe('adding an operator', () => {
  it('begins with an admin', () => {
    const station = stationWithOrder()
    expect(addOperator(station, { badge: 'B-1', name: 'Kim', role: 'clerk' })).toMatchObject({
      reason: 'first-is-admin'
    })
    expect(addOperator(station, { badge: 'B-1', name: 'Ada', role: 'admin' })).toMatchObject({ kind: 'done' })
    expect(addOperator(station, { badge: 'B-2', name: 'Kim', role: 'clerk' })).toMatchObject({ kind: 'done' })
  })

  it.each([
    ['PO-1', 'the number of an order'],
    ['UNTRACKED', 'the number of a part'],
    ['DOCK', 'a place'],
    ['C-1', 'a serial'],
    ['L1', 'a lot'],
    ['Q-2026-00001', 'the number of an issue'],
    ['C-2026-00001', 'the number of a count']
  ])('refuses the badge %s, which is %s', (badge, what) => {
    const station = stationWithOrder()
    scan(station, 'PO-1', 'CAPTURED', 'C-1', 'DS:DONE', 'SUPPLIER-LOT', 'L1', 'DS:QTY:1', 'DS:DONE', 'DS:DONE')
    scan(station, 'DS:HOLD', 'C-1', 'DS:DONE', 'DS:COUNT', 'DS:LOC:DOCK', 'DS:HOME')
    expect(addOperator(station, { badge, name: 'Ada', role: 'admin' })).toMatchObject({
      reason: 'badge-taken',
      message: expect.stringContaining(what)
    })
  })

  it.each(['', ' B-1', 'B-1 ', 'DS:DONE', 'ds:home', 'B\u00e4dge', 'B\u0007', 'x'.repeat(49), OWN_LABEL])(
    'refuses the badge %j, which no scan could tell from something else',
    (badge) => {
      const station = stationWithOrder()
      expect(addOperator(station, { badge, name: 'Ada', role: 'admin' })).toMatchObject({ reason: 'badge-unusable' })
      expect(allOperators(station.db)).toEqual([])
    }
  )

  it.each(['', '  ', ' Ada', 'x'.repeat(61), 'A\u202eda', 'A\nda'])('refuses the name %j', (name) => {
    expect(addOperator(stationWithOrder(), { badge: 'B-1', name, role: 'admin' })).toMatchObject({
      reason: 'name-unusable'
    })
  })

  it('never gives a name or a badge to a second person, also of one who has left', () => {
    const station = stationWithOrder()
    const { kim } = withOperators(station)
    changeActive(station, kim, false)
    expect(addOperator(station, { badge: 'B-NEW', name: 'kim', role: 'clerk' })).toMatchObject({ reason: 'name-taken' })
    expect(addOperator(station, { badge: 'B-KIM', name: 'Kai', role: 'clerk' })).toMatchObject({
      reason: 'badge-taken'
    })
  })
})

describe('the last admin', () => {
  it('neither leaves nor becomes somebody else', () => {
    const station = stationWithOrder()
    const { ada, lea } = withOperators(station)
    expect(changeActive(station, ada, false)).toMatchObject({ reason: 'last-admin' })
    expect(changeRole(station, ada, 'clerk')).toMatchObject({ reason: 'last-admin' })
    expect(changeRole(station, lea, 'admin')).toMatchObject({ kind: 'done' })
    expect(changeRole(station, ada, 'clerk')).toMatchObject({ kind: 'done' })
    expect(verifyStore(station.db).problems).toEqual([])
  })
})

describe('a new badge', () => {
  it('takes the place of the old one, which opens nothing any more', () => {
    const station = stationWithOrder()
    const { kim } = withOperators(station)
    expect(changeBadge(station, kim, 'B-LEA')).toMatchObject({ reason: 'badge-taken' })
    expect(changeBadge(station, kim, 'B-KIM-2')).toMatchObject({ kind: 'done' })
    expect(scan(station, 'B-KIM').answer.title).toBe('Not known')
    expect(scan(station, 'B-KIM-2').answer.title).toBe('Kim')
  })
})

describe('the check', () => {
  it('finds an approval by nobody, a station without an admin, and a receipt taken back by no event of its own', () => {
    const station = stationWithOrder()
    withOperators(station)
    scan(station, 'B-KIM', 'PO-1', 'UNTRACKED', 'DS:QTY:101', 'B-LEA', 'DS:DONE')
    expect(verifyStore(station.db).problems).toEqual([])
    station.db.exec(`
      UPDATE operator SET active = 0 WHERE role = 'admin';
      UPDATE operator SET name = 'Nobody' WHERE role = 'lead';
      UPDATE receipt_line SET reversed_seq = 1;
    `)
    const rules = verifyStore(station.db).problems.map(({ rule }) => rule)
    expect(rules).toEqual(
      expect.arrayContaining([
        'a word was given by an operator',
        'a station with operators has an admin',
        'a receipt is taken back by an event that took as much'
      ])
    )
  })
})
