import { codeOf, edgesBy, type TraceGraph, type TraceNode } from './graph.ts'

/**
 * Where a thing is: its own place, or inside what, up to the place of the outermost: `inside PUMP-1 inside SKID-7 at A-01`.
 *
 * Null where neither is known.
 */
export function whereabouts(graph: TraceGraph, root: string): string | null {
  const up = edgesBy(graph.edges, 'component')
  const seen = new Set([root])
  const inside: TraceNode[] = []
  let at = graph.nodes.get(root)
  // A unit is where what it is in is; of a lot, what is not in anything lies by itself.
  while (at && (at.kind === 'serial' || at.location === null)) {
    const parent: TraceNode | undefined = (up.get(at.key) ?? [])
      .map(({ product }) => graph.nodes.get(product))
      .find((node) => node !== undefined && node.kind !== 'untracked' && !seen.has(node.key))
    if (!parent) break
    seen.add(parent.key)
    inside.push(parent)
    at = parent
  }
  const outermost = at?.location ?? null
  if (inside.length === 0) return outermost
  const words = inside.map((node) => `inside ${codeOf(node)}`).join(' ')
  return outermost === null ? words : `${words} at ${outermost}`
}
