import type { PrinterWarning } from './error-status.ts'
import { mediaDots, dotsPerMm, type Media } from './media.ts'

/** What a printer says of itself and of the labels in it; null where it says nothing. */
export interface PrinterFacts {
  readonly dotsPerMm: number | null
  /** Of the label that was measured, printed or fed last. */
  readonly labelLengthDots: number | null
  /** As far as the print head reaches, or the printer was told to print. */
  readonly printWidthDots: number | null
  /** Labels in the printer's life, the evidence for each label. */
  readonly labelCount: number | null
  /** Whether the printer is set to ignore what formats say of the media. */
  readonly ignoresFormats: boolean | null
  /** What it asks to be seen to soon. */
  readonly warnings: readonly PrinterWarning[] | null
}

export type CheckOutcome = 'good' | 'bad' | 'unknown'

export interface MediaFinding {
  readonly what: 'resolution' | 'length' | 'width' | 'settings' | 'counter' | 'wear'
  readonly outcome: CheckOutcome
  /** What is so, and what to do where it is bad. */
  readonly words: string
}

/** A printer may count the gap to its label, and a roll is never cut to the dot. */
const SHORTER_MM = 1.5
const LONGER_MM = 5

/** Compares what a printer says with what the settings say of it. */
export function checkMedia(facts: PrinterFacts, media: Media): readonly MediaFinding[] {
  return [
    checkResolution(facts, media),
    checkLength(facts, media),
    checkWidth(facts, media),
    checkSettings(facts),
    checkCounter(facts),
    checkWear(facts)
  ]
}

function checkResolution({ dotsPerMm: told }: PrinterFacts, { dpi }: Media): MediaFinding {
  if (told === null)
    return finding('resolution', 'unknown', `The printer does not say its resolution; Settings say ${dpi} dpi.`)
  return told === dotsPerMm(dpi)
    ? finding('resolution', 'good', `${dpi} dpi, as Settings say.`)
    : finding(
        'resolution',
        'bad',
        `The printer has ${told} dots in a millimetre and Settings say ${dotsPerMm(dpi)}: correct its resolution there.`
      )
}

function checkLength({ labelLengthDots }: PrinterFacts, media: Media): MediaFinding {
  if (labelLengthDots === null || labelLengthDots === 0) {
    return finding('length', 'unknown', 'The printer has not measured its labels yet: calibrate it, or feed one.')
  }
  const measuredMm = labelLengthDots / dotsPerMm(media.dpi)
  const words = `The printer measured ${inMm(measuredMm)}; Settings say ${inMm(media.heightMm)}.`
  const isClose = measuredMm >= media.heightMm - SHORTER_MM && measuredMm <= media.heightMm + LONGER_MM
  return isClose
    ? finding('length', 'good', words)
    : finding('length', 'bad', `${words} Load the labels that Settings say and calibrate, or correct the height there.`)
}

function checkWidth({ printWidthDots }: PrinterFacts, media: Media): MediaFinding {
  if (printWidthDots === null) {
    return finding(
      'width',
      'unknown',
      `The printer cannot measure widths: see that its labels are ${inMm(media.widthMm)} wide.`
    )
  }
  const { widthDots } = mediaDots(media)
  const widthMm = inMm(printWidthDots / dotsPerMm(media.dpi))
  return printWidthDots >= widthDots
    ? finding('width', 'good', `It prints ${widthMm} wide; Settings say ${inMm(media.widthMm)}.`)
    : finding(
        'width',
        'bad',
        `It prints ${widthMm} wide at most and Settings say ${inMm(media.widthMm)}: what stands at the right would be cut off. Print a test label and check again, or correct the width.`
      )
}

function checkSettings({ ignoresFormats }: PrinterFacts): MediaFinding {
  if (ignoresFormats === null)
    return finding('settings', 'unknown', 'The printer does not say whether it obeys what labels say of the media.')
  return ignoresFormats
    ? finding(
        'settings',
        'bad',
        'The printer is set to ignore what labels say of the media (zpl.zpl_override). Switch that off in its menu.'
      )
    : finding('settings', 'good', 'It obeys what labels say of the media.')
}

function checkCounter({ labelCount }: PrinterFacts): MediaFinding {
  return labelCount === null
    ? finding(
        'counter',
        'unknown',
        'It does not count its labels: that one came out rests on its word that nothing is left to print.'
      )
    : finding('counter', 'good', `It counts its labels (${labelCount} so far): each one is proved.`)
}

const WARNING_WORDS: Readonly<Record<PrinterWarning, string>> = {
  'calibrate-media': 'Calibrate it.',
  'clean-head': 'Clean its print head.',
  'replace-head': 'Have its print head replaced.',
  'paper-near-end': 'Its labels are nearly used up.'
}

function checkWear({ warnings }: PrinterFacts): MediaFinding {
  if (warnings === null) return finding('wear', 'unknown', 'It does not say what it should be seen to for.')
  return warnings.length === 0
    ? finding('wear', 'good', 'It asks for nothing to be seen to.')
    : finding('wear', 'bad', `It asks to be seen to: ${warnings.map((each) => WARNING_WORDS[each]).join(' ')}`)
}

function inMm(millimetres: number): string {
  return `${Math.round(millimetres * 10) / 10} mm`
}

function finding(what: MediaFinding['what'], outcome: CheckOutcome, words: string): MediaFinding {
  return { what, outcome, words }
}
