import type { LocalTime } from '../clock.ts'
import type { LastChange } from '../inventory/stock-directory.ts'
import { statusOfSeveral } from '../inventory/status.ts'
import { placesOf, whereItLies, type StockAtPlace } from '../inventory/stock-places.ts'
import { gone } from '../inventory/what-became.ts'
import { add, subtract, withUnit, ZERO, type Quantity } from '../quantity.ts'
import { refused, type Answer, type RefusedAnswer } from '../session/answer.ts'
import { capitalised } from '../words.ts'
import type { BuildLine, ComponentRow } from './directory.ts'
import { allowsRevision } from './lines.ts'
import { acceptedOnRun, isLineOpen, nameOfBuild, openOf, type OnBuild } from './on-run.ts'
import { atRun, type PendingStock } from './place.ts'
import { nextOnBuild } from './prompt.ts'
import { expired, isRefused, moreThanNeeded, moreThanThere, onHold, otherRevision } from './refusals.ts'
import { placeToTakeFrom, takenFrom } from './stock-place.ts'

/** A lot or an untracked component of a line of the build in hand. */
export interface StockComponent {
  readonly line: BuildLine
  readonly goods: PendingStock
  /** `lot L1 of PART-1`, `PART-2`. */
  readonly name: string
}

/** How much was asked for, and from where; null where nobody has said so. */
export interface Asked {
  readonly quantity: Quantity | null
  readonly source: string | null
}

/** A lot goes in at once, unless nobody knows where it is taken from: then its place is asked for. */
export function takeLot(on: OnBuild, component: StockComponent, asked: Asked): Answer {
  const { line, name } = component
  const rows = usableRows(on, component, asked.source)
  if (isRefused(rows)) return rows
  const excess = excessOf(on, line, asked.quantity)
  if (excess) return excess
  const wanted = asked.quantity ?? openOf(line)
  const place = sourceOf(on, rows, asked.source, wanted, asked.quantity === null)
  if (!place) return ask(on, component, asked, rows)
  if (place.quantity === ZERO) return notThere(name, asked.source ?? '', rows)
  const [row] = place.rows
  if (row && asked.quantity !== null && asked.quantity > place.quantity) {
    return moreThanThere(name, asked.quantity, place.quantity, row)
  }
  return install(on, component, place, wanted < place.quantity ? wanted : place.quantity)
}

/** An untracked component: its count is confirmed by `DS:DONE`, so that nobody counts without looking. */
export function chooseCount(on: OnBuild, component: StockComponent, asked: Asked): Answer {
  const { line, name, goods } = component
  const rows = usableRows(on, component, asked.source)
  if (isRefused(rows)) return rows
  const refusal = excessOf(on, line, asked.quantity) ?? shortageOf(name, rows, asked)
  if (refusal) return refusal
  const quantity = asked.quantity ?? openOf(line)
  const place = sourceOf(on, rows, asked.source, quantity, false)
  const from = place ? `from ${place.location}` : `${whereItLies(rows)}: scan the place it is taken from`
  return acceptedOnRun(
    on,
    { ...atRun(on.run.id, on.build), pending: { line: line.id, goods, name, ...asked } },
    `${withUnit(quantity, line)} ${name}?`,
    `Count them, ${from}. DS:DONE installs ${withUnit(quantity, line)}; DS:QTY says another amount.`
  )
}

/** `DS:DONE`: the count is confirmed. */
export function confirmCount(on: OnBuild, component: StockComponent, asked: Asked): Answer {
  const { line, name } = component
  const rows = usableRows(on, component, asked.source)
  if (isRefused(rows)) return rows
  const excess = excessOf(on, line, asked.quantity)
  if (excess) return excess
  const quantity = asked.quantity ?? openOf(line)
  const place = sourceOf(on, rows, asked.source, quantity, false)
  if (!place) return askedFirst(rows)
  const [row] = place.rows
  if (!row) return notThere(name, asked.source ?? '', rows)
  if (quantity > place.quantity) return moreThanThere(name, quantity, place.quantity, row)
  return install(on, component, place, quantity)
}

/**
 * The rows that a line may take, or why there are none: by what became of the stock, and what holds it.
 *
 * @param source the place that was said; what lies there and may not be taken is refused, whatever lies elsewhere
 */
export function usableRows(
  on: Pick<OnBuild, 'directory'>,
  component: StockComponent,
  source: string | null = null
): readonly ComponentRow[] | RefusedAnswer {
  const { goods, name } = component
  const { assembly } = on.directory
  const all = goods.kind === 'lot' ? assembly.lotRows(goods.lot) : assembly.untrackedRows(goods.part)
  const atSource = all.filter(({ location, quantity }) => location === source && quantity > 0)
  const ofSource =
    atSource.length === 0 ? atSource : usableOf(on, { ...component, name: `${name} at ${source}` }, atSource)
  return isRefused(ofSource) ? ofSource : usableOf(on, component, all)
}

