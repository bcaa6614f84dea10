import { formatQuantity, subtract, sum, type Quantity } from '../quantity.ts'
import { movesHeldByScan } from '../quality/authority.ts'
import { holdSentence, type Hold, type QualityDirectory } from '../quality/hold.ts'
import { staysOnHold } from '../quality/hold-answer.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { capitalised } from '../words.ts'
import type { MovedPart } from './move-effect.ts'
import type { PendingGoods, PendingMove, PutAwayPlace } from './put-away-place.ts'
import type { NamedGoods } from './put-away-goods.ts'
import type { StockDirectory, StockRow } from './stock-directory.ts'
import { placesOf, whereItLies } from './stock-places.ts'

/** A lot or an untracked part was scanned: how much of it moves, and from where, may be said before it moves. */
export function choose(
  session: Session,
  at: PutAwayPlace,
  { goods, name, rows }: Extract<NamedGoods, { kind: 'stock' }>,
  { quality, operators }: Pick<StationDirectory, 'quality' | 'operators'>
): Answer {
  const elsewhere = rows.filter(({ location }) => location !== at.location)
  if (elsewhere.length === 0) {
    return refused('already-there', 'There already', `All of ${name} is at ${at.location}.`, 'duplicate')
  }
  const holds = holdsOn(elsewhere, quality)
  if (elsewhere.every(({ status }) => status === 'on hold') && !movesHeldByScan(operators)) {
    return staysOnHold(capitalised(name), holds)
  }
  const pending: PendingMove = { goods, name, quantity: null, source: null }
  return accepted(
    { ...session, at: { ...at, pending } },
    capitalised(name),
    `${holdSentence(holds)}${whereItLies(elsewhere)}. ${whatIsMissing(elsewhere, pending)}`,
    { sound: holds.length > 0 ? 'attention' : 'accepted' }
  )
}

/** `DS:QTY:n` on what is about to move. */
export function chooseQuantity(
  session: Session,
  at: PutAwayPlace,
  pending: PendingMove,
  quantity: Quantity,
  stock: StockDirectory
): Answer {
  const rows = sourceRows(at, pending, stock)
  const short = shortage(pending, rows, quantity)
  if (short) return short
  const next = { ...pending, quantity }
  return accepted(
    { ...session, at: { ...at, pending: next } },
    `${formatQuantity(quantity)} ${unitOf(rows)} of ${pending.name}`,
    whatIsMissing(rows, next)
  )
}

/** A place, while something is about to move, is where it is taken from. */
export function chooseSource(
  session: Session,
  at: PutAwayPlace,
  pending: PendingMove,
  source: string,
  { stock, quality, operators }: StationDirectory
): Answer {
  if (source === at.location) {
    return refused(
      'already-there',
      'Goes there anyway',
      `${capitalised(pending.name)} is to move to ${source}. Scan the place it is taken from, or DS:CANCEL.`,
      'duplicate'
    )
  }
  const next = { ...pending, source }
  const rows = sourceRows(at, next, stock)
  if (rows.length === 0) {
    const elsewhere = sourceRows(at, { ...pending, source: null }, stock)
    return refused(
      'not-in-stock',
      'Not there',
      `Nothing of ${pending.name} is at ${source}. ${whereItLies(elsewhere)}.`
    )
  }
  const holds = holdsOn(rows, quality)
  if (holds.length > 0 && !movesHeldByScan(operators))
    return staysOnHold(`${capitalised(pending.name)} at ${source}`, holds)
  const short = pending.quantity === null ? undefined : shortage(next, rows, pending.quantity)
  if (short) return short
  return accepted(
    { ...session, at: { ...at, pending: next } },
    `From ${source}`,
    `${holdSentence(holds)}${whereItLies(rows)}. ${whatIsMissing(rows, next)}`,
    { sound: holds.length > 0 ? 'attention' : 'accepted' }
  )
}

