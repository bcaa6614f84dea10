import { describe, expect, it } from 'vitest'
import type { LotId } from '../../../src/core/ids.ts'
import { ONE, quantityOf, ZERO } from '../../../src/core/quantity.ts'
import { createClerk } from '../../fakes/clerk.ts'
import { aLine, aLot, aPart, aStockRow, fakeDirectory } from '../../fakes/directory.ts'

const UNIT = aPart(1, { tracking: 'serial', serialSource: 'captured' })
const LOT = aPart(2, { tracking: 'lot', lotSource: 'supplier' })
const SCREW = aPart(3)

const unit = { partId: UNIT.id, partNumber: UNIT.partNumber, tracking: 'serial' as const, quantity: ONE }
const screws = { partId: SCREW.id, partNumber: SCREW.partNumber }

const directory = fakeDirectory({
  lines: [aLine(1, UNIT, 5), aLine(2, LOT, 5), aLine(3, SCREW, 5)],
  lots: [{ ...aLot(LOT, 'L1'), id: 7 as LotId }],
  locations: ['DOCK', 'A-01', 'A-02'],
  stock: [
    aStockRow(1, { ...unit, serial: 'S1' }),
    aStockRow(2, { ...unit, serial: 'HELD', status: 'on hold' }),
    aStockRow(3, { ...unit, serial: 'BUILT-IN', quantity: ZERO, status: 'installed' }),
    aStockRow(4, {
      partId: LOT.id,
      partNumber: LOT.partNumber,
      tracking: 'lot',
      lotId: 7 as LotId,
      lot: 'L1',
      status: 'on hold'
    }),
    aStockRow(5, { ...screws, revision: 'A', location: 'A-02' }),
    aStockRow(6, { ...screws, revision: 'B', location: 'A-02' })
  ]
})

function clerkAt(place: string) {
  const clerk = createClerk(directory)
  clerk.scan(`DS:LOC:${place}`)
  return clerk
}

describe('putting away', () => {
  it('takes the place where what is received goes, too', () => {
    expect(clerkAt('A-01').session).toMatchObject({
      location: 'A-01',
      at: { kind: 'put-away', location: 'A-01', pending: null }
    })
  })

  it('moves a unit at once', () => {
    const clerk = clerkAt('A-01')
    expect(clerk.scan('S1')).toMatchObject({ kind: 'accepted', sound: 'accepted' })
    expect(clerk.effects).toEqual([{ kind: 'move', to: 'A-01', parts: [{ row: 1, quantity: ONE }] }])
  })

  it('leaves what is on hold where it is', () => {
    const clerk = clerkAt('A-01')
    expect(clerk.scan('HELD')).toMatchObject({ kind: 'refused', reason: 'on-hold' })
    expect(clerk.scan('L1')).toMatchObject({ kind: 'refused', reason: 'on-hold' })
    expect(clerk.scan('L1').message).toContain('On hold: Q-2026-00001 Cracked housing')
    expect(clerk.effects).toEqual([])
  })

  it('says of a unit that is built in that it is installed', () => {
    const answer = clerkAt('A-01').scan('BUILT-IN')
    expect(answer).toMatchObject({ kind: 'refused', reason: 'already-installed' })
    expect(answer.message).toContain('was installed')
  })

  it('moves all of two revisions that lie together, and never guesses which when it is part of them', () => {
    const clerk = clerkAt('A-01')
    expect(clerk.scanAll(SCREW.partNumber, 'DS:QTY:5', 'DS:DONE')).toMatchObject({
      kind: 'refused',
      reason: 'ambiguous',
      sound: 'attention'
    })
    clerk.scanAll('DS:QTY:24', 'DS:DONE')
    expect(clerk.effects).toEqual([
      {
        kind: 'move',
        to: 'A-01',
        parts: [
          { row: 5, quantity: quantityOf(12) },
          { row: 6, quantity: quantityOf(12) }
        ]
      }
    ])
  })

  it.each(['DS:RUN:1', 'DS:COUNT'])('has to end before %s', (command) => {
    expect(clerkAt('A-01').scan(command)).toMatchObject({ kind: 'refused', reason: 'finish-first' })
  })

  it.each(['DS:DONE', 'DS:QTY:3', 'DS:GENERATE'])('has no use for %s while nothing was scanned', (command) => {
    expect(clerkAt('A-01').scan(command)).toMatchObject({ kind: 'refused', reason: 'wrong-kind' })
  })

  it.each(['DS:HOME', 'DS:CANCEL'])('ends with %s and keeps the place', (command) => {
    const clerk = clerkAt('A-01')
    clerk.scan(command)
    expect(clerk.session).toMatchObject({ location: 'A-01', at: { kind: 'idle' } })
  })

  it('knows a unit by the part that its label names', () => {
    const clerk = clerkAt('A-01')
    const labelOf = (part: string) => `[)>\x1e06\x1dP${part}\x1dSS1\x1e\x04`
    expect(clerk.scan(labelOf(LOT.partNumber))).toMatchObject({ kind: 'refused', reason: 'unknown-code' })
    expect(clerk.scan(labelOf(UNIT.partNumber))).toMatchObject({ kind: 'accepted' })
  })
})
