import { planCode128 } from './code128.ts'
import { DATA_MATRIX_QUIET_MODULES, planDataMatrix } from './data-matrix.ts'
import type { DataMatrixPlan, DataMatrixProblem } from './data-matrix.ts'
import type { Box, Layout, PlacedCode128, PlacedDataMatrix } from './layout.ts'
import type { Media } from './media.ts'
import { moduleDotsOf, pageOf, SMALLEST_MODULE_MM, SMALLEST_TEXT_MM } from './page.ts'
import type { Page } from './page.ts'
import { printableText } from './printable-text.ts'
import type { LabelRefusal } from './refusal.ts'
import type { ColumnRow } from './row-settings.ts'
import { placeCode128, placeDataMatrix } from './symbols.ts'
import type { LabelDesign } from './template.ts'
import { fitColumn } from './text-column.ts'

export type Arrangement =
  { readonly ok: true; readonly layout: Layout } | { readonly ok: false; readonly refusal: LabelRefusal }

/**
 * Finds place and size of everything on a label.
 *
 * The Data Matrix stands at the top right, the Code 128 along the lower edge, text fills what is left. Of all
 * arrangements the first that fits is taken: with the Code 128 before without it, and a large Data Matrix before a
 * small one, though it grows beyond the comfortable size only where no text is lost by it.
 */
export function arrange(design: LabelDesign, media: Media): Arrangement {
  const planning = planDataMatrix(design.dataMatrix.text)
  if (!planning.ok) return { ok: false, refusal: symbolProblem(planning.problem) }
  const page = pageOf(media)
  const rows = columnRows(design, page)
  const largestModuleMm = design.dataMatrix.generousModuleMm * Math.max(1, growthOf(design, page))
  const largestModuleDots = moduleDotsOf(largestModuleMm, page)
  let refusal = symbolDoesNotFit(planning.plan, page, media)

  for (const band of bandsFor(design.code128, page)) {
    for (let moduleDots = largestModuleDots; moduleDots >= page.smallestModuleDots; moduleDots -= 1) {
      const matrix = placeDataMatrix(planning.plan, moduleDots, page, band)
      if (matrix === undefined) continue
      const area = textArea(matrix, band, page)
      const column = fitColumn(rows, area, page, band ? 'top' : 'middle')
      if (!column.ok) {
        refusal = textDoesNotFit(column.field, area, page, media)
        continue
      }
      const losesText = column.texts.some(({ fate }) => fate !== 'whole')
      if (losesText && moduleDots > page.comfortableModuleDots) continue
      return { ok: true, layout: { symbols: band ? [matrix, band] : [matrix], texts: column.texts } }
    }
  }
  return { ok: false, refusal }
}

/** With the Code 128, where it fits, and without. */
function bandsFor(text: string, page: Page): readonly (PlacedCode128 | undefined)[] {
  const plan = planCode128(text)
  const band = plan && placeCode128(plan, page)
  return band ? [band, undefined] : [undefined]
}

function textArea(matrix: PlacedDataMatrix, band: PlacedCode128 | undefined, page: Page): Box {
  const right = matrix.box.xDots - DATA_MATRIX_QUIET_MODULES * matrix.moduleDots - page.gapDots
  const bottom = band ? band.box.yDots - page.gapDots : page.heightDots - page.textMarginDots
  return {
    xDots: page.textMarginDots,
    yDots: page.textMarginDots,
    widthDots: right - page.textMarginDots,
    heightDots: bottom - page.textMarginDots
  }
}

/** How much larger the label is than the one that the design is drawn for. */
function growthOf({ drawnFor }: LabelDesign, page: Page): number {
  const { widthDots, heightDots, dotsPerMm } = page
  return Math.min(widthDots / (drawnFor.widthMm * dotsPerMm), heightDots / (drawnFor.heightMm * dotsPerMm))
}

function columnRows(design: LabelDesign, page: Page): readonly ColumnRow[] {
  const growth = growthOf(design, page)
  return design.rows.flatMap((row): readonly ColumnRow[] => {
    const filled = row.items
      .map((item) => ({ item, printable: printableText(item.text) }))
      .filter(({ printable }) => printable.text !== '')
    if (filled.length === 0) return []
    return [
      {
        ...row,
        items: filled.map(({ item, printable }) => ({ ...item, text: printable.text })),
        printable: filled.map(({ printable }) => printable),
        largestDots: Math.max(page.smallestTextDots, Math.round(row.heightMm * growth * page.dotsPerMm))
      }
    ]
  })
}

function symbolProblem(problem: DataMatrixProblem): LabelRefusal {
  switch (problem.kind) {
    case 'too-long':
      return { kind: 'symbol-too-long', codewords: problem.codewords, most: problem.most }
    case 'no-escape-left':
      return { kind: 'symbol-without-escape' }
    case 'not-ascii':
      throw new Error('The codes of a label are checked before its symbol is planned')
  }
}

function symbolDoesNotFit({ modules }: DataMatrixPlan, page: Page, media: Media): LabelRefusal {
  const sideDots = (modules + 2 * DATA_MATRIX_QUIET_MODULES) * page.smallestModuleDots + 2 * page.edgeDots
  const sideMm = sideDots / page.dotsPerMm
  const needed = { widthMm: sideMm, heightMm: sideMm }
  return { kind: 'symbol-does-not-fit', modules, moduleMm: SMALLEST_MODULE_MM, needed, media: sizeOf(media) }
}

function textDoesNotFit(field: string, area: Box, page: Page, media: Media): LabelRefusal {
  const room = { widthMm: area.widthDots / page.dotsPerMm, heightMm: area.heightDots / page.dotsPerMm }
  return { kind: 'text-does-not-fit', field, smallestTextMm: SMALLEST_TEXT_MM, room, media: sizeOf(media) }
}

function sizeOf({ widthMm, heightMm }: Media): { readonly widthMm: number; readonly heightMm: number } {
  return { widthMm, heightMm }
}
