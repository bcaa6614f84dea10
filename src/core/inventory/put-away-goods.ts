import type { PartId } from '../ids.ts'
import type { LabelFacts } from '../barcode/label-facts.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { lotOfTwoParts, namedByLabel, nameOfTwoParts } from '../session/naming.ts'
import { shown } from '../words.ts'
import type { PendingGoods } from './put-away-place.ts'
import type { StockRow } from './stock-directory.ts'

/** What a scan names of what can be moved; `rows` are never empty. */
export type NamedGoods =
  | { readonly kind: 'unit'; readonly row: StockRow }
  | { readonly kind: 'stock'; readonly goods: PendingGoods; readonly name: string; readonly rows: readonly StockRow[] }

/** The unit, the lot or the untracked part that a text names; absent for a text that names none. */
export function goodsOfText(text: string, directory: StationDirectory): NamedGoods | Answer | undefined {
  const unit = directory.stock.unit(text)
  if (unit) return { kind: 'unit', row: unit }
  const lots = directory.lotsNamed(text)
  if (lots.length > 0) return goodsOfLots(text, lots, directory)
  const parts = directory.partsNamed(text)
  return parts.length > 0 ? goodsOfParts(text, parts, directory) : undefined
}

/** What a label names, whoever printed it: its unit, else its lot, else its part. */
export function goodsOfLabel(facts: LabelFacts, directory: StationDirectory): NamedGoods | Answer {
  const { parts, unit, lots } = namedByLabel(facts, directory, (serial) => directory.stock.unit(serial))
  if (unit) return { kind: 'unit', row: unit }
  if (facts.serials.length > 0) return unknownGoods(facts.serials.map(shown).join(', '))
  if (facts.lot !== null) {
    return lots.length > 0 ? goodsOfLots(facts.lot, lots, directory) : unknownGoods(`lot ${shown(facts.lot)}`)
  }
  const name = facts.partNumbers.map(shown).join(', ')
  return parts.length > 0 ? goodsOfParts(name, parts, directory) : unknownGoods(name || 'the label')
}

/** One text may be the lot of several parts. Those of which nothing is there need not be told apart. */
function goodsOfLots(
  text: string,
  lots: ReturnType<StationDirectory['lotsNamed']>,
  directory: StationDirectory
): NamedGoods | Answer {
  const [found, another] = lots
    .map((lot) => ({ lot, rows: directory.stock.lotRows(lot.id) }))
    .filter(({ rows }) => rows.length > 0)
  const [row] = found?.rows ?? []
  if (!found || !row) {
    return refused(
      'not-in-stock',
      'Not in stock',
      `Nothing of lot ${shown(text)} is in stock as a lot. If its units have serials, scan each unit.`
    )
  }
  if (another) return lotOfTwoParts(text, [row.partNumber, ...another.rows.map(({ partNumber }) => partNumber)])
  const name = `lot ${found.lot.lot} of ${row.partNumber}`
  return { kind: 'stock', goods: { kind: 'lot', lot: found.lot.id }, name, rows: found.rows }
}

function goodsOfParts(text: string, parts: readonly PartId[], directory: StationDirectory): NamedGoods | Answer {
  const [found, another] = parts
    .map((part) => ({ part, rows: directory.stock.untrackedRows(part) }))
    .filter(({ rows }) => rows.length > 0)
  const [row] = found?.rows ?? []
  if (found && row && !another) {
    return { kind: 'stock', goods: { kind: 'untracked', part: found.part }, name: row.partNumber, rows: found.rows }
  }
  if (row && another) return nameOfTwoParts(text, [row.partNumber, ...another.rows.map(({ partNumber }) => partNumber)])
  const tracking = new Set(parts.map((part) => directory.stock.trackingOf(part)))
  if (tracking.has('serial'))
    return refused('part-number', 'That is a part', `Each ${shown(text)} has a serial. Scan the unit that moves.`)
  if (tracking.has('lot'))
    return refused('part-number', 'That is a part', `${shown(text)} is tracked by lot. Scan the lot that moves.`)
  return refused('not-in-stock', 'Not in stock', `There is no ${shown(text)} in stock, so none can be put away.`)
}

function unknownGoods(name: string): Answer {
  return refused(
    'unknown-code',
    'Not known',
    `This station has not received ${name}. Scan the order number to receive it.`
  )
}
