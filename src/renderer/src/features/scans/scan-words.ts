import type { Sound } from '../../../../core/scan-sound.ts'
import { SIGNAL_LOOKS } from '../../ui/signal-looks.ts'
import type { Outcome } from './scan-filter.ts'

const OUTCOMES: readonly Outcome[] = ['accepted', 'line-complete', 'refused', 'duplicate', 'attention', 'unanswered']

export function outcomeWord(outcome: Outcome): string {
  return outcome === 'unanswered' ? 'Never answered' : SIGNAL_LOOKS[outcome].word
}

export const OUTCOME_CHOICES = OUTCOMES.map((value) => ({ value, label: outcomeWord(value) }))

export function outcomeOf(sound: Sound | null): Outcome {
  return sound ?? 'unanswered'
}

/** A scanner as the settings call it; what was typed or clicked in the window has none. */
export function scannerWord(scanner: string): string {
  return scanner === 'screen' ? 'On screen' : scanner
}

/** Which symbols the letter of an identifier stands for (ISO/IEC 15424:2008, table 1), those that goods bear. */
const SYMBOLOGIES: Readonly<Record<string, string>> = {
  A: 'Code 39',
  C: 'Code 128',
  E: 'EAN or UPC',
  F: 'Codabar',
  G: 'Code 93',
  I: 'Interleaved 2 of 5',
  L: 'PDF417',
  Q: 'QR Code',
  U: 'MaxiCode',
  d: 'Data Matrix',
  e: 'GS1 DataBar',
  z: 'Aztec Code'
}

/** `]d2, Data Matrix`. */
export function aimWords(aim: string): string {
  const symbology = SYMBOLOGIES[aim.charAt(1)]
  return symbology === undefined ? aim : `${aim}, ${symbology}`
}