/** `DS:DONE`: what was chosen moves, or what is still missing is asked for. */
export function finishMove(
  session: Session,
  at: PutAwayPlace,
  pending: PendingMove,
  { stock, quality, operators }: StationDirectory
): Answer {
  const rows = sourceRows(at, pending, stock)
  if (placesOf(rows).length > 1) {
    return refused(
      'source-missing',
      'From where?',
      `${whereItLies(rows)}. Scan the place it is taken from, then DS:DONE.`,
      'attention'
    )
  }
  const total = sum(rows.map(({ quantity }) => quantity))
  const quantity = pending.quantity ?? total
  const short = shortage(pending, rows, quantity)
  if (short) return short
  const holds = holdsOn(rows, quality)
  if (holds.length > 0 && !movesHeldByScan(operators)) return staysOnHold(capitalised(pending.name), holds)
  if (quantity < total && rows.length > 1) {
    return refused(
      'ambiguous',
      'Which revision?',
      `Revisions ${rows.map(({ revision }) => revision || '(none)').join(' and ')} of ${pending.name} lie together. Move all of it, or choose the row on the Inventory screen.`,
      'attention'
    )
  }
  const [first] = rows
  const parts: readonly MovedPart[] =
    rows.length === 1 && first
      ? [{ row: first.id, quantity }]
      : rows.map((row) => ({ row: row.id, quantity: row.quantity }))
  return accepted(
    { ...session, at: { ...at, pending: null } },
    `${formatQuantity(quantity)} ${unitOf(rows)} to ${at.location}`,
    `${holdSentence(holds)}${capitalised(pending.name)} was at ${first?.location ?? ''}. Scan what goes to ${at.location} next, or DS:HOME.`,
    { sound: holds.length > 0 ? 'attention' : 'line-complete', effect: { kind: 'move', to: at.location, parts } }
  )
}

/** How a pending move stands, for the screen. */
export interface PendingState {
  /** What of it can move from where it is taken. */
  readonly available: Quantity
  readonly unit: string
  /** What the next scan may be, for the clerk. */
  readonly next: string
}

export function pendingState(at: PutAwayPlace, pending: PendingMove, stock: StockDirectory): PendingState {
  const rows = sourceRows(at, pending, stock)
  return {
    available: sum(rows.map(({ quantity }) => quantity)),
    unit: unitOf(rows),
    next: `${whereItLies(rows)}. ${whatIsMissing(rows, pending)}`
  }
}

function holdsOn(rows: readonly StockRow[], quality: QualityDirectory): readonly Hold[] {
  return rows.flatMap(({ id, status }) => (status === 'on hold' ? quality.holdsOnRow(id) : []))
}

function sourceRows(at: PutAwayPlace, { goods, source }: PendingMove, stock: StockDirectory): readonly StockRow[] {
  return rowsOf(goods, stock).filter(
    ({ location }) => location !== at.location && (source === null || location === source)
  )
}

function rowsOf(goods: PendingGoods, stock: StockDirectory): readonly StockRow[] {
  return goods.kind === 'lot' ? stock.lotRows(goods.lot) : stock.untrackedRows(goods.part)
}

function shortage({ name, source }: PendingMove, rows: readonly StockRow[], quantity: Quantity): Answer | undefined {
  const place = source === null ? '' : ` at ${source}`
  if (rows.length === 0)
    return refused('not-in-stock', 'Nothing left', `Nothing of ${name} is left${place} to move. Scan DS:CANCEL.`)
  const total = sum(rows.map((row) => row.quantity))
  if (quantity <= total) return undefined
  const unit = unitOf(rows)
  return refused(
    'more-than-there',
    'More than there is',
    `${formatQuantity(total)} ${unit} of ${name} can move${place}: ${formatQuantity(quantity)} is ${formatQuantity(subtract(quantity, total))} too many.`
  )
}

function whatIsMissing(rows: readonly StockRow[], { quantity, source }: PendingMove): string {
  if (source === null && placesOf(rows).length > 1) return 'Scan the place it is taken from.'
  return quantity === null ? 'DS:DONE moves all of it; DS:QTY says another amount.' : 'DS:DONE moves it.'
}

function unitOf([row]: readonly StockRow[]): string {
  return row?.unit ?? ''
}
