import type { PartId } from '../../../core/ids.ts'
import type { TraceEdge, TraceNode } from '../../../core/trace/graph.ts'
import type { ReadableDb } from '../../store/database.ts'
import { componentsOfParts, partFacts, productsOfParts, type PartUse } from '../../store/part-uses.ts'
import type { RootedGraph } from './graph.ts'
import type { PartSubject } from './subject.ts'

/**
 * What was built of a part is made of, and what everything that there is of it is in: quantities over all runs, part by
 * part. No piece is followed.
 */
export function graphOfPart(db: ReadableDb, { part }: PartSubject): RootedGraph {
  const uses = [
    ...walk(
      part.id,
      (parts) => componentsOfParts(db, parts),
      ({ component }) => component
    ),
    ...walk(
      part.id,
      (parts) => productsOfParts(db, parts),
      ({ product }) => product
    )
  ]
  const parts = new Set([part.id, ...uses.flatMap(({ component, product }) => [component, product])])
  const nodes = partFacts(db, [...parts]).map((facts): TraceNode => ({
    key: partKey(facts.id),
    kind: 'part',
    partNumber: facts.partNumber,
    revision: null,
    description: facts.description,
    serial: null,
    lot: null,
    supplierLot: null,
    unit: facts.unit,
    status: null,
    location: null
  }))
  const edges = uses.map(({ component, product, quantity }): TraceEdge => ({
    component: partKey(component),
    product: partKey(product),
    quantity,
    run: null
  }))
  return { root: partKey(part.id), graph: { nodes: new Map(nodes.map((node) => [node.key, node])), edges } }
}

/** Level by level, each part once. */
function walk(
  from: PartId,
  uses: (parts: readonly PartId[]) => readonly PartUse[],
  next: (use: PartUse) => PartId
): readonly PartUse[] {
  const met = new Set([from])
  const found: PartUse[] = []
  let level: readonly PartId[] = [from]
  while (level.length > 0) {
    const here = uses(level)
    found.push(...here)
    level = [...new Set(here.map(next))].filter((part) => !met.has(part))
    for (const part of level) met.add(part)
  }
  return found
}

function partKey(part: PartId): string {
  return `part ${part}`
}
