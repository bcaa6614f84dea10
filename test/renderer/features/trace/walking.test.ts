import { describe, expect, it } from 'vitest'
import { foldTree } from '../../../../src/core/trace/fold.ts'
import { madeOfTree, usedInTree } from '../../../../src/core/trace/tree.ts'
import { drawingOf, placeBoxes } from '../../../../src/renderer/src/features/trace/graph/drawing.ts'
import { nextBox } from '../../../../src/renderer/src/features/trace/graph/next-box.ts'
import { before, walked } from '../../../../src/renderer/src/features/trace/trail.ts'
import { graphOf, nodeOf } from '../../../core/trace/graph-of.ts'

const LIMITS = { nodes: 100, children: 2, unfolded: new Map<string, number>() }

function drawing(edges: readonly string[], root: string) {
  const graph = graphOf(edges)
  return drawingOf(
    nodeOf(root),
    foldTree(madeOfTree(graph, root), root, LIMITS),
    foldTree(usedInTree(graph, root), root, LIMITS)
  )
}

describe('the drawing of a graph', () => {
  it('has components to the left of what they are in', () => {
    const { boxes, lines } = drawing(['a 1 b', 'b 1 c'], 'b')
    const places = placeBoxes({ boxes, lines })
    expect(boxes.map(({ id }) => places.get(id)?.x ?? NaN).every((x) => !Number.isNaN(x))).toBe(true)
    const [a, b, c] = ['a', 'b', 'c'].map((id) => places.get(id)?.x ?? 0)
    expect(a).toBeLessThan(b ?? 0)
    expect(b).toBeLessThan(c ?? 0)
  })

  it('has one box for a thing that is in two, and one for the pieces in each where nobody tells them apart', () => {
    const edges = ['lot-l 1 a', 'lot-l 1 b', 'some-s 4 a', 'some-s 4 b', 'a 1 top', 'b 1 top']
    const ids = drawing(edges, 'top').boxes.map(({ id }) => id)
    expect(ids.filter((id) => id.includes('lot-l'))).toHaveLength(1)
    expect(ids.filter((id) => id.includes('some-s'))).toHaveLength(2)
  })

  it('says how many more there are', () => {
    const edges = ['a', 'b', 'c', 'd', 'e'].map((key) => `lot-l 1 ${key}`)
    expect(drawing(edges, 'lot-l').boxes.filter(({ kind }) => kind === 'more')).toMatchObject([
      { of: 'lot-l', side: 'used-in', children: 3, nodes: 3 }
    ])
  })
})

describe('walking by arrow keys', () => {
  const { boxes, lines } = drawing(['a 1 b', 'x 1 b', 'b 1 c'], 'b')
  const places = placeBoxes({ boxes, lines })
  const go = (key: string, from: string) => nextBox(key, from, places, lines)

  it('goes left to what a thing is made of, and right to what it is in', () => {
    expect(go('ArrowRight', 'b')).toBe('c')
    expect(['a', 'x']).toContain(go('ArrowLeft', 'b'))
    expect(go('ArrowRight', 'a')).toBe('b')
  })

  it('goes up and down among what stands in one column', () => {
    const [upper, lower] = ['a', 'x'].toSorted((one, other) => (places.get(one)?.y ?? 0) - (places.get(other)?.y ?? 0))
    expect(go('ArrowDown', upper ?? '')).toBe(lower)
    expect(go('ArrowUp', lower ?? '')).toBe(upper)
    expect(go('ArrowUp', upper ?? '')).toBeUndefined()
  })

  it('leaves every other key alone', () => {
    expect(go('Enter', 'b')).toBeUndefined()
    expect(go('ArrowRight', 'c')).toBeUndefined()
  })
})

describe('the way back', () => {
  const to = (code: string) => ({ code, part: null })

  it('leads to the thing before, and further back from there', () => {
    const trail = ['a', 'b', 'c'].map(to).reduce(walked, [])
    expect(before(trail)).toEqual(to('b'))
    expect(before(walked(trail, to('b')))).toEqual(to('a'))
  })

  it('does not grow by tracing the same thing again', () => {
    expect(walked([to('a')], to('a'))).toEqual([to('a')])
  })
})
