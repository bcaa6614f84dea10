import { FONT_ZERO_ASCENT, FONT_ZERO_DESCENT } from './font-zero.ts'
import type { Box, PlacedRun, PlacedText, TextFate } from './layout.ts'
import type { Page } from './page.ts'
import type { PrintableText } from './printable-text.ts'
import { chooseSettings, heightOfAll, lineHeight } from './row-settings.ts'
import type { ColumnRow, RowSetting } from './row-settings.ts'
import { flowText, keepsWhatItMust, TAG_PADDING } from './text-flow.ts'
import type { Flow, FlowRun } from './text-flow.ts'

export type ColumnFit =
  | { readonly ok: true; readonly texts: readonly PlacedText[] }
  /** `field` is the first fact that could not be kept as it must be. */
  | { readonly ok: false; readonly field: string }

/** What is added between rows at most, where there is room to spare. */
const MOST_LEADING = 0.3

/**
 * Sets rows of text under each other in an area, each as large as all of them allow.
 *
 * All rows shrink together from their largest height to the smallest legible one; none is larger than
 * the first. If that is not enough, rows give up lines in the order of their `yields`: their facts are then shortened,
 * or left out where that is allowed.
 */
export function fitColumn(
  rows: readonly ColumnRow[],
  area: Box,
  { smallestTextDots: smallestDots, smallestColumnDots }: Page,
  align: 'top' | 'middle'
): ColumnFit {
  const settings = chooseSettings(rows, area, smallestDots)
  const setRows = settings.map((setting): SetRow => {
    const { row, lines, heightDots, tears } = setting
    const space = { widthDots: area.widthDots, mostLines: lines, heightDots, smallestDots, tears }
    const flow = flowText(row.items, space)
    return { setting: { ...setting, lines: flow.lines.length }, flow }
  })
  const broken = setRows.find(({ setting, flow }) => !keepsWhatItMust(flow, setting.row.items))
  const fits = heightOfAll(setRows.map(({ setting }) => setting)) <= area.heightDots
  if (broken === undefined && fits && area.widthDots >= smallestColumnDots) {
    return { ok: true, texts: placeRows(setRows, area, align) }
  }
  return { ok: false, field: (broken?.setting.row ?? rows[0])?.items[0]?.field ?? '' }
}

interface SetRow {
  readonly setting: RowSetting
  readonly flow: Flow
}

function placeRows(rows: readonly SetRow[], area: Box, align: 'top' | 'middle'): readonly PlacedText[] {
  const spareDots = area.heightDots - heightOfAll(rows.map(({ setting }) => setting))
  const filled = rows.filter(({ flow }) => flow.lines.length > 0)
  const shareDots = Math.floor(spareDots / Math.max(1, filled.length - 1))
  const gapAfter = (row: SetRow): number =>
    row === filled.at(-1) ? 0 : Math.min(shareDots, Math.round(MOST_LEADING * row.setting.heightDots))
  const unusedDots = spareDots - filled.reduce((sum, row) => sum + gapAfter(row), 0)

  const texts: PlacedText[] = []
  let yDots = area.yDots + (align === 'middle' ? Math.floor(unusedDots / 2) : 0)
  for (const row of rows) {
    texts.push(...placeRow(row, area.xDots, yDots))
    if (filled.includes(row)) yDots += row.setting.lines * lineHeight(row.setting.heightDots) + gapAfter(row)
  }
  return texts
}

function placeRow({ setting, flow }: SetRow, xDots: number, yDots: number): readonly PlacedText[] {
  const { row, heightDots } = setting
  const runs = flow.lines.flatMap((line, index) => {
    const baselineDots = yDots + index * lineHeight(heightDots) + Math.ceil(FONT_ZERO_ASCENT * heightDots)
    return line.map((run) => ({ item: run.item, placed: placeRun(run, xDots, baselineDots) }))
  })
  return row.items.map((item, index) => ({
    field: item.field,
    fate: fateOf(flow.fates[index] ?? 'left-out', row.printable[index]),
    replaced: row.printable[index]?.replaced ?? false,
    runs: runs.filter((run) => run.item === index).map(({ placed }) => placed)
  }))
}

function fateOf(fate: TextFate, printable: PrintableText | undefined): TextFate {
  return fate === 'whole' && printable?.shortened ? 'shortened' : fate
}

function placeRun(run: FlowRun, columnXDots: number, baselineDots: number): PlacedRun {
  const { text, widthDots, heightDots, reversed } = run
  const xDots = columnXDots + run.xDots
  const paddingDots = reversed ? Math.ceil(TAG_PADDING * heightDots) : 0
  const topDots = baselineDots - Math.ceil(FONT_ZERO_ASCENT * heightDots)
  const box = {
    xDots: xDots - paddingDots,
    yDots: topDots,
    widthDots: widthDots + 2 * paddingDots,
    heightDots: baselineDots + Math.ceil(FONT_ZERO_DESCENT * heightDots) - topDots
  }
  return { text, xDots, baselineDots, heightDots, widthDots, reversed, box }
}
