import type { LotId, PartId } from '../ids.ts'
import type { LabelFacts } from '../barcode/label-facts.ts'
import { refused, type Answer } from '../session/answer.ts'
import { lotOfTwoParts, namedByLabel, nameOfTwoParts, narrowed } from '../session/naming.ts'
import { capitalised, shown } from '../words.ts'
import { startChild } from './child.ts'
import { takeInHand, takeUnit } from './install-unit.ts'
import { chooseCount, takeLot, type StockComponent } from './install-stock.ts'
import { lineFor, takes } from './lines.ts'
import { isLineOpen, type OnBuild, type OnRun } from './on-run.ts'
import { everythingBuilt, notOnBom } from './refusals.ts'

/** The unit, the lot or the part that a text names goes in; absent for a text that names none. */
export function takeText(on: OnRun, text: string): Answer | undefined {
  const { directory } = on
  const unit = directory.assembly.unit(text)
  if (unit) return takeUnit(on, unit)
  const lots = directory.lotsNamed(text)
  const parts = directory.partsNamed(text)
  if (lots.length === 0 && parts.length === 0) return undefined
  return withBuild(on, (onBuild) => {
    // A text may name a lot of one part and another part: what the bill asks for is meant.
    const isLot = lots.some(({ partId }) => onBuild.lines.some((line) => takes(line, partId)))
    const isPart = parts.some((part) => onBuild.lines.some((line) => takes(line, part)))
    return lots.length > 0 && (isLot || !isPart) ? takeNamedLot(onBuild, text, lots) : takePart(onBuild, text, parts)
  })
}

/** What a label names, whoever printed it: its unit, else its lot, else its part. */
export function takeLabel(on: OnRun, facts: LabelFacts): Answer {
  const { directory } = on
  const { parts, unit, lots } = namedByLabel(facts, directory, (serial) => directory.assembly.unit(serial))
  if (unit) return takeUnit(on, unit)
  if (facts.serials.length > 0) return notReceived(facts.serials.map((serial) => `unit ${shown(serial)}`).join(', '))
  const { lot } = facts
  if (lot !== null && lots.length === 0) return notReceived(`lot ${shown(lot)}`)
  return withBuild(on, (onBuild) => {
    if (lot !== null) return takeNamedLot(onBuild, lot, lots)
    const name = facts.partNumbers.map(shown).join(', ')
    return parts.length > 0 ? takePart(onBuild, name, parts) : notReceived(name || 'what the label is on')
  })
}

/** The line and the stock of what waits to be installed; absent where the line is gone. */
export function pendingComponent({ at, lines }: OnBuild): StockComponent | undefined {
  const { pending } = at
  const line = pending && lines.find(({ id }) => id === pending.line)
  return line ? { line, goods: pending.goods, name: pending.name } : undefined
}

interface NamedLot {
  readonly id: LotId
  readonly partId: PartId
  readonly lot: string
}

function takeNamedLot(on: OnBuild, text: string, lots: readonly NamedLot[]): Answer {
  const { assembly } = on.directory
  const onBill = lots.flatMap((lot) => {
    const line = lineFor(on.lines, lot.partId)
    return line ? [{ lot, line, rows: assembly.lotRows(lot.id) }] : []
  })
  if (onBill.length === 0 && lots.some(({ id }) => id === on.build.lotId)) return takeInHand(on, on.build)
  if (onBill.length === 0) {
    return notOnBom(
      `Lot ${shown(text)}`,
      on,
      lots.map(({ partId }) => partId)
    )
  }
  const [found, another] = narrowed(
    onBill,
    ({ rows }) => rows.some(({ quantity }) => quantity > 0),
    ({ line }) => isLineOpen(line)
  )
  if (!found || another) {
    return lotOfTwoParts(
      text,
      onBill.map(({ line }) => line.component)
    )
  }
  const { lot, line, rows } = found
  const name = `lot ${lot.lot} of ${rows[0]?.partNumber ?? line.component}`
  return takeLot(on, { line, goods: { kind: 'lot', lot: lot.id }, name }, { quantity: on.at.quantity, source: null })
}

function takePart(on: OnBuild, text: string, parts: readonly PartId[]): Answer {
  const onBill = parts.flatMap((part) => {
    const line = lineFor(on.lines, part)
    return line ? [{ part, line }] : []
  })
  if (onBill.length === 0) return notOnBom(shown(text), on, parts)
  const [found, another] = narrowed(onBill, ({ line }) => isLineOpen(line))
  if (!found || another) {
    return nameOfTwoParts(
      text,
      onBill.map(({ line }) => line.component)
    )
  }
  const { part, line } = found
  if (line.madeOnAssembly && part === line.componentId) return startChild(on, line)
  const name = line.componentId === part ? line.component : nameOfSubstitute(line, part)
  const { stock, assembly } = on.directory
  const isCounted =
    stock.trackingOf(part) === 'untracked' || assembly.untrackedRows(part).some(({ quantity }) => quantity > 0)
  if (isCounted) {
    const component: StockComponent = { line, goods: { kind: 'untracked', part }, name }
    return chooseCount(on, component, { quantity: on.at.quantity, source: null })
  }
  return stock.trackingOf(part) === 'serial'
    ? refused('part-number', 'That is a part', `Each ${name} has a serial. Scan the very unit that goes in.`)
    : refused('part-number', 'That is a part', `${name} is tracked by lot. Scan the lot that goes in.`)
}

function nameOfSubstitute(line: StockComponent['line'], part: PartId): string {
  return line.substitutes.find(({ partId }) => partId === part)?.partNumber ?? line.component
}

function withBuild(on: OnRun, take: (on: OnBuild) => Answer): Answer {
  const { build, directory } = on
  return build ? take({ ...on, build, lines: directory.assembly.lines(build) }) : everythingBuilt()
}

function notReceived(name: string): Answer {
  return refused(
    'not-in-stock',
    'Not in stock',
    `${capitalised(name)} is not in stock: this station has not received it. Receive it first, then scan our own label.`
  )
}
