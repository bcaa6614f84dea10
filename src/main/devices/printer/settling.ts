import type { Timers } from '../timers.ts'

/** Whether a printer has stayed as it is for long enough. */
export interface Settling {
  begin(): void
  disturb(): void
  isOver(): boolean
}

export function createSettling(timers: Timers, delayMs: number): Settling {
  let callOff: (() => void) | undefined
  let over = false
  return {
    begin: () => {
      callOff ??= timers.after(delayMs, () => (over = true))
    },
    disturb: () => {
      callOff?.()
      callOff = undefined
      over = false
    },
    isOver: () => over
  }
}
