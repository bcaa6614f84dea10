import type { Timers } from '../timers.ts'

/** Waits that can be cut short all at once. */
export interface Pauses {
  pause(delayMs: number): Promise<void>
  /** Ends the waits that are under way. */
  cutShort(): void
}

/** How long to wait at the nth time, from 0; the last one repeats. */
export function delayAt(delaysMs: readonly number[], index: number): number {
  return delaysMs[Math.min(index, delaysMs.length - 1)] ?? 0
}

export function createPauses(timers: Timers): Pauses {
  const ends = new Set<() => void>()
  return {
    pause: (delayMs) =>
      new Promise((resolve) => {
        const end = (): void => {
          callOff()
          ends.delete(end)
          resolve()
        }
        const callOff = timers.after(delayMs, end)
        ends.add(end)
      }),
    cutShort: () => {
      for (const end of ends) end()
    }
  }
}
