import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECK_ALPHABET, checkCharacterOf } from '../../../src/core/numbering/check-character.ts'
import { COUNTER_ALPHABETS } from '../../../src/core/numbering/counter.ts'
import { mayProduce } from '../../../src/core/numbering/match.ts'
import { findOverlap, shapeOf } from '../../../src/core/numbering/overlap.ts'
import {
  contextTokensOf,
  formatElement,
  type Pattern,
  type PatternElement
} from '../../../src/core/numbering/pattern.ts'
import { PROPERTY_RUNS, anyPatternText, patternOf, patternTexts } from './generated-patterns.ts'

function overlap(first: string, second: string): string | undefined {
  return findOverlap(shapeOf(patternOf(first)), shapeOf(patternOf(second)))
}

function hasCheckCharacter({ elements }: Pattern): boolean {
  return elements.some(({ kind }) => kind === 'check')
}

describe('patterns that can meet', () => {
  it.each([
    ['test1{#}', 'test{##}'],
    ['SN-{####}', 'SN-{X####}'],
    ['SN-{####}', 'SN-{YY}{##}'],
    ['A26-{##}', 'A{YY}-{##}'],
    ['{PN}-{#}', 'BOLT-{##}-{C}'],
    ['{SITE}{YY}{ORDER}-{###}', '{SITE}{YY}{ORDER}-{###}'],
    ['{MM}{DD}{##}', '{YYYY}{##}'],
    ['A{###}{C}', 'A{####}'],
    ['{C}{####}', '{####}{C}'],
    ['{PN}{#}', '{##}{C}']
  ])('%s and %s do, and the answer is a number of both', (first, second) => {
    const number = overlap(first, second)
    expect(number).toBeDefined()
    expect(mayProduce(patternOf(first), number ?? '')).toBe(true)
    expect(mayProduce(patternOf(second), number ?? '')).toBe(true)
    expect(overlap(second, first)).toBeDefined()
  })
})

describe('patterns that can never meet', () => {
  it.each([
    ['SN-{####}', 'SN-{#####}', 'their lengths differ'],
    ['SN-{####}', 'sn-{####}', 'case counts'],
    ['SN-{####}', 'SN-{####}', 'they are one series'],
    ['A{#}0', 'A0{#}', 'a counter begins at 1'],
    ['A{MM}{#}', 'A13{#}', 'no year has a month 13'],
    ['A{DD}{#}', 'A32{#}', 'no month has a day 32'],
    ['A{WW}{#}', 'A54{#}', 'no year has a week 54'],
    ['A{JJJ}{#}', 'A367{#}', 'no year has a day 367'],
    ['A{X#}', 'AI{#}', 'a counter has no I'],
    ['{PN}-{##}', '{PN}-{##}', 'one open token is found by its length, so both are one series'],
    ['A-{ORDER}-{##}', 'A-1-{ORDER}-{##}', 'orders that give the same text give one series'],
    ['{PN}{REV}-{##}', '{ORDER}-{##}', 'what stands before the counter is the same text in both'],
    ['{YY}{MM}-{###}', '{YY}{MM}-{###}', 'different months never look alike'],
    [`${'A'.repeat(30)}{PN}{##}`, `{PN}{##}${'B'.repeat(30)}`, 'a code has at most 48 characters'],
    ['{##}{C}', '{##}-', 'a check character is a letter or a digit']
  ])('%s and %s do not: %s (%#)', (first, second) => {
    expect(overlap(first, second)).toBeUndefined()
    expect(overlap(second, first)).toBeUndefined()
  })

  it('tells check characters apart exactly', () => {
    const right = checkCharacterOf('A1X')
    const wrong = right === '0' ? '1' : '0'
    expect(overlap('A{#}{C}X', `A1${right}{X#}`)).toBe(`A1${right}X`)
    expect(overlap('A{#}{C}X', `A1${wrong}{X#}`)).toBeUndefined()
  })
})

const SMALL_TOKENS = ['{MM}', '{C}']
const SMALL_COUNTERS = ['{#}', '{##}', '{X#}']
const literals = fc.string({ unit: fc.constantFrom('A', '0', '1', '-'), minLength: 1, maxLength: 2 })
const closed = patternTexts(SMALL_TOKENS, SMALL_COUNTERS, literals).filter((text) => text.length <= 14)
const open = patternTexts([...SMALL_TOKENS, '{PN}', '{ORDER}'], ['{#}'], literals).filter((text) => text.length <= 16)
const fewOpen = anyPatternText.filter((text) => contextTokensOf(patternOf(text)).length <= 2)

