import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { dayHere, formatMoment, formatRecent, formatTimeOfDay } from '../../../src/renderer/src/ui/moments.ts'

// In the time of whatever PC runs this.
const MORNING = new Date(2026, 10, 3, 9, 5, 7)

describe('an instant on screen', () => {
  it('stands in the time of this PC, with its zeros', () => {
    const instant = instantOf(MORNING.getTime())
    expect(formatMoment(instant)).toBe('2026-11-03 09:05:07')
    expect(formatTimeOfDay(instant)).toBe('09:05:07')
  })

  it('falls on the day of this PC, also where it is another in UTC', () => {
    expect(dayHere(instantOf(new Date(2026, 10, 3, 0, 0, 0).getTime()))).toBe('2026-11-03')
    expect(dayHere(instantOf(new Date(2026, 10, 3, 23, 59, 59).getTime()))).toBe('2026-11-03')
  })

  it('is the time of day when it is of today, and the day when it is older', () => {
    const instant = instantOf(MORNING.getTime())
    expect(formatRecent(instant, new Date(2026, 10, 3, 23, 59, 59).getTime())).toBe('09:05:07')
    expect(formatRecent(instant, new Date(2026, 10, 4, 0, 0, 0).getTime())).toBe('2026-11-03')
  })
})
