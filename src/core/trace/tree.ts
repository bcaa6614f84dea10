import { add, type Quantity } from '../quantity.ts'
import { edgesBy, type TraceEdge, type TraceGraph, type TraceNode } from './graph.ts'

/** A node in its place in a tree: so much of it is in the one above, or so much of the one above is in it. */
export interface TreeNode {
  readonly node: TraceNode
  readonly quantity: Quantity
  /** The runs that put it in, in their order. */
  readonly runs: readonly string[]
  /** Whether what hangs below it is told elsewhere in this tree: each node is told once. */
  readonly repeated: boolean
  readonly children: readonly TreeNode[]
}

interface GrowingNode extends TreeNode {
  readonly children: GrowingNode[]
}

/** What a node is made of, what that is made of, and so on. */
export function madeOfTree(graph: TraceGraph, root: string): readonly TreeNode[] {
  return grow(graph, root, 'product', 'component')
}

/** What a node is used in, what that is used in, up to what is in nothing else. */
export function usedInTree(graph: TraceGraph, root: string): readonly TreeNode[] {
  return grow(graph, root, 'component', 'product')
}

/**
 * Level by level, so that a node is told where it is nearest to the root; since no node is told twice, the walk ends
 * even where things are said to contain each other.
 */
function grow(
  graph: TraceGraph,
  root: string,
  from: 'component' | 'product',
  to: 'component' | 'product'
): readonly TreeNode[] {
  const edges = edgesBy(graph.edges, from)
  const told = new Set([root])
  const first: GrowingNode[] = []
  let level: { readonly key: string; readonly children: GrowingNode[] }[] = [{ key: root, children: first }]
  while (level.length > 0) {
    const next: typeof level = []
    for (const { key, children } of level) {
      for (const link of linksTo(edges.get(key) ?? [], to)) {
        const node = graph.nodes.get(link.key)
        if (!node) continue
        const repeated = told.has(link.key)
        const grown: GrowingNode = {
          node,
          quantity: link.quantity,
          runs: link.runs,
          repeated: repeated && edges.has(link.key),
          children: []
        }
        children.push(grown)
        if (repeated) continue
        told.add(link.key)
        next.push({ key: link.key, children: grown.children })
      }
    }
    level = next
  }
  return first
}

interface Link {
  readonly key: string
  quantity: Quantity
  readonly runs: string[]
}

/** One link for each node at the other end, with all that leads there. */
function linksTo(edges: readonly TraceEdge[], end: 'component' | 'product'): readonly Link[] {
  const links = new Map<string, Link>()
  for (const edge of edges) {
    const found = links.get(edge[end])
    if (!found) {
      links.set(edge[end], {
        key: edge[end],
        quantity: edge.quantity,
        runs: edge.run === null ? [] : [edge.run]
      })
      continue
    }
    found.quantity = add(found.quantity, edge.quantity)
    if (edge.run !== null && !found.runs.includes(edge.run)) found.runs.push(edge.run)
  }
  return [...links.values()]
}

/** How many nodes a tree has. */
export function sizeOf(trees: readonly TreeNode[]): number {
  let size = 0
  const waiting = [...trees]
  for (let tree = waiting.pop(); tree; tree = waiting.pop()) {
    size += 1
    for (const child of tree.children) waiting.push(child)
  }
  return size
}

/** A node of a tree with how deep it stands: 0 for those that hang on the root. */
export interface TreeRow {
  readonly tree: TreeNode
  readonly depth: number
  /** The key of the node that it hangs on. */
  readonly parent: string
}

/** A tree as rows, each node before what hangs on it. */
export function rowsOfTree(trees: readonly TreeNode[], root: string): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const waiting: TreeRow[] = [...trees].reverse().map((tree) => ({ tree, depth: 0, parent: root }))
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    rows.push(row)
    const { children, node } = row.tree
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const tree = children[index]
      if (tree) waiting.push({ tree, depth: row.depth + 1, parent: node.key })
    }
  }
  return rows
}
