import { meet, type CharacterSet } from './character-set.ts'
import { findOverlap, type NumberShape } from './overlap.ts'

export interface Overlap<Item> {
  readonly first: Item
  /** The same item as `first` where a pattern with open tokens meets itself. */
  readonly second: Item
  /** A number that both can make. */
  readonly number: string
}

/** A tree over the places of numbers: only shapes that may hold the same characters from the start share a way. */
interface Branch<Item> {
  readonly branches: Map<string, { readonly characters: CharacterSet; readonly branch: Branch<Item> }>
  /** Shapes whose known places end here. */
  readonly items: Item[]
}

/**
 * All pairs of patterns that can ever make the same number in two series, as they are found. Of items with the same
 * pattern, the first stands for all: they share their series.
 *
 * Thousands of patterns are compared with each other, so each is compared only with those that begin alike.
 */
export function* findOverlaps<Item extends { readonly shape: NumberShape }>(
  items: Iterable<Item>
): Generator<Overlap<Item>> {
  const root = createBranch<Item>()
  const seen = new Set<string>()
  for (const second of items) {
    const { shape } = second
    if (seen.has(shape.key)) continue
    seen.add(shape.key)
    insert(root, second)
    for (const first of beginningAlike(root, shape, 0)) {
      const number = findOverlap(first.shape, shape)
      if (number !== undefined) yield { first, second, number }
    }
  }
}

function createBranch<Item>(): Branch<Item> {
  return { branches: new Map(), items: [] }
}

function insert<Item extends { readonly shape: NumberShape }>(root: Branch<Item>, item: Item): void {
  let at = root
  for (const characters of item.shape.prefix) {
    const key = characters.join()
    const next = at.branches.get(key)
    const branch = next?.branch ?? createBranch<Item>()
    if (!next) at.branches.set(key, { characters, branch })
    at = branch
  }
  at.items.push(item)
}

function* beginningAlike<Item extends { readonly shape: NumberShape }>(
  at: Branch<Item>,
  shape: NumberShape,
  place: number
): Generator<Item> {
  const characters = shape.prefix[place]
  if (characters === undefined && shape.isOpen) return yield* everything(at)
  for (const item of at.items) if (item.shape.isOpen || characters === undefined) yield item
  if (characters === undefined) return
  for (const next of at.branches.values()) {
    if (meet(next.characters, characters)) yield* beginningAlike(next.branch, shape, place + 1)
  }
}

function* everything<Item>(at: Branch<Item>): Generator<Item> {
  yield* at.items
  for (const { branch } of at.branches.values()) yield* everything(branch)
}
