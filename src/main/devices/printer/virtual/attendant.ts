import type { Random } from '../../../../core/random.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { parseHand } from './hand.ts'
import type { PrinterReport, VirtualPrinter } from './virtual-printer.ts'

const LOOKS_EVERY_MS = 20
/** Longer than anything that passes by itself. */
const GIVES_UP_ON_IT_MS = 2_000

export interface AttendantSettings {
  readonly random: Random
  /** How long the printer stands still at least, and how much longer at most, before somebody has seen to it. */
  readonly leastMs: number
  readonly patienceMs: number
  readonly timers?: Timers
}

/** Somebody who sees to a printer that has stopped, after a while. Returns the function that sends them home. */
export function attend(
  printer: Pick<VirtualPrinter, 'report' | 'obey'>,
  { random, leastMs, patienceMs, timers = systemTimers }: AttendantSettings
): () => void {
  let wrongForMs = 0
  let comesAfterMs = leastMs + random.below(patienceMs)
  let callOff = timers.after(LOOKS_EVERY_MS, look)

  function look(): void {
    const remedies = remediesFor(printer.report())
    wrongForMs = remedies.length > 0 ? wrongForMs + LOOKS_EVERY_MS : 0
    const waitsMs = remedies.includes('power off') ? Math.max(comesAfterMs, GIVES_UP_ON_IT_MS) : comesAfterMs
    if (wrongForMs > waitsMs) mend(remedies)
    callOff = timers.after(LOOKS_EVERY_MS, look)
  }

  function mend(remedies: readonly string[]): void {
    for (const words of remedies) {
      const hand = parseHand(words)
      if (hand) printer.obey(hand)
    }
    wrongForMs = 0
    comesAfterMs = leastMs + random.below(patienceMs)
  }

  return () => callOff()
}

/** What hangs is switched off and on, as a person would do. */
function remediesFor({ power, frozen, answers, bytesPerSecond, conditions }: PrinterReport): readonly string[] {
  return [
    ...(conditions.includes('paper-out') ? ['paper'] : []),
    ...(conditions.includes('ribbon-out') ? ['ribbon'] : []),
    ...(conditions.includes('head-open') ? ['head close'] : []),
    ...(conditions.includes('paused') ? ['resume'] : []),
    ...(frozen || answers !== 'well' || bytesPerSecond !== null ? ['power off', 'power on'] : []),
    ...(power ? [] : ['power on'])
  ]
}
