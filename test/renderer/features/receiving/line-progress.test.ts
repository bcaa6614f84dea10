import { describe, expect, it } from 'vitest'
import { quantityOf, ZERO } from '../../../../src/core/quantity.ts'
import {
  capturedOf,
  openOf,
  shareCaptured,
  shareReceived
} from '../../../../src/renderer/src/features/receiving/line-progress.ts'

describe('how far a line is', () => {
  it('is open by what has not come, and never by less than nothing', () => {
    expect(openOf({ ordered: quantityOf(12), received: quantityOf(5) })).toBe(quantityOf(7))
    expect(openOf({ ordered: quantityOf(12), received: quantityOf(13) })).toBe(ZERO)
  })

  it('has a share between nothing and all', () => {
    expect(shareReceived({ ordered: quantityOf(4), received: quantityOf(1) })).toBe(0.25)
    expect(shareReceived({ ordered: quantityOf(4), received: quantityOf(9) })).toBe(1)
    expect(shareReceived({ ordered: ZERO, received: ZERO })).toBe(1)
  })

  it('has captured its serials, or the quantity that was said', () => {
    const serials = ['a', 'b']
    expect(capturedOf({ mode: 'serial-captured', serials, quantity: null })).toBe(quantityOf(2))
    expect(capturedOf({ mode: 'lot', serials: [], quantity: quantityOf(40) })).toBe(quantityOf(40))
    expect(capturedOf({ mode: 'serial-generated', serials: [], quantity: null })).toBeNull()
    expect(shareCaptured({ mode: 'serial-captured', serials, quantity: null, open: quantityOf(8) })).toBe(0.25)
  })
})
