import type { RowStatus } from '../inventory/status.ts'
import type { Quantity } from '../quantity.ts'

/**
 * What a node stands for: one unit, one lot wherever it lies, untracked pieces of a part, or all that there is of a part.
 *
 * Untracked pieces have no identity: such a node ends every walk, but for pieces that are made inside one parent.
 */
export type TraceNodeKind = 'serial' | 'lot' | 'untracked' | 'part'

export interface TraceNode {
  /** Tells nodes apart within one graph. */
  readonly key: string
  readonly kind: TraceNodeKind
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly serial: string | null
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly unit: string
  readonly status: RowStatus | null
  /** Where it lies itself, place by place; null while it lies nowhere, as what is installed does. */
  readonly location: string | null
}

/** So much of a component is in a product now. What was taken out again is no edge. */
export interface TraceEdge {
  readonly component: string
  readonly product: string
  readonly quantity: Quantity
  /** The run that put it in; null where the edge says only that a unit is of a lot. */
  readonly run: string | null
}

/** What is in what, around one subject. Nodes are by their keys. */
export interface TraceGraph {
  readonly nodes: ReadonlyMap<string, TraceNode>
  readonly edges: readonly TraceEdge[]
}

/** What a person scans or types for a node. */
export function codeOf({ serial, lot, partNumber }: Pick<TraceNode, 'serial' | 'lot' | 'partNumber'>): string {
  return serial ?? lot ?? partNumber
}

/** The edges from each node, by one of their ends. Several edges of one pair, of several runs, stay several. */
export function edgesBy(
  edges: readonly TraceEdge[],
  end: 'component' | 'product'
): ReadonlyMap<string, readonly TraceEdge[]> {
  const by = new Map<string, TraceEdge[]>()
  for (const edge of edges) {
    const found = by.get(edge[end])
    if (found) found.push(edge)
    else by.set(edge[end], [edge])
  }
  return by
}
