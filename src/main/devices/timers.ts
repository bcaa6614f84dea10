/** Waiting, as a parameter, so that rules about time can be tested without waiting. */
export interface Timers {
  /** Calls back once, after `delayMs`; the function it returns calls it off. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timeout = setTimeout(callback, delayMs)
    return () => clearTimeout(timeout)
  }
}
