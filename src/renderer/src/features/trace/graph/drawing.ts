import { Graph, layout } from '@dagrejs/dagre'
import type { TraceNode } from '../../../../../core/trace/graph.ts'
import type { FoldedNode, FoldedTree } from '../../../../../core/trace/fold.ts'
import type { Quantity } from '../../../../../core/quantity.ts'

/** A box of the drawing: a thing, or the words that more of them are left out. */
export type Box = ThingBox | MoreBox

export interface ThingBox {
  readonly kind: 'thing'
  readonly id: string
  readonly node: TraceNode
  readonly isRoot: boolean
}

export interface MoreBox {
  readonly kind: 'more'
  readonly id: string
  /** The node whose children are left out. */
  readonly of: string
  readonly side: Side
  readonly children: number
  readonly nodes: number
}

export type Side = 'made-of' | 'used-in'

/** A line of the drawing, from a component to what it is in. */
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Null to what is left out. */
  readonly quantity: Quantity | null
  readonly unit: string
}

export interface Drawing {
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

/** Both trees of a thing as one drawing: what it is made of flows in from the left, what it is in lies to the right. */
export function drawingOf(root: TraceNode, madeOf: FoldedTree, usedIn: FoldedTree): Drawing {
  const boxes = new Map<string, Box>([[root.key, { kind: 'thing', id: root.key, node: root, isRoot: true }]])
  const lines = new Map<string, Line>()
  draw(root, madeOf, 'made-of')
  draw(root, usedIn, 'used-in')
  return { boxes: [...boxes.values()], lines: [...lines.values()] }

  function draw(parent: TraceNode, { children, folded }: FoldedTree, side: Side): void {
    for (const child of children) drawChild(parent, child, side)
    if (folded === null) return
    const id = `more ${side} ${parent.key}`
    boxes.set(id, { kind: 'more', id, of: parent.key, side, ...folded })
    addLine(side, parent.key, id, null, '')
  }

  function drawChild(parent: TraceNode, child: FoldedNode, side: Side): void {
    const { node, quantity, repeated } = child.tree
    // Pieces that nobody tells apart are others in each thing that they are in.
    const id = node.kind === 'untracked' && child.tree.children.length === 0 ? `${node.key} of ${parent.key}` : node.key
    if (!boxes.has(id)) boxes.set(id, { kind: 'thing', id, node, isRoot: false })
    addLine(side, parent.key, id, quantity, side === 'made-of' ? node.unit : parent.unit)
    if (!repeated) draw(node, child, side)
  }

  function addLine(side: Side, parent: string, child: string, quantity: Quantity | null, unit: string): void {
    const [from, to] = side === 'made-of' ? [child, parent] : [parent, child]
    const id = `${from} → ${to}`
    lines.set(id, { id, from, to, quantity, unit })
  }
}

export const BOX_WIDTH = 190
export const BOX_HEIGHT = 76

export interface Placed {
  readonly id: string
  /** The upper left corner. */
  readonly x: number
  readonly y: number
}

/** Places the boxes in columns, components to the left of what they are in. */
export function placeBoxes({ boxes, lines }: Drawing): ReadonlyMap<string, Placed> {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 74, edgesep: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of boxes) graph.setNode(id, { width: BOX_WIDTH, height: BOX_HEIGHT })
  for (const { from, to } of lines) graph.setEdge(from, to)
  layout(graph)
  return new Map(
    boxes.map(({ id }) => {
      const { x, y } = graph.node(id) as { readonly x: number; readonly y: number }
      return [id, { id, x: x - BOX_WIDTH / 2, y: y - BOX_HEIGHT / 2 }]
    })
  )
}
