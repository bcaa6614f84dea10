import { MAX_CODE_LENGTH } from '../code.ts'
import { automatonOf, type Automaton } from './automaton.ts'
import { meet, union, type CharacterSet } from './character-set.ts'
import { commonText } from './intersect.ts'
import { formatElements, formatPattern, patternWidth, type Pattern, type PatternElement } from './pattern.ts'

/** All that is compared of a pattern, worked out once. Bind what is known first: the fewer open tokens, the better. */
export interface NumberShape {
  /** The pattern as text; for a pattern without open tokens, the key of its series. */
  readonly key: string
  readonly automaton: Automaton
  /** What each place can hold, up to the first open token. */
  readonly prefix: readonly CharacterSet[]
  /** What each place can hold after the last open token, backwards from the end. */
  readonly suffix: readonly CharacterSet[]
  /**
   * What decides the series together with the text: two shapes with the same frame make each text in one series alone.
   * For a pattern without open tokens that is its key. Where plain text and open tokens stand together in one place, it
   * is what stands before and after them, since the length of a number then says what the plain text is. Absent where
   * open tokens stand apart.
   */
  readonly frame: string | undefined
  /** Whether a token is left whose value, and so whose length, is not known. */
  readonly isOpen: boolean
  readonly minLength: number
}

export function shapeOf(pattern: Pattern): NumberShape {
  const { elements } = pattern
  const isOpen = elements.some(isContext)
  const automaton = automatonOf(elements)
  const head = isOpen ? automatonOf(elements.slice(0, elements.findIndex(isContext))) : automaton
  const tail = isOpen ? automatonOf(elements.slice(elements.findLastIndex(isContext) + 1)) : automaton
  return {
    key: formatPattern(pattern),
    automaton,
    prefix: placesOf(head),
    suffix: placesOf(tail).toReversed(),
    frame: frameOf(elements),
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
  if (first.frame !== undefined && first.frame === second.frame) return undefined
  const length = Math.max(first.minLength, second.minLength)
  if (length > longest(first) || length > longest(second)) return undefined
  if (!placesMeet(first.suffix, second.suffix) || !placesMeet(first.prefix, second.prefix)) return undefined
  return commonText(first.automaton, second.automaton, true)
}

function frameOf(elements: readonly PatternElement[]): string | undefined {
  if (!elements.some(isContext)) return formatElements(elements)
  const isPlain = (element: PatternElement) => element.kind === 'literal' || element.kind === 'context'
  const firstOpen = elements.findIndex(isContext)
  const headLength = elements.slice(0, firstOpen).findLastIndex((element) => !isPlain(element)) + 1
  const plainLength = elements.slice(headLength).findIndex((element) => !isPlain(element))
  const tail = plainLength < 0 ? [] : elements.slice(headLength + plainLength)
  return tail.some(isContext) ? undefined : `${formatElements(elements.slice(0, headLength))}\n${formatElements(tail)}`
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

/** What each place can hold; of elements without open tokens, whose every number has the same length. */
function placesOf({ edges, end }: Automaton): readonly CharacterSet[] {
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
