import { fieldTexts } from './field-texts.ts'

/** A piece of paper that came out of a virtual printer. */
export interface PaperPiece {
  /** `torn` is printed in part, `blank` has nothing on it: neither is a label. */
  readonly quality: 'good' | 'torn' | 'blank'
  /** How many of the same came out one after the other. */
  readonly copies: number
  readonly format: Uint8Array
  /** The odometer after it. */
  readonly totalLabelCount: number
}

/** How many pieces of each quality came out. */
export interface PaperCount {
  readonly good: number
  readonly torn: number
  readonly blank: number
}

export const NO_PAPER: PaperCount = { good: 0, torn: 0, blank: 0 }

export function countPiece(count: PaperCount, { quality, copies }: PaperPiece): PaperCount {
  return { ...count, [quality]: count[quality] + copies }
}

/** A piece as a line of JSON, for programs that compare paper with what they think of it. */
export function paperLine({ quality, copies, format, totalLabelCount }: PaperPiece): string {
  return `${JSON.stringify({ quality, copies, odometer: totalLabelCount, texts: fieldTexts(format) })}\n`
}
