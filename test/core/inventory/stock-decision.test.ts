import { describe, expect, it } from 'vitest'
import { UTC } from '../../../src/core/clock.ts'
import { decideMove, decideRemoval } from '../../../src/core/inventory/stock-decision.ts'
import { quantityOf, ZERO } from '../../../src/core/quantity.ts'
import { aStockRow } from '../../fakes/directory.ts'

const SCRAP = { kind: 'scrapped', quantity: null, reason: 'Dropped' } as const
const A_01 = { code: 'A-01', exists: true }

describe('what a person asks of a row', () => {
  it('is about all of it where no quantity is said', () => {
    expect(decideRemoval(aStockRow(1), undefined, UTC, SCRAP)).toEqual({ kind: 'allowed', quantity: quantityOf(12) })
    expect(decideMove(aStockRow(1), undefined, UTC, A_01, null)).toEqual({ kind: 'allowed', quantity: quantityOf(12) })
  })

  it('is about as much as is said, up to all of it', () => {
    expect(decideRemoval(aStockRow(1), undefined, UTC, { ...SCRAP, quantity: '12' }).kind).toBe('allowed')
    expect(decideRemoval(aStockRow(1), undefined, UTC, { ...SCRAP, quantity: '12.000001' })).toMatchObject({
      kind: 'refused',
      reason: 'more-than-there'
    })
  })

  it('waits while the row is on hold', () => {
    const held = aStockRow(1, { status: 'on hold' })
    expect(decideRemoval(held, undefined, UTC, SCRAP)).toMatchObject({ reason: 'on-hold' })
    expect(decideMove(held, undefined, UTC, A_01, null)).toMatchObject({ reason: 'on-hold' })
  })

  it('is refused for what is gone, with when, by whom and why', () => {
    const gone = aStockRow(1, { tracking: 'lot', lot: 'L1', quantity: ZERO, status: 'archived' })
    const last = { kind: 'archived', at: '2026-11-20T08:00:00.000Z' as never, operator: 'kim', reason: 'Left' } as const
    expect(decideMove(gone, last, UTC, A_01, null)).toEqual({
      kind: 'refused',
      reason: 'gone',
      message: 'Lot L1 of PART-1 was archived 2026-11-20 by kim at DOCK: Left. Put it aside and ask a lead.'
    })
  })
})
