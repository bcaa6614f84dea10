import type { Clock } from '../../../core/clock.ts'
import type { Timers } from '../timers.ts'

/**
 * Knows when the process was too busy to notice a key, by a timer that is late then. Electron does not say when a key
 * was pressed, only that it was: what came while nobody looked seems to have come all at once.
 */
export interface Wakefulness {
  /** The time, in milliseconds, that leaves out what the process was busy for. It goes on as the clock does otherwise. */
  awakeMs(): number
  /** At most so long something that is told now has waited; 0 while nothing keeps the process from its work. */
  waitedMs(): number
  stop(): void
}

const BEAT_MS = 15
/** No computer's timer is always on time. */
const LONGEST_BEAT_MS = 25
/** A pause in which a person can have pressed a key and a scanner more than one. */
const WAITED_MS = 50

export function createWakefulness(clock: Clock, timers: Timers): Wakefulness {
  let lastBeatMs = clock.now()
  let awakeMs = lastBeatMs
  let stop = (): void => {}

  const sinceBeatMs = () => Math.max(0, clock.now() - lastBeatMs)
  const awakeNowMs = () => awakeMs + Math.min(sinceBeatMs(), LONGEST_BEAT_MS)

  function beat(): void {
    awakeMs = awakeNowMs()
    lastBeatMs = clock.now()
    stop = timers.after(BEAT_MS, beat)
  }

  beat()
  return {
    awakeMs: awakeNowMs,
    waitedMs: () => (sinceBeatMs() > WAITED_MS ? sinceBeatMs() : 0),
    stop: () => stop()
  }
}
