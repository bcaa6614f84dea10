import { MAX_CODE_LENGTH } from '../code.ts'
import { CHECK_MARK, type Automaton, type Edge } from './automaton.ts'
import { common, meet } from './character-set.ts'
import { CHECK_START, checkHolds, checkStep, checkValue } from './check-character.ts'

/** How far a text has come: a node in each automaton, its length, and whether it belongs to two series by now. */
interface Place {
  readonly a: number
  readonly b: number
  readonly length: number
  readonly differs: boolean
}

/** What is known of a number's check character along the way. */
interface CheckState {
  readonly remainder: number
  /** The value of the check character, once it has been passed. */
  readonly expected: number | undefined
}

const CHECK_BEGIN: CheckState = { remainder: CHECK_START, expected: undefined }
const CHECK_STATES = 36 * 37

/** A fraction of a second. Only two check characters in different places, with open tokens about, ever ask for more. */
const MAX_DEAD_ENDS = 20_000

/**
 * A text of at most 48 characters that both automata make; absent when there is none, which is then proved: every
 * way through both at once has been followed to its end.
 *
 * Check characters are right in that text, unless to find or to exclude such a text would take all too long: then it
 * is one that has their form.
 *
 * With `otherSeries`, only a text that belongs to two different series counts, since within one series the counter is
 * shared and repeats nothing.
 */
export function commonText(first: Automaton, second: Automaton, otherSeries: boolean): string | undefined {
  const checksFirst = hasCheck(first)
  const checksSecond = hasCheck(second)
  const reachesEnd = new Map<number, boolean>()
  const deadEnds = new Set<number>()
  const start: Place = { a: 0, b: 0, length: 0, differs: !otherSeries }

  if (!isLive(start)) return undefined
  if (!checksFirst && !checksSecond) return textOfForm(start)
  const text = follow(start, CHECK_BEGIN, CHECK_BEGIN)
  return text === undefined && deadEnds.size >= MAX_DEAD_ENDS ? textOfForm(start) : text

  /** Whether both ends can be reached together from here, whatever the check characters ask for. */
  function isLive(place: Place): boolean {
    const { a, b, length, differs } = place
    if (a === first.end && b === second.end) return differs
    if (length === MAX_CODE_LENGTH) return false
    const number = placeNumber(place)
    const known = reachesEnd.get(number)
    if (known !== undefined) return known
    let live = false
    for (const [edgeA, edgeB] of steps(place)) live ||= isLive(stepped(place, edgeA, edgeB))
    reachesEnd.set(number, live)
    return live
  }

  function textOfForm(place: Place): string {
    for (const [edgeA, edgeB] of steps(place)) {
      const next = stepped(place, edgeA, edgeB)
      if (isLive(next)) return common(edgeA.characters, edgeB.characters).charAt(0) + textOfForm(next)
    }
    return ''
  }

  function follow(place: Place, checkA: CheckState, checkB: CheckState): string | undefined {
    if (place.a === first.end && place.b === second.end) return holds(checkA) && holds(checkB) ? '' : undefined
    const state = (placeNumber(place) * CHECK_STATES + checkNumber(checkA)) * CHECK_STATES + checkNumber(checkB)
    if (deadEnds.has(state) || deadEnds.size >= MAX_DEAD_ENDS) return undefined
    for (const [edgeA, edgeB] of steps(place)) {
      const next = stepped(place, edgeA, edgeB)
      if (!isLive(next)) continue
      for (const character of distinctForCheck(common(edgeA.characters, edgeB.characters))) {
        const rest = follow(
          next,
          checksFirst ? passed(checkA, edgeA, character) : checkA,
          checksSecond ? passed(checkB, edgeB, character) : checkB
        )
        if (rest !== undefined) return character + rest
      }
    }
    deadEnds.add(state)
    return undefined
  }

  function* steps({ a, b }: Place): Generator<readonly [Edge, Edge]> {
    for (const edgeA of first.edges[a] ?? []) {
      for (const edgeB of second.edges[b] ?? []) if (meet(edgeA.characters, edgeB.characters)) yield [edgeA, edgeB]
    }
  }

  function placeNumber({ a, b, length, differs }: Place): number {
    return ((a * second.edges.length + b) * (MAX_CODE_LENGTH + 1) + length) * 2 + Number(differs)
  }
}

function stepped(place: Place, a: Edge, b: Edge): Place {
  return { a: a.to, b: b.to, length: place.length + 1, differs: place.differs || a.mark !== b.mark }
}

function hasCheck(automaton: Automaton): boolean {
  return automaton.edges.some((edges) => edges.some(({ mark }) => mark === CHECK_MARK))
}

/** Of characters that mean the same to a check character, one. */
function distinctForCheck(characters: string): string {
  const seen = new Set<number | undefined>()
  let distinct = ''
  for (const character of characters) {
    const value = checkValue(character)
    if (!seen.has(value)) distinct += character
    seen.add(value)
  }
  return distinct
}

function passed(check: CheckState, edge: Edge, character: string): CheckState {
  const value = checkValue(character)
  if (edge.mark === CHECK_MARK) return { remainder: check.remainder, expected: value }
  if (value === undefined) return check
  return { remainder: checkStep(check.remainder, value), expected: check.expected }
}

function holds({ remainder, expected }: CheckState): boolean {
  return expected === undefined || checkHolds(remainder, expected)
}

function checkNumber({ remainder, expected }: CheckState): number {
  return (remainder - 1) * 37 + (expected === undefined ? 0 : expected + 1)
}
