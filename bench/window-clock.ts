import type { Page } from 'playwright'

/** How far a page's clock is ahead of this process's, both in milliseconds since 1970, and how sure that is. */
export interface ClockOffset {
  readonly offsetMs: number
  readonly uncertaintyMs: number
}

const PROBES = 40

/** This process's time on the scale of a page's `performance.timeOrigin + performance.now()`. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Compares the clocks by asking many times: the quickest answer knows best. */
export async function measureClockOffset(page: Page): Promise<ClockOffset> {
  let best: ClockOffset = { offsetMs: 0, uncertaintyMs: Infinity }
  for (let probe = 0; probe < PROBES; probe += 1) {
    const asked = nowMs()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const answered = nowMs()
    const uncertaintyMs = (answered - asked) / 2
    if (uncertaintyMs < best.uncertaintyMs) best = { offsetMs: there - (asked + answered) / 2, uncertaintyMs }
  }
  return best
}
