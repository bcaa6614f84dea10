import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../../../src/core/quantity.ts'
import type { Quantity } from '../../../src/core/quantity.ts'
import { groupedCount, groupedQuantity } from '../../../src/renderer/src/ui/grouped-quantity.ts'

const THIN = '\u2009'

describe('a quantity for reading', () => {
  it.each([
    ['0', '0'],
    ['7', '7'],
    ['999', '999'],
    ['1000', `1${THIN}000`],
    ['12500.25', `12${THIN}500.25`],
    ['-1234567.000001', `-1${THIN}234${THIN}567.000001`],
    ['999999999.999999', `999${THIN}999${THIN}999.999999`]
  ])('shows %s with its whole digits in threes and its decimals as they are', (text, shown) => {
    expect(groupedQuantity(quantity(text))).toBe(shown)
  })

  it('groups counts likewise', () => {
    expect(groupedCount(100_000)).toBe(`100${THIN}000`)
  })
})

function quantity(text: string): Quantity {
  const reading = parseQuantity(text)
  if (!reading.ok) throw new Error(`${text} is no quantity`)
  return reading.quantity
}
