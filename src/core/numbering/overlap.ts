import { MAX_CODE_LENGTH } from '../code.ts'
import { automatonOf, type Automaton } from './automaton.ts'
import { meet, union, type CharacterSet } from './character-set.ts'
import { commonText } from './intersect.ts'
import { formatPattern, patternWidth, type Pattern, type PatternElement } from './pattern.ts'

/** All that is compared of a pattern, worked out once. Bind what is known first: the fewer open tokens, the better. */
export interface NumberShape {
  /** The pattern as text; for a pattern without open tokens, the key of its series. */
  readonly key: string
  readonly automaton: Automaton
  /** What each place can hold, up to the first open token. */
  readonly prefix: readonly CharacterSet[]
  /** What each place can hold after the last open token, backwards from the end. */
  readonly suffix: readonly CharacterSet[]
  /** Whether a token is left whose value, and so whose length, is not known. */
  readonly isOpen: boolean
  readonly minLength: number
}

export function shapeOf(pattern: Pattern): NumberShape {
  const { elements } = pattern
  const isOpen = elements.some(isContext)
  return {
    key: formatPattern(pattern),
    automaton: automatonOf(elements),
    prefix: placesOf(isOpen ? elements.slice(0, elements.findIndex(isContext)) : elements),
    suffix: placesOf(elements.slice(elements.findLastIndex(isContext) + 1)).toReversed(),
    isOpen,
    minLength: patternWidth(elements)
  }
}

/**
 * A number that both patterns can make in two different series; absent when that can never happen.
 *
 * A pattern meets itself when two values of its open tokens give the same text: `{SITE}{YY}{ORDER}-{###}` makes
 * `A2627B-001` in 2026 for site `A` and order `27B`, and in 2027 for site `A26` and order `B`.
 *
 * That the answer is none is a proof. A number that is given may need a day that no calendar has, since date tokens
 * are taken one by one.
 */
export function findOverlap(first: NumberShape, second: NumberShape): string | undefined {
  if (first.key === second.key && !first.isOpen) return undefined
  const length = Math.max(first.minLength, second.minLength)
  if (length > longest(first) || length > longest(second)) return undefined
  if (!placesMeet(first.suffix, second.suffix) || !placesMeet(first.prefix, second.prefix)) return undefined
  return commonText(first.automaton, second.automaton, true)
}

function longest(shape: NumberShape): number {
  return shape.isOpen ? MAX_CODE_LENGTH : shape.minLength
}

function placesMeet(first: readonly CharacterSet[], second: readonly CharacterSet[]): boolean {
  return first.every((characters, place) => {
    const others = second[place]
    return others === undefined || meet(characters, others)
  })
}

function isContext(element: PatternElement): boolean {
  return element.kind === 'context'
}

/** What each place of elements without open tokens can hold. */
function placesOf(elements: readonly PatternElement[]): readonly CharacterSet[] {
  const { edges, end } = automatonOf(elements)
  const places: CharacterSet[] = []
  let nodes = new Set([0])
  while (!nodes.has(end)) {
    let characters: CharacterSet = [0, 0, 0]
    const next = new Set<number>()
    for (const edge of [...nodes].flatMap((node) => edges[node] ?? [])) {
      characters = union(characters, edge.characters)
      next.add(edge.to)
    }
    places.push(characters)
    nodes = next
  }
  return places
}
