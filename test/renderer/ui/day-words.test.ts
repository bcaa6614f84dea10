import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/core/clock.ts'
import { dueWords, expiryWords } from '../../../src/renderer/src/ui/day-words.ts'

const TODAY = '2026-11-23' as Day

describe('when something is due', () => {
  it.each([
    ['2026-11-20', '3 days late', 'bad'],
    ['2026-11-22', '1 day late', 'bad'],
    ['2026-11-23', 'due today', 'warn'],
    ['2026-11-24', 'due tomorrow', 'quiet'],
    ['2026-12-24', 'due in 31 days', 'quiet']
  ])('says of %s that it is %s', (due, words, tone) => {
    expect(dueWords(due as Day, TODAY)).toEqual({ words, tone })
  })

  it('counts days across a change of the clocks and a leap day', () => {
    expect(dueWords('2026-03-30' as Day, '2026-03-28' as Day).words).toBe('due in 2 days')
    expect(dueWords('2028-03-01' as Day, '2028-02-28' as Day).words).toBe('due in 2 days')
  })
})

describe('an expiry day', () => {
  it.each([
    ['2026-11-22', 'expired 2026-11-22', 'bad'],
    ['2026-11-23', 'expires today', 'warn'],
    ['2026-11-24', '2026-11-24, 1 day', 'warn'],
    ['2026-12-23', '2026-12-23, 30 days', 'warn'],
    ['2026-12-24', '2026-12-24', 'quiet']
  ])('says of %s: %s', (expiry, words, tone) => {
    expect(expiryWords(expiry as Day, TODAY)).toEqual({ words, tone })
  })
})
