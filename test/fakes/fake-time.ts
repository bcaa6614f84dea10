import type { Clock } from '../../src/core/clock.ts'
import type { Timers } from '../../src/main/devices/timers.ts'

export interface FakeTime extends Clock, Timers {
  /** Lets time pass and calls back what falls due, in order of time, each at its own time. */
  advance(byMs: number): void
  /** Lets time pass with nothing called back meanwhile, as when the process was busy; what fell due comes after. */
  stall(byMs: number): void
  waiting(): number
}

/** A clock and timers that move only when a test says so. */
export function createFakeTime(startMs = Date.UTC(2026, 10, 23, 8)): FakeTime {
  interface Waiting {
    readonly dueMs: number
    readonly callback: () => void
  }
  const waiting = new Set<Waiting>()
  let nowMs = startMs

  function nextDue(untilMs: number): Waiting | undefined {
    return [...waiting].filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0]
  }

  function runUntil(untilMs: number): void {
    for (let next = nextDue(untilMs); next; next = nextDue(untilMs)) {
      waiting.delete(next)
      nowMs = Math.max(nowMs, next.dueMs)
      next.callback()
    }
    nowMs = Math.max(nowMs, untilMs)
  }

  return {
    now: () => nowMs,
    after(delayMs, callback) {
      const entry = { dueMs: nowMs + delayMs, callback }
      waiting.add(entry)
      return () => {
        waiting.delete(entry)
      }
    },
    advance: (byMs) => runUntil(nowMs + byMs),
    stall(byMs) {
      nowMs += byMs
    },
    waiting: () => waiting.size
  }
}
