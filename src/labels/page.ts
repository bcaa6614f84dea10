import { FONT_ZERO_SMALLEST_DOTS } from './font-zero.ts'
import { dotsPerMm, mediaDots } from './media.ts'
import type { Media } from './media.ts'

/** A label in dots, with the limits of legibility in whole dots. */
export interface Page {
  readonly widthDots: number
  readonly heightDots: number
  readonly dotsPerMm: number
  /** Feed and die cut wander: nothing stands nearer to the label's edge. */
  readonly edgeDots: number
  readonly textMarginDots: number
  /** Between parts of the label that must not be taken for one. */
  readonly gapDots: number
  /** 10 mil: no hand-held scanner is sure of less. */
  readonly smallestModuleDots: number
  /** 15 mil, which reads well at arm's length. */
  readonly comfortableModuleDots: number
  readonly smallestTextDots: number
  /** A column of text narrower than this holds no word. */
  readonly smallestColumnDots: number
}

const EDGE_MM = 1
const TEXT_MARGIN_MM = 1.5
const GAP_MM = 0.5
export const SMALLEST_MODULE_MM = 0.25
const COMFORTABLE_MODULE_MM = 0.375

/** Legible at arm's length: capitals of 1.5 mm. */
export const SMALLEST_TEXT_MM = 2

const SMALLEST_COLUMN_MM = 8

export function pageOf(media: Media): Page {
  const scale = dotsPerMm(media.dpi)
  return {
    ...mediaDots(media),
    dotsPerMm: scale,
    edgeDots: Math.ceil(EDGE_MM * scale),
    textMarginDots: Math.ceil(TEXT_MARGIN_MM * scale),
    gapDots: Math.ceil(GAP_MM * scale),
    smallestModuleDots: Math.round(SMALLEST_MODULE_MM * scale),
    comfortableModuleDots: Math.round(COMFORTABLE_MODULE_MM * scale),
    smallestTextDots: Math.max(FONT_ZERO_SMALLEST_DOTS, Math.ceil(SMALLEST_TEXT_MM * scale)),
    smallestColumnDots: Math.ceil(SMALLEST_COLUMN_MM * scale)
  }
}

/** The whole modules that come nearest to a width, never below the smallest. */
export function moduleDotsOf(mm: number, page: Page): number {
  return Math.max(page.smallestModuleDots, Math.round(mm * page.dotsPerMm))
}
