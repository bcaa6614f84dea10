import { addDays, type Day } from '../clock.ts'
import { daysLeftInPeriod } from './calendar.ts'
import type { Pattern } from './pattern.ts'
import { capacityOf, restartOfPattern } from './series.ts'

/** Nine years of months, or more of longer periods: among them is every length that a period can have. */
const MOST_PERIODS = 9 * 12

/**
 * How many whole days, `day` included, the numbers last when so many are used each day; absent when they last for
 * ever, since the counter restarts before it can end.
 */
export function runsOutAfter(pattern: Pattern, day: Day, nextCounter: number, usedPerDay: number): number | undefined {
  if (usedPerDay <= 0) return undefined
  const restart = restartOfPattern(pattern)
  const capacity = capacityOf(pattern)
  let left = Math.max(0, capacity - nextCounter + 1)
  let passed = 0
  for (let period = 0; period < MOST_PERIODS; period++) {
    const daysLeft = daysLeftInPeriod(restart, addDays(day, passed))
    const lasting = Math.floor(left / usedPerDay)
    if (daysLeft === undefined || lasting < daysLeft) return passed + lasting
    passed += daysLeft
    left = capacity
  }
  return undefined
}
