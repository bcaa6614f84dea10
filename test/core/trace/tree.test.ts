import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeOfTree, rowsOfTree, sizeOf, usedInTree, type TreeNode } from '../../../src/core/trace/tree.ts'
import { graphOf } from './graph-of.ts'

function told(trees: readonly TreeNode[]): readonly string[] {
  return rowsOfTree(trees, '').map(
    ({ tree, depth }) => `${'  '.repeat(depth)}${tree.quantity / 1e6} ${tree.node.key}${tree.repeated ? ' …' : ''}`
  )
}

describe('a tree', () => {
  it('goes down to what everything is made of', () => {
    expect(told(madeOfTree(graphOf(['a 1 b', 'lot-l 2 b', 'b 1 c', 'lot-l 3 c']), 'c'))).toEqual([
      '1 b',
      '  1 a',
      '  2 lot-l',
      '3 lot-l'
    ])
  })

  it('goes up to what everything is in', () => {
    expect(told(usedInTree(graphOf(['lot-l 2 b', 'lot-l 3 c', 'b 1 c']), 'lot-l'))).toEqual(['2 b', '  1 c', '3 c'])
  })

  it('adds up what went in at several times, with the runs that put it in', () => {
    const [tree] = madeOfTree(graphOf(['lot-l 2 b', 'lot-l 3 b']), 'b')
    expect(tree).toMatchObject({ quantity: 5_000_000, runs: ['R-1', 'R-2'] })
  })

  it('tells what hangs on a node once, where it is nearest, and says elsewhere that it did', () => {
    expect(told(madeOfTree(graphOf(['x 1 lot-l', 'lot-l 1 a', 'lot-l 1 top', 'a 1 top']), 'top'))).toEqual([
      '1 lot-l',
      '  1 x',
      '1 a',
      '  1 lot-l …'
    ])
  })

  it('ends where things are said to contain each other', () => {
    expect(told(usedInTree(graphOf(['a 1 b', 'b 1 c', 'c 1 a']), 'a'))).toEqual(['1 b', '  1 c', '    1 a …'])
  })

  it('tells each node that is reached exactly once with what hangs on it, whatever the graph', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'lot-e', 'some-f')
    const edges = fc.array(fc.tuple(key, key).map(([from, to]) => `${from} 1 ${to}`))
    fc.assert(
      fc.property(edges, (list) => {
        const graph = graphOf([...list, 'a 1 z'])
        const rows = rowsOfTree(usedInTree(graph, 'a'), 'a')
        const parents = rows.flatMap(({ tree }) => (tree.children.length > 0 ? [tree.node.key] : []))
        expect(new Set(parents).size).toBe(parents.length)
        expect(sizeOf(usedInTree(graph, 'a'))).toBe(rows.length)
      })
    )
  })
})
