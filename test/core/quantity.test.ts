import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  describeQuantityProblem,
  formatQuantity,
  MAX_QUANTITY,
  ONE,
  parsePositiveQuantity,
  parseQuantity,
  quantityOf,
  subtract,
  sum,
  wholeUnits,
  ZERO
} from '../../src/core/quantity.ts'
import type { Quantity, QuantityProblem } from '../../src/core/quantity.ts'

const most: number = MAX_QUANTITY
const quantity = fc.integer({ min: -most, max: most }).map((millionths) => millionths as Quantity)
const small = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((millionths) => millionths as Quantity)

/** The same number as whole millionths, by exact arithmetic of another kind. */
function millionthsOf(text: string): bigint {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const magnitude = BigInt(whole) * 1_000_000n + BigInt(decimals.slice(0, 6).padEnd(6, '0'))
  return sign === '' ? magnitude : -magnitude
}

describe('quantities', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(quantity, (value) => {
        expect(parseQuantity(formatQuantity(value))).toEqual({ ok: true, quantity: value })
      })
    )
  })

  it('are written as the shortest exact decimal', () => {
    fc.assert(
      fc.property(quantity, (value) => {
        const text = formatQuantity(value)
        expect(text).toMatch(/^(0|-?([1-9]\d{0,8}|0(?=\.))(\.\d{0,5}[1-9])?)$/)
        expect(millionthsOf(text)).toBe(BigInt(value))
      })
    )
    expect(formatQuantity(1_500_000 as Quantity)).toBe('1.5')
    expect(formatQuantity(quantityOf(12))).toBe('12')
    expect(formatQuantity(-1 as Quantity)).toBe('-0.000001')
    expect(formatQuantity(ZERO)).toBe('0')
    expect(formatQuantity(MAX_QUANTITY)).toBe('999999999.999999')
  })

  it('keep every decimal that is given, zeros around it or not', () => {
    const decimal = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 999_999 }),
        fc.nat({ max: 5 })
      )
      .map(([sign, whole, millionths, zeros]) => {
        const padding = '0'.repeat(zeros)
        return `${sign}${padding}${whole}.${String(millionths).padStart(6, '0')}${padding}`
      })
    fc.assert(
      fc.property(decimal, (text) => {
        const reading = parseQuantity(text)
        expect(reading.ok && BigInt(reading.quantity)).toBe(millionthsOf(text))
      })
    )
  })

  it.each<[string, QuantityProblem]>([
    ['', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['1e9', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['1 000', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['١', 'not-a-number'],
    ['0.0000001', 'too-many-decimals'],
    ['1000000000', 'too-large'],
    ['-1000000000', 'too-large'],
    ['9'.repeat(400), 'too-large']
  ])('refuse %j', (text, problem) => {
    expect(parseQuantity(text)).toEqual({ ok: false, problem })
  })

  it('take blanks around, and zeros behind the sixth decimal', () => {
    expect(parseQuantity(' 0012.500 ')).toEqual({ ok: true, quantity: 12_500_000 })
    expect(parseQuantity('0.1000000')).toEqual({ ok: true, quantity: 100_000 })
  })

  it('know only one zero', () => {
    for (const text of ['0', '-0', '-0.000000', '00']) {
      const reading = parseQuantity(text)
      expect(reading.ok && Object.is(reading.quantity, 0)).toBe(true)
    }
  })

  it('of real goods are more than nothing', () => {
    expect(parsePositiveQuantity('0')).toEqual({ ok: false, problem: 'not-positive' })
    expect(parsePositiveQuantity('-1')).toEqual({ ok: false, problem: 'not-positive' })
    expect(parsePositiveQuantity('0.000001')).toEqual({ ok: true, quantity: 1 })
    expect(parsePositiveQuantity('x')).toEqual({ ok: false, problem: 'not-a-number' })
  })

  it('add up without a trace of binary fractions', () => {
    const tenth = parseQuantity('0.1')
    const tenths = Array.from({ length: 10 }, () => (tenth.ok ? tenth.quantity : ZERO))
    expect(sum(tenths)).toBe(ONE)
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a)
        expect(add(a, b)).toBe(add(b, a))
      })
    )
  })

  it('sum to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(small), (list) => {
        expect(sum(list)).toBe(sum(list.toReversed()))
        expect(BigInt(sum(list))).toBe(list.reduce((total, value) => total + BigInt(value), 0n))
      })
    )
    expect(sum([])).toBe(ZERO)
  })

  it('never lose a millionth unseen: what a double cannot hold is a bug', () => {
    const one = 1 as Quantity
    expect(() => add(Number.MAX_SAFE_INTEGER as Quantity, one)).toThrow(RangeError)
    expect(() => subtract(Number.MIN_SAFE_INTEGER as Quantity, one)).toThrow(RangeError)
    expect(() => quantityOf(0.0000001)).toThrow(RangeError)
  })

  it('tell whole units from parts of one', () => {
    expect(wholeUnits(quantityOf(7))).toBe(7)
    expect(wholeUnits(1 as Quantity)).toBeUndefined()
    expect(wholeUnits(-1_500_000 as Quantity)).toBeUndefined()
  })

  it('say of each problem what is allowed', () => {
    const problems: QuantityProblem[] = ['not-a-number', 'too-many-decimals', 'too-large', 'not-positive']
    expect(new Set(problems.map(describeQuantityProblem)).size).toBe(problems.length)
  })
})
