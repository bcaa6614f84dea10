import { bindPattern, EMPTY_CONTEXT } from './bind.ts'
import { findOverlap, shapeOf } from './overlap.ts'
import { parsePattern } from './parse-pattern.ts'
import type { NumberedPart } from './pattern-faults.ts'
import { contextTokensOf, formatPattern, patternWidth, type Pattern, type PatternElement } from './pattern.ts'

/** The pattern of a part, as it is kept. */
export interface PartPattern extends NumberedPart {
  readonly pattern: string
}

/** A pattern with what it has of its part put in; what a receipt or a place brings is open. */
export interface BoundPattern<Owner extends NumberedPart = NumberedPart> {
  readonly owner: Owner
  readonly bound: Pattern
  /** Equal for two patterns that share their series. */
  readonly key: string
}

/** How two patterns meet. */
export interface Meeting<Owner extends NumberedPart = NumberedPart> {
  /** A number that both can make. */
  readonly number: string
  /** Null where a pattern meets itself, for two values of its open tokens. */
  readonly other: Owner | null
}

/** Absent for what is no pattern, or has no room for its part. */
export function boundPattern<Owner extends PartPattern>(owner: Owner): BoundPattern<Owner> | undefined {
  const reading = parsePattern(owner.pattern)
  if (!reading.ok) return undefined
  const { partNumber, revision } = owner
  const binding = bindPattern(reading.pattern, { ...EMPTY_CONTEXT, partNumber, revision })
  if (!binding.ok) return undefined
  return { owner, bound: binding.pattern, key: formatPattern(binding.pattern) }
}

/**
 * The first of the others that could ever make a number of this pattern, or the pattern itself where it could make a
 * number in two of its series; absent when that is proved never to happen.
 *
 * Meant to be asked with each key that is pressed: most others are passed over at a glance.
 */
export function findMeeting<Owner extends PartPattern>(
  pattern: BoundPattern<Owner>,
  others: Iterable<BoundPattern<Owner>>
): Meeting<Owner> | undefined {
  const shape = shapeOf(pattern.bound)
  const itself = findOverlap(shape, shape)
  if (itself !== undefined) return { number: itself, other: null }
  for (const { owner, bound, key } of others) {
    if (key === pattern.key || clearlyApart(bound, pattern.bound)) continue
    const number = findOverlap(shapeOf(bound), shape)
    if (number !== undefined) return { number, other: owner }
  }
  return undefined
}

/**
 * What is wrong with a pattern that meets another, as words that go on behind the pattern.
 *
 * @param place where the other one is found, such as ` in line 7`
 */
export function describeMeeting({ number, other }: Meeting<PartPattern>, place = ''): string {
  if (other === null) {
    return `it could give ${number} twice, for two different orders, suppliers or places: put fixed text between its tokens, or leave one out`
  }
  const owner = `${other.partNumber}${other.revision === '' ? '' : ` revision ${other.revision}`}`
  return `it could give ${number}, and so could ${other.pattern} of ${owner}${place}: begin one of them with text of its own`
}

/** Whether it is seen at a glance that two patterns never meet: by their lengths, or by the texts at their ends. */
function clearlyApart(first: Pattern, second: Pattern): boolean {
  const [a, b] = [first.elements, second.elements]
  const haveLengths = contextTokensOf(first).length === 0 && contextTokensOf(second).length === 0
  if (haveLengths && patternWidth(a) !== patternWidth(b)) return true
  const [head, otherHead] = [textOf(a[0]), textOf(b[0])]
  const [tail, otherTail] = [textOf(a.at(-1)), textOf(b.at(-1))]
  const beginAlike = head.startsWith(otherHead) || otherHead.startsWith(head)
  return !beginAlike || !(tail.endsWith(otherTail) || otherTail.endsWith(tail))
}

function textOf(element: PatternElement | undefined): string {
  return element?.kind === 'literal' ? element.text : ''
}
