import { atRevision } from '../words.ts'
/** A part at a revision, whose bill of materials says what it is made of. */
export interface PartAtRevision {
  readonly partNumber: string
  /** Empty for a part without revisions. */
  readonly revision: string
}

/** One line of a bill, as far as it says which parts go into which. */
export interface BomUse {
  readonly parent: PartAtRevision
  readonly component: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  /** Parts that may take the component's place, at any revision. */
  readonly substitutes: readonly string[]
}

/** What the parts are made of. */
export interface Bills {
  usesOf(parent: PartAtRevision): readonly BomUse[]
  /** The revisions of a part that have a bill. */
  revisionsOf(partNumber: string): readonly string[]
}

/** A way from a part through what it is made of back to itself: it is the first and the last. */
export interface BomLoop {
  readonly parts: readonly PartAtRevision[]
  /** The component, or the substitute, by which the line leads into the loop. */
  readonly through: string
}

/** Enough to find one's way; a loop of thousands fills no line of a report. */
const NAMED_PARTS = 60

/**
 * The shortest loop that a line closes, if it closes one.
 *
 * A part is never a component of itself, whatever the revisions. Through others, the same part at another revision is
 * no loop: it has a bill of its own.
 */
export function loopThrough(use: BomUse, bills: Bills): BomLoop | undefined {
  const { parent } = use
  for (const through of [use.component, ...use.substitutes]) {
    if (through === parent.partNumber) return { parts: [parent, parent], through }
    const starts = through === use.component ? componentAt(use, bills) : everyRevision(through, bills)
    const way = shortestWay(starts, parent, bills)
    if (way) return { parts: [parent, ...way], through }
  }
  return undefined
}

/** `DRONE A → ARM B → DRONE A`. */
export function describeLoop({ parts }: BomLoop): string {
  const names = parts.map(atRevision)
  if (names.length <= NAMED_PARTS) return names.join(' → ')
  const left = names.slice(0, NAMED_PARTS - 1)
  return [...left, `(${names.length - NAMED_PARTS} more)`, ...names.slice(-1)].join(' → ')
}

export function keyOfPart({ partNumber, revision }: PartAtRevision): string {
  return `${partNumber}\n${revision}`
}

/** Whatever may be installed for a line, each at the revisions that have bills. */
function partsOfUse(use: BomUse, bills: Bills): readonly PartAtRevision[] {
  return [...componentAt(use, bills), ...use.substitutes.flatMap((part) => everyRevision(part, bills))]
}

function componentAt({ component, componentRevision }: BomUse, bills: Bills): readonly PartAtRevision[] {
  if (componentRevision === null) return everyRevision(component, bills)
  return [{ partNumber: component, revision: componentRevision }]
}

function everyRevision(partNumber: string, bills: Bills): readonly PartAtRevision[] {
  return bills.revisionsOf(partNumber).map((revision) => ({ partNumber, revision }))
}

/** From any of the starts to the goal, both included; level by level, so that no depth is too deep. */
function shortestWay(
  starts: readonly PartAtRevision[],
  goal: PartAtRevision,
  bills: Bills
): readonly PartAtRevision[] | undefined {
  const goalKey = keyOfPart(goal)
  const cameFrom = new Map<string, Step>()
  const queue: Step[] = []
  const meet = (part: PartAtRevision, from: Step | null) => {
    const key = keyOfPart(part)
    if (cameFrom.has(key)) return
    const step = { part, key, from }
    cameFrom.set(key, step)
    queue.push(step)
  }
  for (const part of starts) meet(part, null)
  for (let next = 0; next < queue.length; next += 1) {
    const step = queue[next]
    if (!step) break
    if (step.key === goalKey) return wayTo(step)
    for (const use of bills.usesOf(step.part)) for (const part of partsOfUse(use, bills)) meet(part, step)
  }
  return undefined
}

interface Step {
  readonly part: PartAtRevision
  readonly key: string
  readonly from: Step | null
}

function wayTo(last: Step): readonly PartAtRevision[] {
  const way: PartAtRevision[] = []
  for (let step: Step | null = last; step; step = step.from) way.push(step.part)
  return way.reverse()
}
