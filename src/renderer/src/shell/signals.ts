import { IconAlertTriangle, IconBarcode, IconCheck, IconChecks, IconCopy, IconX } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Sound } from '../../../core/scan-sound.ts'
import type { LastScan } from '../scanning.tsx'
import { formatTimeOfDay } from '../ui/moments.ts'

export type SignalKind = Sound | 'idle'

interface SignalLook {
  /** The sound as a word, for those who cannot hear it. */
  readonly word: string
  readonly icon: Icon
}

/** How each sound looks: never by its colour alone. */
export const SIGNAL_LOOKS: Readonly<Record<SignalKind, SignalLook>> = {
  idle: { word: 'Ready', icon: IconBarcode },
  accepted: { word: 'Accepted', icon: IconCheck },
  'line-complete': { word: 'Complete', icon: IconChecks },
  refused: { word: 'Refused', icon: IconX },
  duplicate: { word: 'Duplicate', icon: IconCopy },
  attention: { word: 'Attention', icon: IconAlertTriangle }
}

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
  const { scan, sound, title, message, text, scanner, at } = last.answer
  return {
    kind: sound,
    key: `scan-${scan}-${at}`,
    title,
    message,
    text,
    origin: `${scanner === 'screen' ? 'On screen' : scanner}, ${formatTimeOfDay(at)}`
  }
}
