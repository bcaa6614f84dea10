import { add, ZERO, type Quantity } from '../quantity.ts'
import { edgesBy, type TraceEdge, type TraceGraph, type TraceNode } from './graph.ts'

/** Something that contains the subject of a recall. */
export interface Container {
  readonly node: TraceNode
  /**
   * How much of the subject is in it, in the subject's unit. Null where nobody can say: what went through a lot or
   * through untracked pieces is somewhere among them.
   */
  readonly contains: Quantity | null
  /** Whether it is in nothing else: that is where the subject has to be looked for. */
  readonly isTop: boolean
  /** What lies between the subject and it, the nearest to the subject first; empty where it is in it directly. */
  readonly through: readonly TraceNode[]
}

/** Everything that contains the root, directly or in something else, in the order in which it is met going up. */
export function containersOf(graph: TraceGraph, root: string): readonly Container[] {
  const up = edgesBy(graph.edges, 'component')
  const ways = waysUp(graph, root, up)
  const amounts = amountsUp(graph, root, up, ways)
  const containers: Container[] = []
  for (const [key, through] of ways) {
    const node = graph.nodes.get(key)
    if (key === root || !node) continue
    containers.push({ node, contains: amounts.get(key) ?? null, isTop: !up.has(key), through })
  }
  return containers
}

/** What is met going up from the root, each with what lies between on a shortest way. */
function waysUp(
  { nodes }: TraceGraph,
  root: string,
  up: ReadonlyMap<string, readonly TraceEdge[]>
): ReadonlyMap<string, readonly TraceNode[]> {
  const ways = new Map<string, readonly TraceNode[]>([[root, []]])
  // A map gives the keys that are added while it is walked.
  for (const [key, through] of ways) {
    const node = nodes.get(key)
    for (const { product } of up.get(key) ?? []) {
      if (!ways.has(product)) ways.set(product, key === root || !node ? [] : [...through, node])
    }
  }
  return ways
}

/**
 * How much of the root each has in it: summed up once all that leads to it is known. Of a lot or of untracked pieces
 * each product has a share, and which one is not known.
 */
function amountsUp(
  { nodes, edges }: TraceGraph,
  root: string,
  up: ReadonlyMap<string, readonly TraceEdge[]>,
  reached: ReadonlyMap<string, unknown>
): ReadonlyMap<string, Quantity | null> {
  const unknown = new Map<string, number>()
  for (const { component, product } of edges) {
    if (reached.has(component)) unknown.set(product, (unknown.get(product) ?? 0) + 1)
  }
  const amounts = new Map<string, Quantity | null>()
  const ready = [root]
  for (const key of ready) {
    const inside = amounts.get(key) ?? null
    const isWhole = nodes.get(key)?.kind === 'serial'
    for (const { product, quantity } of up.get(key) ?? []) {
      const part = key === root ? quantity : isWhole ? inside : null
      const before = amounts.get(product)
      const sum = before === undefined ? ZERO : before
      amounts.set(product, part === null || sum === null ? null : add(sum, part))
      const left = (unknown.get(product) ?? 0) - 1
      unknown.set(product, left)
      if (left === 0) ready.push(product)
    }
  }
  return amounts
}
