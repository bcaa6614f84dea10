import { IconAlertTriangle, IconBarcode, IconCheck, IconChecks, IconCopy, IconX } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Sound } from '../../../core/scan-sound.ts'

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
