import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexAfterKey } from '../../../src/renderer/src/ui/grid-keys.ts'
import { PAGE_ROWS, pageNumbers, pagesOf } from '../../../src/renderer/src/ui/page-numbers.ts'
import { shownCount } from '../../../src/renderer/src/ui/shown-count.ts'

describe('the keys of a list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['PageDown', 4, 14],
    ['PageUp', 14, 4],
    ['Home', 14, 0],
    ['End', 4, 99]
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(indexAfterKey(key, from, 100, 10)).toBe(to)
  })

  it('lead nowhere beyond the ends', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
    fc.assert(
      fc.property(keys, fc.nat(999), fc.integer({ min: 1, max: 1000 }), fc.nat(50), (key, at, count, page) => {
        const next = indexAfterKey(key, Math.min(at, count - 1), count, page) ?? -1
        return next >= 0 && next < count
      })
    )
  })

  it('leave other keys to whoever wants them, and an empty list alone', () => {
    expect(indexAfterKey('a', 0, 10, 5)).toBeUndefined()
    expect(indexAfterKey('ArrowDown', 0, 0, 5)).toBeUndefined()
  })
})

describe('the pages of a long list', () => {
  it('hold every row that is in sight, and no page more', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(500), (first, length) => {
        const numbers = pageNumbers(pagesOf(first, first + length))
        const [from = -1] = numbers
        const to = numbers.at(-1) ?? -1
        expect(from * PAGE_ROWS).toBeLessThanOrEqual(first)
        expect((from + 1) * PAGE_ROWS).toBeGreaterThan(first)
        expect(to * PAGE_ROWS).toBeLessThanOrEqual(first + length)
        expect((to + 1) * PAGE_ROWS).toBeGreaterThan(first + length)
      })
    )
  })

  it('are laid out as far as Chromium can, and all of them up to 700,000 rows', () => {
    expect(shownCount(700_000, 40)).toBe(700_000)
    expect(shownCount(10_000_000, 40) * 40).toBeLessThan(2 ** 25)
  })
})
