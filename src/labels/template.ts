import type { SizeMm } from './media.ts'

/** What a template asks for; the places and sizes are found by calculation (`arrange`). */
export interface LabelDesign {
  /** The size that the measures below are meant for; text grows and shrinks with it, the symbol only grows. */
  readonly drawnFor: SizeMm
  readonly dataMatrix: {
    readonly text: string
    /** The module that looks best where there is room for it and for all of the text. */
    readonly generousModuleMm: number
  }
  /** The same code for scanners that read lines only. */
  readonly code128: string
  /** From top to bottom. */
  readonly rows: readonly TextRow[]
}

/** Facts set one after the other in one size, on as many lines as they need and may have. */
export interface TextRow {
  readonly heightMm: number
  readonly mostLines: number
  /** Rows with a higher number give up their lines sooner when the label is too small for all. */
  readonly yields: number
  readonly items: readonly TextItem[]
}

/**
 * What may happen to a fact that does not fit: nothing (`whole`), to lose its end visibly (`shortened`), that or to be
 * left out (`optional`), only to be left out (`all-or-nothing`: part of a date is another date).
 */
export type Keeping = 'whole' | 'shortened' | 'optional' | 'all-or-nothing'

export interface TextItem {
  /** The key of the fact in the label's content. */
  readonly field: string
  /** Set small before the text; may be empty. */
  readonly caption: string
  readonly text: string
  /** Where a text that is longer than a line may go on in the next one: between words, or behind separators of a code. */
  readonly breaks: 'words' | 'separators' | 'never'
  readonly keep: Keeping
  /** Set as white on black, so that it is noticed. */
  readonly tag?: boolean
  /** Belongs to the fact before it, as a unit does to its quantity, and stands close to it. */
  readonly close?: boolean
}