describe('the proof', () => {
  it('agrees with trying out every number of two series', () => {
    const cache = new Map<string, Map<string, Set<string>>>()
    fc.assert(
      fc.property(closed, closed, (first, second) => {
        const all = [first, second].map((text) => {
          const numbers = cache.get(text) ?? numbersOf(patternOf(text).elements)
          cache.set(text, numbers)
          return numbers
        })
        const [some, others] = all
        const meet = first !== second && [...(some?.keys() ?? [])].some((number) => others?.has(number))
        expect(overlap(first, second) !== undefined).toBe(meet)
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })

  it('misses nothing that values of open tokens can do', () => {
    fc.assert(
      fc.property(open, open, fc.boolean(), (first, second, same) => {
        const [some, others] = [first, same ? first : second].map((text) => numbersOf(patternOf(text).elements))
        const meet = [...(some ?? [])].some(([number, keys]) =>
          [...(others?.get(number) ?? [])].some((key) => keys.size > 1 || !keys.has(key))
        )
        if (meet) expect(overlap(first, same ? first : second)).toBeDefined()
      }),
      { numRuns: Math.ceil(PROPERTY_RUNS / 20) }
    )
  })

  it('gives a number that both make in two series', () => {
    fc.assert(
      fc.property(fewOpen, fewOpen, fc.boolean(), (first, second, same) => {
        const patterns = [patternOf(first), patternOf(same ? first : second)]
        const [some, others] = patterns
        const number = overlap(first, same ? first : second)
        if (number === undefined || !some || !others) return
        const exact =
          patterns.every((pattern) => contextTokensOf(pattern).length === 0) || !patterns.every(hasCheckCharacter)
        const keys = readings(some.elements, number, exact)
        const otherKeys = readings(others.elements, number, exact)
        expect(keys.size).toBeGreaterThan(0)
        expect(otherKeys.size).toBeGreaterThan(0)
        expect(new Set([...keys, ...otherKeys]).size).toBeGreaterThan(1)
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })
})

/** Every number of a pattern, with the series that make it; open tokens stand for a few short values. */
function numbersOf(elements: readonly PatternElement[]): Map<string, Set<string>> {
  let partial: readonly { text: string; key: string }[] = [{ text: '', key: '' }]
  for (const element of elements) {
    partial = partial.flatMap(({ text, key }) =>
      valuesOf(element).map((value) => ({ text: text + value, key: key + keyOf(element, value) }))
    )
  }
  const numbers = new Map<string, Set<string>>()
  for (const { text, key } of partial) {
    const number = text.replace('\u0000', checkCharacterOf(text))
    numbers.set(number, (numbers.get(number) ?? new Set()).add(key))
  }
  return numbers
}

function valuesOf(element: PatternElement): readonly string[] {
  switch (element.kind) {
    case 'literal':
      return [element.text]
    case 'context':
      return ['A', '0', '1', '-', 'A0', '01', '11', '-1', '1-', '0-1']
    case 'date':
      return Array.from({ length: element.token === 'MM' ? 12 : 31 }, (_, index) => String(index + 1).padStart(2, '0'))
    case 'counter': {
      const alphabet = Array.from(COUNTER_ALPHABETS[element.digits])
      const tens = element.width === 1 ? [''] : alphabet
      return tens.flatMap((ten) => alphabet.map((one) => ten + one)).filter((text) => /[^0]/.test(text))
    }
    case 'check':
      return ['\u0000']
  }
}

/** The series that could have made a number, found by trying every way to cut it up. */
function readings(elements: readonly PatternElement[], number: string, exact: boolean): Set<string> {
  const keys = new Set<string>()
  const cut = (index: number, at: number, key: string, check: number | undefined) => {
    const element = elements[index]
    if (element === undefined) {
      if (at < number.length) return
      const rest = check === undefined ? '' : number.slice(0, check) + number.slice(check + 1)
      if (!exact || check === undefined || checkCharacterOf(rest) === number[check]) keys.add(key)
      return
    }
    for (let end = at + 1; end <= number.length; end++) {
      const value = number.slice(at, end)
      if (!canBe(element, value)) continue
      cut(index + 1, end, key + keyOf(element, value), element.kind === 'check' ? at : check)
    }
  }
  cut(0, 0, '', undefined)
  return keys
}

const DATE_LIMITS = { YYYY: [0, 9999], YY: [0, 99], MM: [1, 12], DD: [1, 31], WW: [1, 53], JJJ: [1, 366] } as const

function canBe(element: PatternElement, value: string): boolean {
  switch (element.kind) {
    case 'literal':
      return value === element.text
    case 'context':
      return value.trim() === value
    case 'date': {
      const [low, high] = DATE_LIMITS[element.token]
      return value.length === element.token.length && /^\d+$/.test(value) && +value >= low && +value <= high
    }
    case 'counter':
      return (
        value.length === element.width &&
        /[^0]/.test(value) &&
        Array.from(value).every((digit) => COUNTER_ALPHABETS[element.digits].includes(digit))
      )
    case 'check':
      return value.length === 1 && CHECK_ALPHABET.includes(value)
  }
}

function keyOf(element: PatternElement, value: string): string {
  return formatElement(element.kind === 'context' ? { kind: 'literal', text: value } : element)
}
