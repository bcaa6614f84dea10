import fc from 'fast-check'
import { parseDay, type Day } from '../../../src/core/clock.ts'
import type { NumberContext } from '../../../src/core/numbering/bind.ts'
import { parsePattern } from '../../../src/core/numbering/parse-pattern.ts'
import type { Pattern } from '../../../src/core/numbering/pattern.ts'

export const PROPERTY_RUNS = Number(process.env['DOCKSIDE_PROPERTY_RUNS'] ?? 500)

export function patternOf(text: string): Pattern {
  const reading = parsePattern(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.problems.map(({ message }) => message).join(' ')}`)
  return reading.pattern
}

export function dayOfText(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is no day`)
  return day
}

/** The text of a legal pattern made of these pieces in any order, each once, with one counter among them. */
export function patternTexts(tokens: readonly string[], counters: readonly string[], literals: fc.Arbitrary<string>) {
  return fc
    .tuple(fc.subarray([...tokens]), fc.constantFrom(...counters), fc.array(literals, { maxLength: 3 }))
    .chain(([chosen, counter, texts]) =>
      fc.shuffledSubarray([...chosen, counter, ...texts], { minLength: chosen.length + texts.length + 1 })
    )
    .map((pieces) => pieces.join(''))
    .filter((text) => parsePattern(text).ok)
}

export const ALL_TOKENS = [
  '{PN}',
  '{REV}',
  '{ORDER}',
  '{SUPPLIER}',
  '{SITE}',
  '{STATION}',
  '{YYYY}',
  '{YY}',
  '{MM}',
  '{DD}',
  '{WW}',
  '{JJJ}',
  '{C}'
]

export const anyPatternText = patternTexts(
  ALL_TOKENS,
  ['{#}', '{##}', '{####}', '{X#}', '{X##}', '{X####}'],
  fc.oneof(
    fc.constantFrom('SN', '-', '/', '0', '1', 'a', '{{', '}}', ' x'),
    fc.string({ unit: fc.constantFrom('A', 'b', '7', '.', '_'), maxLength: 3 })
  )
)

/** Values that are made to be confused: short, alike, and full of what numbers hold. */
const value = fc.string({ unit: fc.constantFrom('A', '0', '1', '2', '-'), minLength: 1, maxLength: 3 })

export const context: fc.Arbitrary<NumberContext> = fc.record({
  partNumber: value,
  revision: value,
  order: value,
  supplier: value,
  site: value,
  station: value
})

/** Days of one century, those around New Year more often than others. */
export const day: fc.Arbitrary<Day> = fc
  .record({
    // The days before and after these years are still of the century: a year of two digits tells no two apart.
    year: fc.integer({ min: 1971, max: 2068 }),
    offset: fc.oneof(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 365 }))
  })
  .map(({ year, offset }) => dayOfText(new Date(Date.UTC(year, 0, 1 + offset)).toISOString().slice(0, 10)))
