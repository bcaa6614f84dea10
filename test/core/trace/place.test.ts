import { describe, expect, it } from 'vitest'
import { rollUpOf } from '../../../src/core/trace/roll-up.ts'
import { whereabouts } from '../../../src/core/trace/place.ts'
import { quantityOf, subtract, sum, ZERO, type Quantity } from '../../../src/core/quantity.ts'
import { graphOf } from './graph-of.ts'

describe('where a thing is', () => {
  it('is its own place, or inside what, up to the place of the outermost', () => {
    const graph = graphOf(['a 1 b', 'b 1 c'], { c: 'A-01' })
    expect(whereabouts(graph, 'c')).toBe('A-01')
    expect(whereabouts(graph, 'a')).toBe('inside b inside c at A-01')
  })

  it('is said without a place where the outermost has none, and ends in a circle', () => {
    expect(whereabouts(graphOf(['a 1 b']), 'a')).toBe('inside b')
    expect(whereabouts(graphOf(['a 1 b', 'b 1 a']), 'a')).toBe('inside b')
    expect(whereabouts(graphOf([], { a: 'A-01' }), 'nobody')).toBeNull()
  })
})

describe('a roll-up', () => {
  it('adds up: what came, less what went, with what counts corrected, is what is there', () => {
    const moved = {
      received: quantityOf(100),
      reversed: quantityOf(-10),
      built: quantityOf(5),
      installed: quantityOf(-30),
      removed: quantityOf(4),
      consumed: quantityOf(-7),
      scrapped: quantityOf(-3),
      returned: quantityOf(-2),
      archived: quantityOf(-1),
      counted: quantityOf(-6)
    }
    const onHand = sum(Object.values(moved))
    const { received, built, installed, consumed, scrapped, archived, returned, adjusted } = rollUpOf(moved, onHand)
    const negative = (quantity: Quantity) => subtract(ZERO, quantity)
    const parts = [received, built, adjusted, ...[installed, consumed, scrapped, archived, returned].map(negative)]
    expect(sum(parts)).toBe(onHand)
    expect([received, installed]).toEqual([quantityOf(90), quantityOf(26)])
  })
})
