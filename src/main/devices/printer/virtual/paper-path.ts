/** What a printer uses up. */
export type Supply = 'paper' | 'ribbon'

/** Where labels are on their way through a printer: what ends, and what is to happen, at which label. */
export interface PaperPath {
  /** One more label begins, good or not. */
  begin(): void
  load(what: Supply, labels: number, fraction: number): void
  /** What has run out by now; absent while there is some of everything. */
  empty(fraction: number): Supply | undefined
  /** Does something when so many labels more have gone through. */
  after(labels: number, fraction: number, action: () => void): void
  /** Does what is due. */
  runDue(fraction: number): void
  /** At which part of the label under way the next thing happens to it; 1 where it comes out whole. */
  nextMark(fraction: number): number
  /** Whether nothing can happen to labels on their way. */
  isEndless(): boolean
}

interface Trap {
  readonly at: number
  readonly action: () => void
}

const SUPPLIES: readonly Supply[] = ['paper', 'ribbon']

/** `fraction` is everywhere how much of the label under way is out; 1 where none is. */
export function createPaperPath(): PaperPath {
  const ends: Record<Supply, number> = { paper: Infinity, ribbon: Infinity }
  let traps: readonly Trap[] = []
  let begun = 0

  function position(fraction: number): number {
    return begun - 1 + fraction
  }

  return {
    begin: () => {
      begun += 1
    },
    load: (what, labels, fraction) => {
      ends[what] = position(fraction) + labels
    },
    empty: (fraction) => SUPPLIES.find((supply) => ends[supply] <= position(fraction)),
    after: (labels, fraction, action) => {
      traps = [...traps, { at: position(fraction) + labels, action }]
    },
    runDue: (fraction) => {
      const now = position(fraction)
      const due = traps.filter(({ at }) => at <= now)
      traps = traps.filter(({ at }) => at > now)
      for (const { action } of due) action()
    },
    nextMark: (fraction) => {
      const marks = [...traps.map(({ at }) => at), ends.paper, ends.ribbon].map((at) => at - (begun - 1))
      return Math.min(1, ...marks.filter((mark) => mark > fraction))
    },
    isEndless: () => traps.length === 0 && ends.paper === Infinity && ends.ribbon === Infinity
  }
}