function usableOf(
  { directory: { assembly, quality, stock, local } }: Pick<OnBuild, 'directory'>,
  { line, name }: StockComponent,
  all: readonly ComponentRow[]
): readonly ComponentRow[] | RefusedAnswer {
  const there = all.filter(({ quantity }) => quantity > 0)
  const [first] = there
  if (!first) return nothingLeft(name, all, (row) => stock.lastChange(row.id), local)
  const allowed = there.filter(({ partId, revision }) => allowsRevision(line, partId, revision))
  if (allowed.length === 0) return otherRevision(name, there, line)
  const free = allowed.filter(({ status }) => status !== 'on hold')
  const [held] = allowed
  if (free.length === 0) return onHold(name, held ? quality.holdsOnRow(held.id) : [])
  const fresh = free.filter(({ expiry }) => expiry === null || expiry >= assembly.today)
  return fresh.length > 0 ? fresh : expired(name, free[0] ?? first)
}

function nothingLeft(
  name: string,
  rows: readonly ComponentRow[],
  lastChange: (row: ComponentRow) => LastChange | undefined,
  local: LocalTime
): RefusedAnswer {
  const status = statusOfSeveral(rows.map((row) => row.status))
  const row = rows.find((each) => each.status === status)
  if (!row || status === null) {
    return refused(
      'not-in-stock',
      'Not in stock',
      `Nothing of ${name} is in stock here. Where its units have serials, scan each unit; else receive it first.`
    )
  }
  return gone(name, row, status, lastChange(row), local)
}

function install(on: OnBuild, component: StockComponent, place: StockAtPlace, quantity: Quantity): Answer {
  const { line, name } = component
  const { build, lines } = on
  const after = lines.map((each) => (each === line ? { ...each, installed: add(each.installed, quantity) } : each))
  const left = subtract(place.quantity, quantity)
  return acceptedOnRun(
    on,
    atRun(on.run.id, build),
    `${withUnit(quantity, line)} installed`,
    `${capitalised(name)} from ${place.location} in ${nameOfBuild(build)}; ${left === ZERO ? 'none is' : `${withUnit(left, line)} are`} left there. ${nextOnBuild(build, after)}`,
    {
      sound: after.some(isLineOpen) ? 'accepted' : 'line-complete',
      effect: {
        kind: 'install',
        component: { build: build.id, line: line.id, parts: takenFrom(place, quantity) }
      }
    }
  )
}

function ask(on: OnBuild, { line, goods, name }: StockComponent, asked: Asked, rows: readonly ComponentRow[]): Answer {
  return acceptedOnRun(
    on,
    { ...atRun(on.run.id, on.build), pending: { line: line.id, goods, name, ...asked } },
    'From where?',
    `${capitalised(name)} lies in several places: ${whereItLies(rows)}. Scan the place it is taken from.`,
    { sound: 'attention' }
  )
}

/** The place that was said, or the one that goes without saying; an empty one where nothing is at the place that was said. */
function sourceOf(
  on: OnBuild,
  rows: readonly ComponentRow[],
  source: string | null,
  wanted: Quantity,
  someWillDo: boolean
): StockAtPlace<ComponentRow> | undefined {
  if (source === null) return placeToTakeFrom(on, rows, wanted, someWillDo)
  return placesOf(rows).find(({ location }) => location === source) ?? { location: source, rows: [], quantity: ZERO }
}

function excessOf({ build }: OnBuild, line: BuildLine, quantity: Quantity | null): Answer | undefined {
  return openOf(line) === ZERO || (quantity !== null && quantity > openOf(line))
    ? moreThanNeeded(line, build, quantity)
    : undefined
}

/** What was said and is not there, at the place that was said or at any: said at once, not only when it is confirmed. */
function shortageOf(name: string, rows: readonly ComponentRow[], { quantity, source }: Asked): Answer | undefined {
  const places = placesOf(rows).filter(({ location }) => source === null || location === source)
  const most = places.toSorted((a, b) => b.quantity - a.quantity)[0]
  const [row] = most?.rows ?? []
  if (!most || !row) return notThere(name, source ?? '', rows)
  return quantity !== null && quantity > most.quantity ? moreThanThere(name, quantity, most.quantity, row) : undefined
}

function notThere(name: string, place: string, rows: readonly ComponentRow[]): Answer {
  return refused('not-in-stock', 'Not there', `Nothing of ${name} is at ${place}: ${whereItLies(rows)}.`)
}

function askedFirst(rows: readonly ComponentRow[]): Answer {
  return refused(
    'source-missing',
    'From where?',
    `${whereItLies(rows)}. Scan the place it is taken from, then DS:DONE; DS:QTY says how many there really are.`,
    'attention'
  )
}
