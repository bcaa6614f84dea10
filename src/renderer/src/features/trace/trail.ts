import type { TraceTarget } from './queries.ts'

/** The things that were traced one after the other, the last of them now. */
export type Trail = readonly TraceTarget[]

/** Nobody walks back further. */
const MOST_STEPS = 100

/** Where a walk leads: on to the next thing, or back where the thing is the one before. */
export function walked(trail: Trail, to: TraceTarget): Trail {
  const now = trail.at(-1)
  if (now && isSame(now, to)) return trail
  const before = trail.at(-2)
  if (before && isSame(before, to)) return trail.slice(0, -1)
  return [...trail, to].slice(-MOST_STEPS)
}

/** The thing before; undefined at the beginning. */
export function before(trail: Trail): TraceTarget | undefined {
  return trail.at(-2)
}

function isSame(a: TraceTarget, b: TraceTarget): boolean {
  return a.code === b.code && a.part === b.part
}
