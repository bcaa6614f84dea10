import type { Code128Plan } from './code128.ts'
import type { DataMatrixPlan } from './data-matrix.ts'

/** A rectangle on the label, in dots from its top left corner. */
export interface Box {
  readonly xDots: number
  readonly yDots: number
  readonly widthDots: number
  readonly heightDots: number
}

export interface PlacedDataMatrix {
  readonly kind: 'data-matrix'
  readonly plan: DataMatrixPlan
  /** The symbol alone, without its quiet zone. */
  readonly box: Box
  readonly moduleDots: number
}

export interface PlacedCode128 {
  readonly kind: 'code-128'
  readonly plan: Code128Plan
  readonly box: Box
  readonly moduleDots: number
}

export type PlacedSymbol = PlacedDataMatrix | PlacedCode128

/** A piece of text in font 0, on one line. */
export interface PlacedRun {
  readonly text: string
  readonly xDots: number
  readonly baselineDots: number
  readonly heightDots: number
  /** The width that the text surely stays within. */
  readonly widthDots: number
  /** White on a black ground that covers `box`. */
  readonly reversed: boolean
  /** What the run, and its ground, may blacken. */
  readonly box: Box
}

/** What became of a fact: all of it is there, it ends in `...`, or there was no room for it. */
export type TextFate = 'whole' | 'shortened' | 'left-out'

/** One fact of the content, as it stands on the label. */
export interface PlacedText {
  /** The key of the fact in the label's content. */
  readonly field: string
  readonly fate: TextFate
  /** Whether characters that the printer's font lacks were replaced. */
  readonly replaced: boolean
  readonly runs: readonly PlacedRun[]
}

export interface Layout {
  readonly symbols: readonly PlacedSymbol[]
  readonly texts: readonly PlacedText[]
}
