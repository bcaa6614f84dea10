import { describe, expect, it } from 'vitest'
import { containersOf } from '../../../src/core/trace/recall.ts'
import { graphOf } from './graph-of.ts'

function contained(edges: readonly string[], root = 'lot-l') {
  return containersOf(graphOf(edges), root).map(({ node, contains, isTop, through }) => [
    node.key,
    contains === null ? 'some' : contains / 1e6,
    isTop ? 'top' : 'inside',
    through.map(({ key }) => key).join(' ')
  ])
}

describe('what contains a lot', () => {
  it('is everything that it is in, the outermost marked', () => {
    expect(contained(['lot-l 2 a', 'a 1 b', 'b 1 c'])).toEqual([
      ['a', 2, 'inside', ''],
      ['b', 2, 'inside', 'a'],
      ['c', 2, 'top', 'a b']
    ])
  })

  it('is added up over all ways into one unit', () => {
    expect(contained(['lot-l 2 a', 'lot-l 3 b', 'a 1 c', 'b 1 c', 'lot-l 1 c'])).toContainEqual(['c', 6, 'top', ''])
  })

  it('is some, and nobody knows how much, behind a lot or untracked pieces', () => {
    expect(contained(['lot-l 2 lot-m', 'lot-m 1 a', 'lot-l 5 some-s', 'a 1 b', 'lot-l 1 b'])).toEqual([
      ['lot-m', 2, 'inside', ''],
      ['some-s', 5, 'top', ''],
      ['b', 'some', 'top', ''],
      ['a', 'some', 'inside', 'lot-m']
    ])
  })

  it('is nothing where it is in nothing, and an answer where things contain each other', () => {
    expect(contained(['x 1 y'])).toEqual([])
    expect(contained(['lot-l 1 a', 'a 1 b', 'b 1 a']).map(([key]) => key)).toEqual(['a', 'b'])
  })
})
