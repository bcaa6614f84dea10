import { meet, type CharacterSet } from './character-set.ts'
import { findOverlap, type NumberShape } from './overlap.ts'

export interface Overlap<Item> {
  readonly first: Item
  /** The same item as `first` where a pattern with open tokens meets itself. */
  readonly second: Item
  /** A number that both can make. */
  readonly number: string
}

interface Shaped {
  readonly shape: NumberShape
}

/** A tree over the places of numbers: shapes share a way as far as their places hold the same characters. */
interface Branch<Item> {
  readonly branches: Map<string, { readonly characters: CharacterSet; readonly branch: Branch<Item> }>
  /** Shapes whose known places end here. */
  readonly items: Item[]
}

/**
 * All pairs of patterns that can ever make the same number in two series, as they are found. Of items with the same
 * pattern, the first stands for all: they share their series.
 *
 * Thousands of patterns are compared with each other, so each is compared only with those that begin alike, or, where
 * it says more of its end, with those that end alike.
 */
export function* findOverlaps<Item extends Shaped>(items: Iterable<Item>): Generator<Overlap<Item>> {
  const beginnings = createBranch<Item>()
  const ends = createBranch<Item>()
  const seen = new Set<string>()
  for (const second of items) {
    const { key, prefix, suffix, isOpen } = second.shape
    if (seen.has(key)) continue
    seen.add(key)
    insert(beginnings, prefix, second)
    insert(ends, suffix, second)
    const alike = prefix.length < suffix.length ? sharing(ends, suffix, isOpen) : sharing(beginnings, prefix, isOpen)
    for (const first of alike) {
      const number = findOverlap(first.shape, second.shape)
      if (number !== undefined) yield { first, second, number }
    }
  }
}

function createBranch<Item>(): Branch<Item> {
  return { branches: new Map(), items: [] }
}

function insert<Item>(root: Branch<Item>, places: readonly CharacterSet[], item: Item): void {
  let at = root
  for (const characters of places) {
    const key = characters.join()
    const next = at.branches.get(key)
    const branch = next?.branch ?? createBranch<Item>()
    if (!next) at.branches.set(key, { characters, branch })
    at = branch
  }
  at.items.push(item)
}

/** The items that can hold the same characters in every place that both know. */
function sharing<Item extends Shaped>(root: Branch<Item>, places: readonly CharacterSet[], isOpen: boolean): Item[] {
  const found: Item[] = []
  const follow = (at: Branch<Item>, place: number): void => {
    const characters = places[place]
    const isEnd = characters === undefined
    for (const item of at.items) if (isEnd || item.shape.isOpen) found.push(item)
    for (const next of at.branches.values()) {
      if (isEnd ? isOpen : meet(next.characters, characters)) follow(next.branch, place + 1)
    }
  }
  follow(root, 0)
  return found
}
