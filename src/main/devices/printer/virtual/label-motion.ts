import type { Clock } from '../../../../core/clock.ts'
import type { Timers } from '../../timers.ts'
import type { PaperPath } from './paper-path.ts'

/** A label on its way: how much of it is out, as of when, and where the next thing happens to it. */
export interface Moving {
  fraction: number
  sinceMs: number
  nextFraction: number
  callOff: () => void
}

/** How labels move: at the printer's pace, from one thing that happens to them to the next. */
export interface LabelMotion {
  /** One more label, that began at this time and does not move yet. */
  begin(sinceMs: number): Moving
  /** Sets out for the next thing that happens to this label. */
  goOn(label: Moving): void
  /** Stops it where it is by now. */
  halt(label: Moving): void
}

export interface MotionSettings {
  readonly path: Pick<PaperPath, 'begin' | 'nextMark'>
  /** How long a label is under way; 0 for one that is out at once. */
  readonly labelMs: number
  readonly timers: Timers
  readonly clock: Clock
  /** Told when a label has come as far as it was to come, where that takes time. */
  readonly onArrival: () => void
}

export function createLabelMotion({ path, labelMs, timers, clock, onArrival }: MotionSettings): LabelMotion {
  return {
    begin: (sinceMs) => {
      path.begin()
      return { fraction: 0, sinceMs, nextFraction: 0, callOff: () => {} }
    },
    goOn: (label) => {
      label.callOff()
      label.nextFraction = path.nextMark(label.fraction)
      if (labelMs === 0) {
        label.fraction = label.nextFraction
        return
      }
      const dueMs = label.sinceMs + (label.nextFraction - label.fraction) * labelMs
      // Timers drop what is behind the millisecond, and a label is never out early.
      label.callOff = timers.after(Math.max(0, Math.ceil(dueMs - clock.now())), () => {
        label.fraction = label.nextFraction
        label.sinceMs = dueMs
        onArrival()
      })
    },
    halt: (label) => {
      label.callOff()
      const nowMs = clock.now()
      if (labelMs > 0) {
        const passed = Math.max(0, nowMs - label.sinceMs) / labelMs
        label.fraction = Math.min(label.nextFraction, label.fraction + passed)
      }
      label.sinceMs = nowMs
    }
  }
}
