import type { Timers } from '../timers.ts'

/** Tells when two looks at a printer are too far apart to have seen all that happened between them. */
export interface LookGaps {
  /** A look begins: the printer was asked. */
  asked(): void
  /** It is over: the printer has answered. */
  answered(): void
  stop(): void
}

/**
 * A printer looks at itself at some time between a question and its answer. So what can be missed lies between one question
 * and the answer to the next, and takes less time than that.
 *
 * Told by a timer and not by a clock: clocks are set, and a computer that stood still is told before it reads the answers.
 */
export function createLookGaps(timers: Timers, mostMs: number, onGap: () => void): LookGaps {
  /** Since the question of the last answer, and since that of the one that is waited for. */
  let waits: readonly (() => void)[] = []

  function callOff(count: number): void {
    const over = waits.slice(0, count)
    waits = waits.slice(count)
    for (const end of over) end()
  }

  return {
    asked: () => {
      waits = [...waits, timers.after(mostMs, onGap)]
    },
    answered: () => callOff(waits.length - 1),
    stop: () => callOff(waits.length)
  }
}
