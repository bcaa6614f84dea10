import { describe, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from '../../scripts/checks/suites.ts'
import { checked, closingLine, NOTHING, total, trusted } from '../../scripts/checks/tally.ts'

describe('the closing line of a run', () => {
  it('sums tests and checks', () => {
    const tallies = [checked(true), checked(false), { passed: 40, failed: 2, skipped: 0 }]
    expect(closingLine(total(tallies))).toBe('41 passed, 3 failed')
  })

  it('names skipped tests only where there are some', () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 3 })).toBe('1 passed, 0 failed, 3 skipped')
  })
})

describe('the report of a test runner', () => {
  it('is taken as it is when the runner did well', () => {
    const report = { passed: 5, failed: 0, skipped: 1 }
    expect(trusted(report, true)).toEqual(report)
  })

  it('counts one failure when nothing ran', () => {
    expect(trusted({ passed: 0, failed: 0, skipped: 9 }, true)).toEqual({ passed: 0, failed: 1, skipped: 9 })
    expect(trusted(NOTHING, true).failed).toBe(1)
  })

  it('counts one failure when the runner failed without naming a test', () => {
    expect(trusted({ passed: 5, failed: 0, skipped: 0 }, false).failed).toBe(1)
    expect(trusted(undefined, true).failed).toBe(1)
  })

  it('does not count a named failure twice', () => {
    expect(trusted({ passed: 5, failed: 2, skipped: 0 }, false).failed).toBe(2)
  })

  it('is read from Vitest', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(readVitestReport(report)).toEqual({ passed: 3, failed: 1, skipped: 3 })
  })

  it('is read from Playwright, where a flaky test has failed', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(readPlaywrightReport(report)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  it('is not believed in another form', () => {
    expect(() => readVitestReport({ passed: 3 })).toThrow('another form')
  })
})
