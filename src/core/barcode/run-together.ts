import type { Day } from '../clock.ts'
import { readDataField, splitDataIdentifier } from './mh10.ts'

/** Fields that run to the next separator, whatever stands in them, and whose values are kept for good. */
const OPEN_ENDED: readonly string[] = ['S', 'T', '1T']

/** A country, a count, a packing list, date codes and dates, at the end of another field: they are of one form alone. */
const TAIL =
  /(?:4L[A-Z]{2}|Q\d{1,9}|7Q\d{1,9} ?[A-Z]{2}|11K\d{1,9}|(?:9|10)D\d{4}|4D\d{5}|D\d{6}|(?:6|12|14|16|25)D(?:19|20)\d{6}|1[57]D\d{4}(?:19|20)\d{2})$/

/** Part and lot of the supplier may be anything, but are on nearly every label: it is odd without either. */
const NEARLY_ALWAYS: readonly { readonly tail: RegExp; readonly unless: readonly string[] }[] = [
  { tail: /1P[A-Z\d].{2,}$/, unless: ['P', '1P', '30P'] },
  { tail: /1T[A-Z\d].{2,}$/, unless: ['T', '1T'] }
]

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
    let rest = text.trim()
    for (;;) {
      const tail = tailOf(rest, there, today)
      if (tail === undefined) break
      there.add(identifierOf(tail))
      tails.unshift(tail)
      rest = rest.slice(0, -tail.length)
    }
    isAny ||= tails.length > 0
    return [rest, ...tails]
  })
  return isAny ? apart : undefined
}

/** A field at the end of another, which keeps a value of its own. */
function tailOf(text: string, there: ReadonlySet<string>, today: Day): string | undefined {
  const value = text.slice(identifierOf(text).length + 1)
  const odd = NEARLY_ALWAYS.filter(({ unless }) => unless.every((identifier) => !there.has(identifier)))
  return [TAIL, ...odd.map(({ tail }) => tail)]
    .flatMap((pattern) => pattern.exec(value)?.[0] ?? [])
    .find((tail) => !there.has(identifierOf(tail)) && readDataField(tail, today)?.content.kind !== 'invalid')
}

function identifierOf(text: string): string {
  return splitDataIdentifier(text.trim())?.identifier ?? ''
}
