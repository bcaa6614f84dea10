import { describe, expect, it } from 'vitest'
import { runsOutAfter } from '../../../src/core/numbering/run-out.ts'
import { dayOfText, patternOf } from './generated-patterns.ts'

function days(pattern: string, day: string, next: number, perDay: number) {
  return runsOutAfter(patternOf(pattern), dayOfText(day), next, perDay)
}

describe('how long numbers last', () => {
  it('counts the whole days of a counter that never restarts', () => {
    expect(days('{###}', '2026-11-23', 1, 10)).toBe(99)
    expect(days('{###}', '2026-11-23', 1000, 10)).toBe(0)
  })

  it('is for ever where the counter restarts in time', () => {
    expect(days('{YYYY}{MM}{DD}{##}', '2026-11-23', 1, 99)).toBeUndefined()
    expect(days('{YYYY}{WW}{##}', '2026-11-23', 1, 14)).toBeUndefined()
    expect(days('{YY}-{####}', '2026-11-23', 1, 27)).toBeUndefined()
    expect(days('{YYYY}{MM}{##}', '2026-11-23', 1, 3)).toBeUndefined()
  })

  it('ends within a day that uses more than its period has', () => {
    expect(days('{YYYY}{MM}{DD}{##}', '2026-11-23', 1, 100)).toBe(0)
  })

  it('ends in the current period where little is left of the counter', () => {
    expect(days('{YY}-{####}', '2026-11-23', 9_000, 27)).toBe(37)
  })

  it('ends in the first period that is too long', () => {
    expect(days('{YYYY}{MM}{###}', '2027-02-01', 1, 33)).toBe(28 + 30)
    expect(days('{YY}{X##}-x', '2026-01-01', 1, 2.8)).toBe(365 + 365 + 365)
  })

  it('is for ever where none are used', () => {
    expect(days('{#}', '2026-11-23', 1, 0)).toBeUndefined()
  })
})
