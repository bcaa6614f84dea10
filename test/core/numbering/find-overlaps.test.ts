import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CONTEXT, bindPattern } from '../../../src/core/numbering/bind.ts'
import { findOverlaps } from '../../../src/core/numbering/find-overlaps.ts'
import { findOverlap, shapeOf, type NumberShape } from '../../../src/core/numbering/overlap.ts'
import { PROPERTY_RUNS, anyPatternText, patternOf } from './generated-patterns.ts'

interface Part {
  readonly part: string
  readonly shape: NumberShape
}

function part(text: string, partNumber: string): Part {
  const binding = bindPattern(patternOf(text), { ...EMPTY_CONTEXT, partNumber })
  if (!binding.ok) throw new Error(binding.reason)
  return { part: partNumber, shape: shapeOf(binding.pattern) }
}

function pairs(parts: readonly Part[]) {
  return [...findOverlaps(parts)].map(({ first, second }) => `${first.part} ${second.part}`)
}

describe('finding overlaps among many patterns', () => {
  it('finds the pair that meets, whichever part it is bound to', () => {
    const parts = [part('test{##}', 'A'), part('{PN}-{##}', 'B'), part('test1{#}', 'C'), part('{PN}-{##}', 'D')]
    expect(pairs(parts)).toEqual(['A C'])
  })

  it('lets parts with one pattern share its series', () => {
    expect(pairs([part('SN-{####}', 'A'), part('SN-{####}', 'B')])).toEqual([])
  })

  it('finds a pattern that meets itself', () => {
    expect(pairs([part('{ORDER}{YY}{SITE}-{##}', 'A'), part('SN261-{##}', 'B')])).toEqual(['A A', 'A B'])
  })

  it('finds the same as comparing all with all', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyPatternText.filter((text) => !text.includes('{C}')),
          { maxLength: 8 }
        ),
        (texts) => {
          const items = [...new Set(texts)].map((text) => ({ text, shape: shapeOf(patternOf(text)) }))
          const expected = items.flatMap((second, index) =>
            items
              .slice(0, index + 1)
              .filter((first) => findOverlap(first.shape, second.shape) !== undefined)
              .map((first) => `${first.text} ${second.text}`)
          )
          const found = [...findOverlaps(items)].map(({ first, second }) => `${first.text} ${second.text}`)
          expect(found.sort()).toEqual(expected.sort())
        }
      ),
      { numRuns: Math.ceil(PROPERTY_RUNS / 10) }
    )
  })

  it('compares no part with the thousands that begin otherwise', () => {
    const parts = Array.from({ length: 5_000 }, (_, index) => part('{PN}-{YY}-{####}', `10-${index + 10_000}`))
    let read = 0
    const counted = parts.map((each) => ({
      ...each,
      shape: {
        ...each.shape,
        get isOpen() {
          read += 1
          return each.shape.isOpen
        }
      }
    }))
    expect(pairs(counted)).toEqual([])
    expect(read).toBeLessThan(50 * parts.length)
  })
})
