import type { Day } from '../clock.ts'
import { readDataField, splitDataIdentifier } from './mh10.ts'

/** Fields that run to the next separator, whatever stands in them, and whose values are kept for good. */
const OPEN_ENDED: readonly string[] = ['S', 'T', '1T']

/** Fields whose values are of one form alone, at the end of another: a country, a count, date codes and dates. */
const TAIL = /(?:4L[A-Z]{2}|Q\d{1,9}|(?:9|10)D\d{4}|(?:6|14|16)D(?:19|20)\d{6})$/

/**
 * The fields of a format 06 label, with those apart that stand at the end of a lot or a serial; absent where none does.
 *
 * A missing separator cannot be told from a lot that happens to end so: both are then offered. What the label has
 * elsewhere has not been run together.
 */
export function separated(texts: readonly string[], today: Day): readonly string[] | undefined {
  const there = new Set(texts.map(identifierOf))
  let isAny = false
  const apart = texts.flatMap((text) => {
    if (!OPEN_ENDED.includes(identifierOf(text))) return [text]
    const tails: string[] = []
    let rest = text
    for (;;) {
      const tail = TAIL.exec(rest)?.[0]
      if (tail === undefined || !isFieldOfItsOwn(tail, rest, there, today)) break
      there.add(identifierOf(tail))
      tails.unshift(tail)
      rest = rest.slice(0, -tail.length)
    }
    isAny ||= tails.length > 0
    return [rest, ...tails]
  })
  return isAny ? apart : undefined
}

function isFieldOfItsOwn(tail: string, text: string, there: ReadonlySet<string>, today: Day): boolean {
  if (there.has(identifierOf(tail)) || text.length - tail.length <= identifierOf(text).length) return false
  return readDataField(tail, today)?.content.kind !== 'invalid'
}

function identifierOf(text: string): string {
  return splitDataIdentifier(text.trim())?.identifier ?? ''
}
