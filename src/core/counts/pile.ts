import { add, formatQuantity, MAX_QUANTITY, withUnit, type Quantity } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { capitalised } from '../words.ts'
import { counting, next } from './answers.ts'
import type { CountedPile, OpenCount } from './directory.ts'
import type { CountPileStep } from './effect.ts'
import type { CountableGoods } from './goods.ts'
import type { CountPlace, PendingCount } from './place.ts'

/** How a part without a revision is chosen where others have one. */
const NO_REVISION = '-'

/** A lot or an untracked part was scanned: how much of it there is comes next. */
export function startPile(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  { goods, name, unit }: Extract<CountableGoods, { kind: 'pile' }>,
  directory: StationDirectory
): Answer {
  const here = directory.counts.stockAt(location, goods)
  const anywhere = goods.kind === 'lot' ? directory.stock.lotRows(goods.lot) : directory.stock.untrackedRows(goods.part)
  const stocked = here.length > 0 ? here : anywhere
  const revisions =
    stocked.length > 0 ? distinct(stocked.map(({ revision }) => revision)) : directory.counts.part(goods.part).revisions
  const [only, another] = revisions
  const revision = another === undefined ? (only ?? '') : null
  const pending: PendingCount = { goods, name, unit, revision, revisions, quantity: null }
  const before = revision === null ? undefined : directory.counts.countedPile(count.id, location, goods, revision)
  const hold = here.some(({ status }) => status === 'on hold') ? 'It is on hold, and stays so.' : ''
  return counting(
    { ...session, at: { ...at, pending } },
    capitalised(name),
    [hold, aboutPile(before, unit, pending), whatIsMissing(pending)].filter(Boolean).join(' '),
    { sound: before?.changed ? 'attention' : 'accepted' }
  )
}

/** `DS:QTY:n`: so much of it lies here. */
export function sayQuantity(session: Session, at: CountPlace, pending: PendingCount, quantity: Quantity): Answer {
  const next = { ...pending, quantity }
  return counting(
    { ...session, at: { ...at, pending: next } },
    `${withUnit(quantity, pending)} of ${pending.name}`,
    whatIsMissing(next)
  )
}

/** A revision, where the store knows several of what was scanned. Absent for a text that is none of them. */
export function chooseRevision(
  session: Session,
  at: CountPlace,
  pending: PendingCount,
  text: string
): Answer | undefined {
  if (pending.revisions.length < 2) return undefined
  const revision = pending.revisions.find((each) => (each === '' ? NO_REVISION : each) === text)
  if (revision === undefined) return undefined
  const next = { ...pending, revision }
  return counting(
    { ...session, at: { ...at, pending: next } },
    `Revision ${text}`,
    `${capitalised(pending.name)}. ${whatIsMissing(next)}`
  )
}

/** `DS:DONE`: the pile is counted, on top of what was counted of it here before. */
export function countPile(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  pending: PendingCount,
  directory: StationDirectory
): Answer {
  const step = pileStep(count, location, pending, directory)
  if (step.kind !== 'count-pile') return step
  const before = step.replaces
    ? undefined
    : directory.counts.countedPile(count.id, location, pending.goods, step.revision)
  const total = before === undefined ? step.quantity : add(before.quantity, step.quantity)
  const sum =
    before === undefined
      ? ''
      : `${formatQuantity(before.quantity)} and ${formatQuantity(step.quantity)} are ${withUnit(total, pending)}. `
  return counting(
    { ...session, at: { ...at, pending: null } },
    `${withUnit(total, pending)} of ${pending.name}`,
    `${sum}${next(location)}`,
    { steps: [step], sound: 'line-complete' }
  )
}

/** What is written of a pile, or why it cannot be yet. */
export function pileStep(
  count: OpenCount,
  location: string,
  pending: PendingCount,
  directory: StationDirectory
): CountPileStep | Answer {
  const { goods, revision, quantity } = pending
  if (revision === null || quantity === null) {
    return refused(
      revision === null ? 'ambiguous' : 'quantity-missing',
      revision === null ? 'Which revision?' : 'How many?',
      `${capitalised(pending.name)}: ${whatIsMissing(pending)}`,
      'attention'
    )
  }
  const before = directory.counts.countedPile(count.id, location, goods, revision)
  if (before && !before.changed && before.quantity + quantity > MAX_QUANTITY) {
    return refused(
      'quantity-wrong',
      'Too many',
      `${withUnit(before.quantity, pending)} are counted already, and the sum is at most ${formatQuantity(MAX_QUANTITY)}. DS:QTY says another amount.`
    )
  }
  return {
    kind: 'count-pile',
    count: count.id,
    location,
    goods,
    revision,
    quantity,
    replaces: before?.changed ?? false
  }
}

export function dropPending(session: Session, at: CountPlace, { name }: PendingCount): Answer {
  return counting(
    { ...session, at: { ...at, pending: null } },
    'Taken back',
    `Nothing of ${name} is counted by this scan. ${at.location === null ? '' : next(at.location)}`.trim()
  )
}

/** What the next scan may be while a pile waits to be counted. */
export function whatIsMissing({ revision, revisions, quantity }: PendingCount): string {
  if (revision === null) {
    return `Which revision is it? Scan or type ${revisions.map((each) => each || NO_REVISION).join(' or ')}.`
  }
  return quantity === null ? 'DS:QTY says how much of it is here.' : 'DS:DONE counts it; DS:QTY says another amount.'
}

function aboutPile(before: CountedPile | undefined, unit: string, { name }: PendingCount): string {
  if (!before) return ''
  const amount = `${formatQuantity(before.quantity)} ${unit}`
  return before.changed
    ? `Stock of ${name} has moved since ${amount} were counted here: count all of it again.`
    : `${amount} are counted here already; what is counted now is added.`
}

function distinct(revisions: readonly string[]): readonly string[] {
  return [...new Set(revisions)].sort()
}
