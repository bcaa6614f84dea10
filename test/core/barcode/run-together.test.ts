import { describe, expect, it } from 'vitest'
import { separated } from '../../../src/core/barcode/run-together.ts'
import type { Day } from '../../../src/core/clock.ts'

const today = '2026-11-23' as Day

describe('fields that were run together', () => {
  it.each([
    ['a count behind a lot', ['P1', '1TLOTQ5'], ['P1', '1TLOT', 'Q5']],
    ['two fields behind a lot', ['P1', '1TLOTQ5', 'SX9'], ['P1', '1TLOT', 'Q5', 'SX9']],
    ['a count with blanks behind it', ['P1', '1TLOTQ5 '], ['P1', '1TLOT', 'Q5']]
  ])('%s is put apart without a character lost', (_, texts, apart) => {
    expect(separated(texts, today)).toEqual(apart)
  })

  it('are none where the label has the field elsewhere', () => {
    expect(separated(['P1', '1TLOTQ5', 'Q7'], today)).toBeUndefined()
  })
})
