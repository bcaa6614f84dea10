import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededFor } from '../../../src/core/assembly/need.ts'
import { MAX_QUANTITY, ONE, quantityOf, type Quantity } from '../../../src/core/quantity.ts'

const millionths = (value: number) => value as Quantity

describe('what a build needs of a component', () => {
  it.each([
    ['so much for each', millionths(1_500_000), quantityOf(4), 'lot', quantityOf(6)],
    ['whole units for a part of a lot', ONE, millionths(2_500_000), 'serial', quantityOf(3)],
    ['whole units where they come out whole', quantityOf(2), quantityOf(3), 'serial', quantityOf(6)],
    ['a millionth rather than nothing', millionths(1), millionths(1), 'untracked', millionths(1)],
    ['the largest quantity of all', ONE, MAX_QUANTITY, 'lot', MAX_QUANTITY]
  ] as const)('is %s', (_what, perUnit, built, tracking, needed) => {
    expect(neededFor(perUnit, built, tracking)).toBe(needed)
  })

  it('is absent where it is more than a quantity can be', () => {
    expect(neededFor(quantityOf(2), MAX_QUANTITY, 'lot')).toBeUndefined()
    expect(neededFor(ONE, MAX_QUANTITY, 'serial')).toBeUndefined()
  })

  it('never falls short of the exact amount, nor exceeds it by a step', () => {
    const amounts = fc.integer({ min: 1, max: 50_000_000 })
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom('serial' as const, 'lot' as const), (a, b, tracking) => {
        const needed = BigInt(neededFor(millionths(a), millionths(b), tracking) ?? 0) * 1_000_000n
        const exact = BigInt(a) * BigInt(b)
        const step = tracking === 'serial' ? 1_000_000_000_000n : 1_000_000n
        return needed >= exact && needed - exact < step
      })
    )
  })
})
