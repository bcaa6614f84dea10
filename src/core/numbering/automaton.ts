import { assertNever } from '../assert.ts'
import type { DateToken } from './calendar.ts'
import { NOT_BLANK, PRINTABLE, setOf, type CharacterSet } from './character-set.ts'
import { CHECK_ALPHABET } from './check-character.ts'
import { COUNTER_ALPHABETS, MAX_COUNTER_WIDTH } from './counter.ts'
import type { PatternElement } from './pattern.ts'

/**
 * What a character of a number stands for: 0 for plain text, else a token and the place in it.
 *
 * Texts are plain whether they are literal or a token's bound value: that is why two readings of a text belong to one
 * series exactly when their marks agree at every character.
 */
export type Mark = number

export interface Edge {
  readonly characters: CharacterSet
  readonly mark: Mark
  readonly to: number
}

/** All numbers that elements can ever make: the texts along the paths from node 0 to `end`. No path leaves `end`. */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[]
  readonly end: number
}

export const CHECK_MARK: Mark = 1
const PLACES = 64
const MARK_BASES: Readonly<Record<DateToken | 'decimal' | 'base32', number>> = {
  YYYY: 1,
  YY: 2,
  MM: 3,
  DD: 4,
  WW: 5,
  JJJ: 6,
  decimal: 7,
  base32: 7 + MAX_COUNTER_WIDTH.decimal
}

/**
 * The values of date tokens in any calendar. Each token takes each of its values with each of another's, so 30
 * February counts as possible: that errs on the side of seeing an overlap.
 */
const DATE_RANGES: Readonly<Record<DateToken, readonly [low: string, high: string]>> = {
  YYYY: ['0000', '9999'],
  YY: ['00', '99'],
  MM: ['01', '12'],
  DD: ['01', '31'],
  WW: ['01', '53'],
  JJJ: ['001', '366']
}

export function automatonOf(elements: readonly PatternElement[]): Automaton {
  const edges: Edge[][] = [[]]
  const connect = (from: number, characters: CharacterSet, mark: Mark, to: number) => {
    edges[from]?.push({ characters, mark, to })
  }
  const addNode = () => edges.push([]) - 1
  let at = 0
  for (const element of elements) {
    switch (element.kind) {
      case 'literal':
        for (const character of element.text) {
          const to = addNode()
          connect(at, setOf(character), 0, to)
          at = to
        }
        break
      case 'context': {
        const inside = addNode()
        const to = addNode()
        connect(at, NOT_BLANK, 0, to)
        connect(at, NOT_BLANK, 0, inside)
        connect(inside, NOT_BLANK, 0, to)
        connect(inside, PRINTABLE, 0, inside)
        at = to
        break
      }
      case 'date': {
        const [low, high] = DATE_RANGES[element.token]
        at = addRange(at, COUNTER_ALPHABETS.decimal, low, high, MARK_BASES[element.token])
        break
      }
      case 'counter': {
        const alphabet = COUNTER_ALPHABETS[element.digits]
        const low = '1'.padStart(element.width, '0')
        const high = alphabet.slice(-1).repeat(element.width)
        at = addRange(at, alphabet, low, high, MARK_BASES[element.digits] + element.width)
        break
      }
      case 'check': {
        const to = addNode()
        connect(at, setOf(CHECK_ALPHABET), CHECK_MARK, to)
        at = to
        break
      }
      default:
        assertNever(element)
    }
  }
  return { edges, end: at }

  /** All texts of one width from `low` to `high` in the order of the alphabet. */
  function addRange(from: number, alphabet: string, low: string, high: string, base: number): number {
    let nodes: readonly RangeNode[] = [{ node: from, atLow: true, atHigh: true }]
    for (let place = 0; place < low.length; place++) {
      const last = place === low.length - 1 ? addNode() : undefined
      const next: RangeNode[] = []
      for (const { node, atLow, atHigh } of nodes) {
        const lowest = atLow ? alphabet.indexOf(low.charAt(place)) : 0
        const highest = atHigh ? alphabet.indexOf(high.charAt(place)) : alphabet.length - 1
        const characters = new Map<number, string>()
        for (let digit = lowest; digit <= highest; digit++) {
          const to = last ?? rangeNode(next, atLow && digit === lowest, atHigh && digit === highest)
          characters.set(to, (characters.get(to) ?? '') + alphabet.charAt(digit))
        }
        for (const [to, digits] of characters) connect(node, setOf(digits), base * PLACES + place, to)
      }
      if (last !== undefined) return last
      nodes = next
    }
    return from
  }

  function rangeNode(nodes: RangeNode[], atLow: boolean, atHigh: boolean): number {
    const known = nodes.find((each) => each.atLow === atLow && each.atHigh === atHigh)
    if (known) return known.node
    const node = addNode()
    nodes.push({ node, atLow, atHigh })
    return node
  }
}

/** A place within a range where the digits so far are those of the lowest or of the highest text, or of neither. */
interface RangeNode {
  readonly node: number
  readonly atLow: boolean
  readonly atHigh: boolean
}
