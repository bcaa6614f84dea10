import { keyOfPart, loopThrough, type Bills, type BomLoop, type BomUse, type PartAtRevision } from './bom.ts'

/** Bills that are all in memory, by their lines. */
export function createBills(uses: Iterable<BomUse>): Bills {
  const ofParent = new Map<string, BomUse[]>()
  const revisions = new Map<string, string[]>()
  for (const use of uses) {
    const key = keyOfPart(use.parent)
    const ofThis = ofParent.get(key)
    if (ofThis) ofThis.push(use)
    else {
      ofParent.set(key, [use])
      const { partNumber, revision } = use.parent
      const known = revisions.get(partNumber)
      if (known) known.push(revision)
      else revisions.set(partNumber, [revision])
    }
  }
  return {
    usesOf: (parent) => ofParent.get(keyOfPart(parent)) ?? [],
    revisionsOf: (partNumber) => revisions.get(partNumber) ?? []
  }
}

/**
 * Which of the lines close a loop, each with the shortest one that it closes.
 *
 * What is made of nothing that could lead on is taken away, over and over, and so is what goes into nothing: only
 * loops, and what lies between them, are left to be walked. A file of a hundred thousand lines is judged in one pass.
 *
 * @param uses all lines: those of the file, and those that stay
 * @param suspects the lines to judge, each of them one of `uses`
 * @param most stops after so many
 */
export function loopsAmong<Use extends BomUse>(
  uses: readonly BomUse[],
  suspects: readonly Use[],
  most: number
): ReadonlyMap<Use, BomLoop> {
  const left = leftInLoops(uses)
  const loops = new Map<Use, BomLoop>()
  const direct = (use: BomUse) => [use.component, ...use.substitutes].includes(use.parent.partNumber)
  const bills = createBills(uses.filter((use) => left.has(keyOfPart(use.parent))))
  for (const use of suspects) {
    if (loops.size === most) break
    if (!direct(use) && !left.has(keyOfPart(use.parent))) continue
    const loop = loopThrough(use, bills)
    if (loop) loops.set(use, loop)
  }
  return loops
}

/** The keys of the parts that are in a loop, or on a way from one loop to another. */
function leftInLoops(uses: readonly BomUse[]): ReadonlySet<string> {
  const graph = graphOf(uses)
  const below = peel(graph.nodes, graph.intoOf, graph.outOf)
  return peel(below, graph.outOf, graph.intoOf)
}

interface Graph {
  readonly nodes: ReadonlySet<string>
  /** What a node leads to, and what leads to it. */
  readonly outOf: ReadonlyMap<string, readonly string[]>
  readonly intoOf: ReadonlyMap<string, readonly string[]>
}

/** A part that may have any revision is a node of its own, which leads to each of its revisions with a bill. */
function graphOf(uses: readonly BomUse[]): Graph {
  const nodes = new Set<string>()
  const outOf = new Map<string, string[]>()
  const intoOf = new Map<string, string[]>()
  const connect = (from: string, to: string) => {
    nodes.add(from).add(to)
    push(outOf, from, to)
    push(intoOf, to, from)
  }
  const parents = new Map<string, PartAtRevision>()
  for (const { parent, component, componentRevision, substitutes } of uses) {
    const from = keyOfPart(parent)
    parents.set(from, parent)
    connect(
      from,
      componentRevision === null ? component : keyOfPart({ partNumber: component, revision: componentRevision })
    )
    for (const substitute of substitutes) connect(from, substitute)
  }
  for (const [key, { partNumber }] of parents) connect(partNumber, key)
  return { nodes, outOf, intoOf }
}

/** What is left when the nodes that lead nowhere are taken away, until each leads somewhere. */
function peel(
  nodes: ReadonlySet<string>,
  backOf: ReadonlyMap<string, readonly string[]>,
  onOf: ReadonlyMap<string, readonly string[]>
): ReadonlySet<string> {
  const left = new Set(nodes)
  const open = new Map<string, number>()
  for (const node of nodes) open.set(node, (onOf.get(node) ?? []).filter((to) => left.has(to)).length)
  const ends = [...nodes].filter((node) => open.get(node) === 0)
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end)
    for (const back of backOf.get(end) ?? []) {
      if (!left.has(back)) continue
      const still = (open.get(back) ?? 0) - 1
      open.set(back, still)
      if (still === 0) ends.push(back)
    }
  }
  return left
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
