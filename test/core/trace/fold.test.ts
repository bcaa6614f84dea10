import { describe, expect, it } from 'vitest'
import { foldTree, type FoldedTree } from '../../../src/core/trace/fold.ts'
import { usedInTree } from '../../../src/core/trace/tree.ts'
import { graphOf } from './graph-of.ts'

/** A lot in `count` modules, each in a device of its own. */
function wide(count: number) {
  const edges = Array.from({ length: count }, (_, index) => [`lot-l 1 m${index}`, `m${index} 1 d${index}`]).flat()
  return usedInTree(graphOf(edges), 'lot-l')
}

const NONE = new Map<string, number>()

function shown({ children }: FoldedTree): number {
  return children.reduce((sum, child) => sum + 1 + shown(child), 0)
}

describe('folding', () => {
  it('leaves a small tree as it is', () => {
    const folded = foldTree(wide(3), 'lot-l', { nodes: 100, children: 12, unfolded: NONE })
    expect([shown(folded), folded.folded]).toEqual([6, null])
  })

  it('shows the first children and counts the others with what hangs on them', () => {
    const folded = foldTree(wide(1_000), 'lot-l', { nodes: 100, children: 12, unfolded: NONE })
    expect(folded.children).toHaveLength(12)
    expect(folded.folded).toEqual({ children: 988, nodes: 1_976 })
  })

  it('shows one more rather than words that one is left out', () => {
    expect(foldTree(wide(13), 'lot-l', { nodes: 100, children: 12, unfolded: NONE }).folded).toBeNull()
  })

  it('shows what is near before what is far where there is no room for all', () => {
    const folded = foldTree(wide(10), 'lot-l', { nodes: 12, children: 12, unfolded: NONE })
    expect(folded.children.map(({ children }) => children.length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(folded.children[2]?.folded).toEqual({ children: 1, nodes: 1 })
  })

  it('shows what was asked for, whatever room there is', () => {
    const unfolded = new Map([['lot-l', 500]])
    const folded = foldTree(wide(1_000), 'lot-l', { nodes: 5, children: 2, unfolded })
    expect(folded.children).toHaveLength(500)
  })
})
