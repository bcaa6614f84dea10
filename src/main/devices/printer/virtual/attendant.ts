import type { Random } from '../../../../core/random.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { parseHand } from './hand.ts'
import type { PrinterReport, VirtualPrinter } from './virtual-printer.ts'

const LOOKS_EVERY_MS = 20
/** Longer than anything that passes by itself. */
const GIVES_UP_ON_IT_MS = 2_000

const SWITCH_OFF = 'power off'
/** What has to be taken out of the printer first. */
const STUCK: readonly string[] = ['jam clear', 'cutter free']

export interface AttendantSettings {
  readonly random: Random
  /** How long the printer stands still at least, and how much longer at most, before somebody has seen to it. */
  readonly leastMs: number
  readonly patienceMs: number
  /** How long it takes at least to take out a label that is stuck. */
  readonly leastStuckMs?: number
  readonly timers?: Timers
}

/** Somebody who sees to a printer that has stopped, after a while. Returns the function that sends them home. */
export function attend(
  printer: Pick<VirtualPrinter, 'report' | 'obey'>,
  { random, leastMs, patienceMs, leastStuckMs = leastMs, timers = systemTimers }: AttendantSettings
): () => void {
  /** For how long each thing has been wrong: what has just gone wrong is nobody's business yet. */
  let wrongForMs: ReadonlyMap<string, number> = new Map()
  let comesAfterMs = leastMs + random.below(patienceMs)
  let callOff = timers.after(LOOKS_EVERY_MS, look)

  function look(): void {
    const remedies = remediesFor(printer.report())
    wrongForMs = new Map(remedies.map((words) => [words, (wrongForMs.get(words) ?? 0) + LOOKS_EVERY_MS]))
    const due = remedies.filter((words) => (wrongForMs.get(words) ?? 0) > waitsMs(words))
    for (const words of due) mend(words)
    if (due.length > 0) comesAfterMs = leastMs + random.below(patienceMs)
    callOff = timers.after(LOOKS_EVERY_MS, look)
  }

  function waitsMs(words: string): number {
    if (words === SWITCH_OFF) return Math.max(comesAfterMs, GIVES_UP_ON_IT_MS)
    return STUCK.includes(words) ? Math.max(comesAfterMs, leastStuckMs) : comesAfterMs
  }

  function mend(words: string): void {
    const hand = parseHand(words)
    if (hand) printer.obey(hand)
  }

  return () => callOff()
}

/** What hangs is switched off, and then found to be off, as a person would do. */
function remediesFor({ power, frozen, answers, bytesPerSecond, conditions }: PrinterReport): readonly string[] {
  return [
    ...(conditions.includes('paper-out') ? ['paper'] : []),
    ...(conditions.includes('ribbon-out') ? ['ribbon'] : []),
    ...(conditions.includes('head-open') ? ['head close'] : []),
    ...(conditions.includes('paused') ? ['resume'] : []),
    ...(conditions.includes('paper-jam') ? ['jam clear'] : []),
    ...(conditions.includes('cutter-fault') ? ['cutter free'] : []),
    ...(conditions.includes('head-too-hot') ? ['head cool'] : []),
    ...(frozen || answers !== 'well' || bytesPerSecond !== null ? [SWITCH_OFF] : []),
    ...(power ? [] : ['power on'])
  ]
}
