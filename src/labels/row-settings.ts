import { FONT_ZERO_ASCENT, FONT_ZERO_DESCENT } from './font-zero.ts'
import type { SizeDots } from './media.ts'
import type { PrintableText } from './printable-text.ts'
import type { TextRow } from './template.ts'
import { flowText, isWhole, keepsWhatItMust } from './text-flow.ts'
import type { Flow } from './text-flow.ts'

/** A row in dots; the texts of its items are what the font prints. */
export interface ColumnRow extends TextRow {
  readonly largestDots: number
  /** Of each item. */
  readonly printable: readonly PrintableText[]
}

/** What a row is set in: so many lines of that height. No lines: it is left out. */
export interface RowSetting {
  readonly row: ColumnRow
  readonly lines: number
  readonly heightDots: number
  /** Whether words and codes are torn to get them in. */
  readonly tears: boolean
}

/** A row may shrink to this part of its height before it takes another line; a code is rather small than broken. */
const SHRINKS_BEFORE_IT_WRAPS = 0.8
const CODE_SHRINKS_BEFORE_IT_WRAPS = 0.5

/** From one line's box to the next, as a part of the text's height. */
const LEADING = 0.08
const STEPS = 20

/**
 * Chooses heights and lines so that the rows fill an area well.
 *
 * The settings may still be too high for it, or break a fact that must be whole: then the area is too small.
 */
export function chooseSettings(
  rows: readonly ColumnRow[],
  { widthDots, heightDots }: SizeDots,
  smallestDots: number
): readonly RowSetting[] {
  const measured = rows.map((row) => ({ row, good: goodHeights(row, widthDots, smallestDots) }))
  let settings: RowSetting[] = []
  for (let step = STEPS; step >= 0; step -= 1) {
    settings = []
    for (const { row, good } of measured) {
      const wanted = Math.round(smallestDots + ((row.largestDots - smallestDots) * step) / STEPS)
      const target = Math.min(wanted, settings[0]?.heightDots ?? wanted)
      settings.push(settingOf(row, good, target, smallestDots))
    }
    if (heightOfAll(settings) <= heightDots) return settings
  }
  return withFewerLines(settings, heightDots)
}

export function heightOfAll(settings: readonly RowSetting[]): number {
  return settings.reduce((sum, { lines, heightDots }) => sum + lines * lineHeight(heightDots), 0)
}

/** From one line's top to the next one's. */
export function lineHeight(heightDots: number): number {
  return Math.ceil((FONT_ZERO_ASCENT + FONT_ZERO_DESCENT + LEADING) * heightDots)
}

/** The largest height at which a row is good in one line, in two, and so on; absent where even the smallest is too large. */
interface GoodHeights {
  readonly byLines: readonly (number | undefined)[]
  readonly tears: boolean
}

/**
 * Good is whole, and torn only if no height does without. If no height makes a row whole, one with a fact that must
 * stay whole is not made small in vain: its other facts are shortened at the largest height instead.
 */
function goodHeights(row: ColumnRow, widthDots: number, smallestDots: number): GoodHeights {
  const heightsWhere = (tears: boolean, isGood: (flow: Flow) => boolean): GoodHeights => ({
    tears,
    byLines: Array.from({ length: row.mostLines }, (_, index) =>
      largestWhere(smallestDots, row.largestDots, (heightDots) =>
        isGood(flowText(row.items, { widthDots, mostLines: index + 1, heightDots, smallestDots, tears }))
      )
    )
  })
  const untorn = heightsWhere(false, isWhole)
  if (hasAny(untorn)) return untorn
  const torn = heightsWhere(true, isWhole)
  if (hasAny(torn) || row.items.every(({ keep }) => keep !== 'whole')) return torn
  return heightsWhere(true, (flow) => keepsWhatItMust(flow, row.items))
}

function hasAny({ byLines }: GoodHeights): boolean {
  return byLines.some((height) => height !== undefined)
}

/** The largest whole number in a range at which something holds that holds for all smaller ones too. */
function largestWhere(smallest: number, largest: number, holds: (value: number) => boolean): number | undefined {
  if (holds(largest)) return largest
  if (!holds(smallest)) return undefined
  let good = smallest
  let bad = largest
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (holds(middle)) good = middle
    else bad = middle
  }
  return good
}

function settingOf(row: ColumnRow, good: GoodHeights, targetDots: number, smallestDots: number): RowSetting {
  const isCode = row.items.some(({ breaks }) => breaks === 'separators')
  const enough = (isCode ? CODE_SHRINKS_BEFORE_IT_WRAPS : SHRINKS_BEFORE_IT_WRAPS) * targetDots
  const { tears } = good
  let best: RowSetting | undefined
  for (const [index, largest] of good.byLines.entries()) {
    if (largest === undefined) continue
    const heightDots = Math.min(largest, targetDots)
    if (best === undefined || heightDots > best.heightDots) best = { row, lines: index + 1, heightDots, tears }
    if (heightDots >= enough) break
  }
  return best ?? { row, lines: row.mostLines, heightDots: smallestDots, tears }
}

function withFewerLines(settings: readonly RowSetting[], mostDots: number): readonly RowSetting[] {
  const fewer = [...settings]
  while (heightOfAll(fewer) > mostDots) {
    const [yielding] = fewer
      .filter(({ row, lines }) => lines > leastLines(row))
      .sort((a, b) => b.row.yields - a.row.yields || b.lines - a.lines)
    if (yielding === undefined) return fewer
    fewer[fewer.indexOf(yielding)] = { ...yielding, lines: yielding.lines - 1 }
  }
  return fewer
}

function leastLines(row: TextRow): number {
  return row.items.every(({ keep }) => keep === 'optional' || keep === 'all-or-nothing') ? 0 : 1
}
