import type { PlaceReading } from '../barcode/reading.ts'
import type { PartId } from '../ids.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import { factsOfOwnLabel, factsOfSupplierLabel, type LabelFacts } from '../barcode/label-facts.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { lotOfTwoParts, namedByLabel, nameOfTwoParts, narrowed } from '../session/naming.ts'
import { shown } from '../words.ts'
import type { UnknownFound } from './effect.ts'
import type { PiledGoods } from './place.ts'

/** What a scan names of what can be counted at a place. */
export type CountableGoods =
  | { readonly kind: 'unit'; readonly row: StockRow }
  | { readonly kind: 'pile'; readonly goods: PiledGoods; readonly name: string; readonly unit: string }
  /** A code that names nothing here; it is listed with the count. */
  | ({ readonly kind: 'unknown' } & Pick<UnknownFound, 'code' | 'what' | 'part'>)
  | Answer

/** What a scan names, also what the store has nothing of by now; absent for a scan that is neither text nor label. */
export function countableGoods(
  reading: PlaceReading,
  location: string,
  directory: StationDirectory
): CountableGoods | undefined {
  switch (reading.kind) {
    case 'own-label':
      return goodsOfLabel(factsOfOwnLabel(reading.label), location, directory)
    case 'supplier-label':
      return goodsOfLabel(factsOfSupplierLabel(reading.label), location, directory)
    case 'gtin':
    case 'text':
      return goodsOfText(reading.text, location, directory)
    default:
      return undefined
  }
}

function goodsOfText(text: string, location: string, directory: StationDirectory): CountableGoods {
  const row = directory.stock.unit(text)
  if (row) return { kind: 'unit', row }
  const lots = directory.lotsNamed(text)
  if (lots.length > 0) return goodsOfLots(text, lots, location, directory)
  const parts = directory.partsNamed(text)
  if (parts.length > 0) return goodsOfParts(text, parts, location, directory)
  return { kind: 'unknown', code: text, what: 'code', part: null }
}

/** A label's unit, else its lot, else its part. A serial or a lot of a known part is not made up from its label. */
function goodsOfLabel(facts: LabelFacts, location: string, directory: StationDirectory): CountableGoods {
  const { parts, unit, lots } = namedByLabel(facts, directory, (serial) => directory.stock.unit(serial))
  if (unit) return { kind: 'unit', row: unit }
  const [part = null] = parts
  const [serial] = facts.serials
  if (serial !== undefined) return { kind: 'unknown', code: serial, what: 'serial', part }
  if (facts.lot !== null) {
    return lots.length > 0
      ? goodsOfLots(facts.lot, lots, location, directory)
      : { kind: 'unknown', code: facts.lot, what: 'lot', part }
  }
  const name = facts.partNumbers[0]
  if (name === undefined)
    return refused('unknown-code', 'Not known', 'The label names no part, lot or serial. Scan another code of it.')
  return parts.length > 0
    ? goodsOfParts(name, parts, location, directory)
    : { kind: 'unknown', code: name, what: 'code', part: null }
}

function goodsOfLots(
  text: string,
  lots: ReturnType<StationDirectory['lotsNamed']>,
  location: string,
  directory: StationDirectory
): CountableGoods {
  const stocked = lots.filter(
    ({ id, partId }) => directory.stock.trackingOf(partId) === 'lot' || directory.counts.isStockedAsLot(id)
  )
  const [found, another] = narrowed(
    stocked,
    ({ id }) => directory.stock.lotRows(id).length > 0,
    ({ id, partId }) => directory.counts.stockAt(location, { kind: 'lot', part: partId, lot: id }).length > 0
  )
  if (!found) {
    return refused('wrong-kind', 'Units have serials', `What came in lot ${shown(text)} has serials. Scan each unit.`)
  }
  const { partNumber, unit } = directory.counts.part(found.partId)
  if (another) return lotOfTwoParts(text, [partNumber, directory.counts.part(another.partId).partNumber])
  return {
    kind: 'pile',
    goods: { kind: 'lot', part: found.partId, lot: found.id },
    name: `lot ${found.lot} of ${partNumber}`,
    unit
  }
}

function goodsOfParts(
  text: string,
  parts: readonly PartId[],
  location: string,
  directory: StationDirectory
): CountableGoods {
  const untracked = parts.filter(
    (part) => directory.stock.trackingOf(part) === 'untracked' || directory.stock.untrackedRows(part).length > 0
  )
  const [found, another] = narrowed(
    untracked,
    (part) => directory.stock.untrackedRows(part).length > 0,
    (part) => directory.counts.stockAt(location, { kind: 'untracked', part }).length > 0
  )
  if (found === undefined) {
    const isSerial = parts.some((part) => directory.stock.trackingOf(part) === 'serial')
    return isSerial
      ? refused('part-number', 'That is a part', `Each ${shown(text)} has a serial. Scan each unit that is there.`)
      : refused('part-number', 'That is a part', `${shown(text)} is tracked by lot. Scan the lot that is there.`)
  }
  const { partNumber, unit } = directory.counts.part(found)
  if (another !== undefined) return nameOfTwoParts(text, [partNumber, directory.counts.part(another).partNumber])
  return { kind: 'pile', goods: { kind: 'untracked', part: found }, name: partNumber, unit }
}
