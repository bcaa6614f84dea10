import type { Random } from '../../../../core/random.ts'
import { parseHand } from './hand.ts'
import type { PrinterReport, VirtualPrinter } from './virtual-printer.ts'

const LOOKS_EVERY_MS = 20
/** Nobody loads paper or closes a head before its printer has noticed. */
const LEAST_MS = 60
/** Longer than anything that passes by itself. */
const GIVES_UP_ON_IT_MS = 2_000

/** Somebody who sees to a printer that has stopped, after a while. Returns the function that sends them home. */
export function attend(printer: VirtualPrinter, random: Random, patienceMs: number): () => void {
  let wrongForMs = 0
  let patience = LEAST_MS + random.below(patienceMs)
  const looking = setInterval(() => {
    const remedies = remediesFor(printer.report())
    const isWorth = remedies.length > 0 && (wrongForMs += LOOKS_EVERY_MS) > patience
    if (remedies.length === 0) wrongForMs = 0
    if (!isWorth || (remedies.includes('power off') && wrongForMs < GIVES_UP_ON_IT_MS)) return
    for (const words of remedies) {
      const hand = parseHand(words)
      if (hand) printer.obey(hand)
    }
    wrongForMs = 0
    patience = LEAST_MS + random.below(patienceMs)
  }, LOOKS_EVERY_MS)
  return () => clearInterval(looking)
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
