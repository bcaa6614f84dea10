import type { LastScan } from '../scanning.tsx'
import { formatTimeOfDay } from '../ui/moments.ts'
import type { SignalKind } from '../ui/signal-looks.ts'

/** What the panel of the last scan says. */
export interface Signal {
  readonly kind: SignalKind
  /** Differs from scan to scan, so that the same words twice are seen and read out twice. */
  readonly key: string
  readonly title: string
  readonly message: string
  /** The scanned text; null before the first scan. */
  readonly text: string | null
  /** Which scanner, and when. */
  readonly origin: string | null
}

/** The last scan; before the first, what to begin with, or that something is begun already. */
export function signalOf(last: LastScan | null, isInHand: boolean): Signal {
  if (last === null) {
    return {
      kind: 'idle',
      key: isInHand ? 'in-hand' : 'idle',
      title: isInHand ? 'Go on' : 'Ready to scan',
      message: isInHand
        ? 'What was begun before is still open below, with what to scan next.'
        : 'Scan an order number to begin, or a label to trace it.',
      text: null,
      origin: null
    }
  }
  if (last.kind === 'failure') {
    const { count, text, words } = last
    return { kind: 'refused', key: `failure-${count}`, title: 'Not taken', message: words, text, origin: null }
  }
  const { scan, sound, title, message, text, scanner, scannerName, at } = last.answer
  return {
    kind: sound,
    key: `scan-${scan}-${at}`,
    title,
    message,
    text,
    origin: `${scanner === 'screen' ? 'On screen' : (scannerName ?? scanner)}, ${formatTimeOfDay(at)}`
  }
}
