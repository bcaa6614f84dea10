import type { Clock } from '../../../core/clock.ts'
import type { Timers } from '../timers.ts'

/** A timer later than this shows that the process was busy, so that what is waited for may lie ready. */
const LATE_MS = 50

/**
 * Calls back once when nothing came for `delayMs`, and waits once more where the timer itself came late. The function
 * it returns calls it off.
 */
export function afterSilence(
  delayMs: number,
  { clock, timers }: { clock: Clock; timers: Timers },
  callback: () => void
) {
  const dueMs = clock.now() + delayMs
  let stop = timers.after(delayMs, () => {
    if (clock.now() - dueMs > LATE_MS) stop = timers.after(delayMs, callback)
    else callback()
  })
  return (): void => stop()
}
