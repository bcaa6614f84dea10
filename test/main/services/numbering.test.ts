import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/core/clock.ts'
import { EMPTY_CONTEXT } from '../../../src/core/numbering/bind.ts'
import { drawNumbers, previewNumbers, useNumbers } from '../../../src/main/services/numbering.ts'
import { newStore } from '../../helpers/store.ts'

const TODAY = '2026-11-23' as Day
const PATTERN = 'SN-{YY}-{######}'
const free = (): boolean => false

describe('the preview of a batch of numbers', () => {
  it.each([1, 2, 499, 500, 501, 12_345])('says the first and the last of %i that are drawn then', (count) => {
    const db = newStore()
    for (const taken of [free, (number: string) => number === 'SN-26-000001']) {
      const preview = previewNumbers(db, PATTERN, EMPTY_CONTEXT, TODAY, count, taken)
      const drawn = drawNumbers(db, PATTERN, EMPTY_CONTEXT, TODAY, count, taken)
      if (!drawn.ok) throw new Error(drawn.reason)
      expect(preview).toEqual({ ok: true, first: drawn.numbers[0], last: drawn.numbers.at(-1) })
      useNumbers(db, drawn)
    }
  })

  it('asks for few numbers only, however large the batch: a screen asks with each scan', () => {
    let asked = 0
    const counting = (): boolean => {
      asked += 1
      return false
    }
    expect(previewNumbers(newStore(), PATTERN, EMPTY_CONTEXT, TODAY, 900_000, counting).ok).toBe(true)
    expect(asked).toBeLessThan(1_000)
  })

  it('is refused where the numbers run out before the last', () => {
    expect(previewNumbers(newStore(), PATTERN, EMPTY_CONTEXT, TODAY, 1_000_000, free).ok).toBe(false)
    expect(previewNumbers(newStore(), '{YY}{##}', EMPTY_CONTEXT, TODAY, 100, free).ok).toBe(false)
  })
})
