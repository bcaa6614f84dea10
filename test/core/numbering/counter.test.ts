import { describe, expect, it } from 'vitest'
import { MAX_COUNTER_WIDTH, counterCapacity, formatCounter } from '../../../src/core/numbering/counter.ts'

describe('a counter', () => {
  it('is filled up with zeros to its width', () => {
    expect(formatCounter('decimal', 5, 42)).toBe('00042')
    expect(formatCounter('base32', 4, 1)).toBe('0001')
  })

  it('leaves out I, L, O and U in base 32', () => {
    const digits = Array.from({ length: 31 }, (_, index) => formatCounter('base32', 1, index + 1)).join('')
    expect(digits).toBe('123456789ABCDEFGHJKMNPQRSTVWXYZ')
    expect(formatCounter('base32', 2, 32)).toBe('10')
    expect(formatCounter('base32', 2, 1023)).toBe('ZZ')
  })

  it('holds its widest value exactly', () => {
    for (const digits of ['decimal', 'base32'] as const) {
      const width = MAX_COUNTER_WIDTH[digits]
      const last = counterCapacity(digits, width)
      expect(Number.isSafeInteger(last)).toBe(true)
      expect(formatCounter(digits, width, last)).toBe((digits === 'decimal' ? '9' : 'Z').repeat(width))
      expect(formatCounter(digits, width, last)).not.toBe(formatCounter(digits, width, last - 1))
    }
  })

  it.each([0, -1, 1.5, 100, Number.NaN])('never shows %s in two digits', (value) => {
    expect(() => formatCounter('decimal', 2, value)).toThrow('cannot show')
  })
})
