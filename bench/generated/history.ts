import { assert } from '../../src/core/assert.ts'
import { createBuilding, type Building } from './builds.ts'
import type { BulkStore } from './bulk-store.ts'
import type { Catalogue, CataloguePart, Product } from './catalogue.ts'
import { createChanges, type Changes } from './changes.ts'
import { createReceiving, type DeliveryLine } from './deliveries.ts'
import { createIssueBook } from './issues.ts'
import type { LabelBook } from './labels.ts'
import { buildTree, receiveBusyUnit } from './landmarks.ts'
import type { Random } from '../../src/core/random.ts'
import { createShelves, LOT_SIZE, UNITS_A_LINE, type Recall, type Shelves } from './shelves.ts'
import { UNIT, type Stock } from './stock.ts'
import type { YearlyNumbers } from './yearly-numbers.ts'

/** How much there is in the end. */
export interface HistorySize {
  readonly units: number
  readonly lots: number
  readonly events: number
}

/** What the figures ask for by name. */
export interface Landmarks {
  readonly busyUnit: string
  readonly treeTop: string
  readonly recalls: readonly Recall[]
}

export interface HistoryPlan extends HistorySize {
  /** For each of these numbers, a lot is built into as many modules. */
  readonly recalls: readonly number[]
}

interface Factory {
  readonly store: BulkStore
  readonly stock: Stock
  readonly labels: LabelBook
  readonly catalogue: Catalogue
  readonly random: Random
}

/** What comes and is built on one day; moves fill the day up to its share of the events. */
const DAY = { boughtUnits: 800, moduleRuns: 6, deviceRuns: 2, removals: 60, issues: 10 } as const

const RUN_SIZE = 25
const LINES_AN_ORDER = 5

/** With what is bought when a part runs out. */
const UNITS_A_DAY = DAY.boughtUnits + (DAY.moduleRuns + DAY.deviceRuns) * RUN_SIZE + 200

/** Left for what the last, incomplete day brings. */
const SPARE_EVENTS = 3_000
const FIRST_DAY = Date.UTC(2021, 0, 4, 6)
const DAY_MS = 86_400_000

/** Lives through the days of a factory, from the landmarks on. */
export function writeHistory(
  { store, stock, labels, catalogue, random }: Factory,
  { units, lots, events, recalls }: HistoryPlan
): Landmarks & { readonly numbers: Readonly<Record<'receipts' | 'issues', YearlyNumbers>> } {
  const receiving = createReceiving(store, stock, labels)
  const changes = createChanges(store, stock)
  const building = createBuilding(store, stock, labels)
  const issues = createIssueBook(store)
  store.setTime(FIRST_DAY)
  const busyUnit = receiveBusyUnit(receiving, changes, catalogue)
  const treeTop = buildTree(receiving, building, catalogue)
  const shelves = createShelves(receiving, catalogue, random, recalls)
  const nextModule = inTurn(catalogue.modules)
  const nextDevice = inTurn(catalogue.devices)
  /** What there should be by now, of what there is in the end. */
  const share = (whole: number): number => (whole * stock.serials()) / units
  const buyLots = (count: number): void => {
    for (let left = count; left > 0; left -= LINES_AN_ORDER) {
      shelves.buy(linesOf(Math.min(left, LINES_AN_ORDER), () => random.pick(catalogue.lots), LOT_SIZE))
    }
  }
  for (let day = 1; stock.serials() + UNITS_A_DAY <= units; day += 1) {
    store.setTime(FIRST_DAY + day * DAY_MS)
    for (let units = 0; units < DAY.boughtUnits; units += LINES_AN_ORDER * UNITS_A_LINE) {
      shelves.buy(linesOf(LINES_AN_ORDER, () => random.pick(catalogue.units), UNITS_A_LINE))
    }
    buyLots(Math.floor(share(lots)) - receiving.lots())
    shelves.buy(linesOf(1, () => random.pick(catalogue.counted), LOT_SIZE))
    for (let run = 0; run < DAY.moduleRuns; run += 1) buildRun(building, nextModule(), shelves)
    for (let run = 0; run < DAY.deviceRuns; run += 1) buildRun(building, nextDevice(), shelves)
    for (let issue = 0; issue < DAY.issues; issue += 1) issues.raise(shelves.anything(), random.chance(0.1))
    for (let removal = 0; removal < DAY.removals; removal += 1) removeSomething(changes, shelves, random)
    while (store.events() < share(events) - SPARE_EVENTS) moveSomething(changes, shelves, catalogue, random)
  }
  buyLots(lots - receiving.lots())
  const missing = units - stock.serials()
  if (missing > 0) shelves.buy(linesOf(1, () => random.pick(catalogue.units), missing))
  while (store.events() < events) moveSomething(changes, shelves, catalogue, random)
  building.flush()
  issues.flush()
  return {
    busyUnit,
    treeTop,
    recalls: shelves.recalls,
    numbers: { receipts: receiving.numbers, issues: issues.numbers }
  }
}

function linesOf(lines: number, part: () => CataloguePart, count: number): readonly DeliveryLine[] {
  return Array.from({ length: lines }, () => ({ part: part(), count }))
}

function buildRun(building: Building, product: Product, shelves: Shelves): void {
  const next = () => product.bill.map(({ component, millionths }) => shelves.take(component, millionths))
  building.build(product, RUN_SIZE, next).forEach((row) => shelves.put(row))
}

/** A unit whole, of a lot or a counted part a little. */
function removeSomething(changes: Changes, shelves: Shelves, random: Random): void {
  const row = shelves.anything()
  const kind = random.pick(['consumed', 'consumed', 'scrapped', 'archived'] as const)
  changes.remove(row, kind, row.serial === null ? Math.min(row.millionths, 3 * UNIT) : UNIT)
}

function moveSomething(changes: Changes, shelves: Shelves, { places }: Catalogue, random: Random): void {
  const row = shelves.anything()
  const to = random.pick(places)
  if (to === row.location) return
  const millionths = row.serial === null && random.chance(0.1) ? Math.ceil(row.millionths / 2) : row.millionths
  const target = changes.moveTo(row, to, millionths)
  // A row that took in something for the first time is one more to choose from.
  if (target !== row && target.millionths === millionths) shelves.put(target)
}

function inTurn<T>(list: readonly T[]): () => T {
  let turns = 0
  return () => {
    const next = list[turns % list.length]
    assert(next !== undefined, 'there is one')
    turns += 1
    return next
  }
}
