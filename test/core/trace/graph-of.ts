import { quantityOf } from '../../../src/core/quantity.ts'
import type { TraceEdge, TraceGraph, TraceNode, TraceNodeKind } from '../../../src/core/trace/graph.ts'

/** A node whose key is its code: `lot-…` is a lot, `some-…` untracked pieces, anything else a unit. */
export function nodeOf(key: string, more: Partial<TraceNode> = {}): TraceNode {
  const kind: TraceNodeKind = key.startsWith('lot-') ? 'lot' : key.startsWith('some-') ? 'untracked' : 'serial'
  return {
    key,
    kind,
    partNumber: `part of ${key}`,
    revision: null,
    description: '',
    serial: kind === 'serial' ? key : null,
    lot: kind === 'lot' ? key : null,
    supplierLot: null,
    unit: 'pcs',
    status: null,
    location: null,
    ...more
  }
}

/** A graph of `component → product` with a quantity, as in `a 2 b`: two of `a` are in `b`. */
export function graphOf(edges: readonly string[], places: Readonly<Record<string, string>> = {}): TraceGraph {
  const parsed = edges.map((text, index): TraceEdge => {
    const [component = '', quantity = '', product = ''] = text.split(' ')
    return { component, product, quantity: quantityOf(Number(quantity)), run: `R-${index + 1}` }
  })
  const keys = new Set([...parsed.flatMap(({ component, product }) => [component, product]), ...Object.keys(places)])
  return {
    edges: parsed,
    nodes: new Map([...keys].map((key) => [key, nodeOf(key, { location: places[key] ?? null })]))
  }
}
