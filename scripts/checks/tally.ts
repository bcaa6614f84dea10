/** How many tests and checks ended in which way. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export function checked(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped
    }),
    NOTHING
  )
}

/**
 * What a test runner's report is worth: a runner that failed without naming a test (a file that does not load, say), or
 * that ran none at all, is one more failure.
 */
export function trusted(report: Tally | undefined, ranWell: boolean): Tally {
  const tally = report ?? NOTHING
  const ranSomething = tally.passed + tally.failed > 0
  return ranSomething && (ranWell || tally.failed > 0) ? tally : { ...tally, failed: tally.failed + 1 }
}

/** The last line of a run: `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
