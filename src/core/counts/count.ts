import { assertNever } from '../assert.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import { codeProblem } from '../code.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import { becameWords } from '../inventory/what-became.ts'
import { reprintNeedsReason } from '../session/anywhere.ts'
import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import { counting, next } from './answers.ts'
import { countableGoods, type CountableGoods } from './goods.ts'
import type { CountStep } from './effect.ts'
import type { OpenCount } from './directory.ts'
import { chooseRevision, countPile, dropPending, pileStep, sayQuantity, startPile } from './pile.ts'
import type { CountPlace } from './place.ts'
import { decideReview, showVariance } from './review.ts'
import { goToPlace, leave } from './where.ts'
import { decideWithoutPlace } from './without-place.ts'
import { startResume } from '../printing/resume.ts'

/** `DS:COUNT` with nothing open: the next scan says where. */
export function startCount(session: Session): Answer {
  return counting(
    { ...session, at: { kind: 'count', location: null, joined: null, pending: null, review: false } },
    'Count',
    'Scan the place that is counted, or the number of an open count. DS:HOME ends.'
  )
}

/** Counting: a serial counts once, a lot or an untracked part takes its quantity. */
export function decideCount(
  session: Session,
  at: CountPlace,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  if (at.location === null) return decideWithoutPlace(session, at, reading, directory)
  const count = directory.counts.at(at.location)
  if (!count) return noLongerOpen(session, reading, at.location)
  if (at.review) return decideReview(session, at, count, reading, directory)
  if (reading.kind === 'command') return decideCommand(session, at, count, at.location, reading.command, directory)
  return decideGoods(session, at, count, at.location, reading, directory)
}

function decideCommand(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  command: PlaceCommand,
  directory: StationDirectory
): Answer {
  const { pending } = at
  switch (command.kind) {
    case 'location':
      return goOn(session, at, count, location, command.code, directory)
    case 'quantity':
      return pending ? sayQuantity(session, at, pending, command.quantity) : nothingScanned(location)
    case 'done':
      return pending
        ? countPile(session, at, count, location, pending, directory)
        : showVariance(session, at, count, location, directory)
    case 'undo':
      return pending ? dropPending(session, at, pending) : takeBack(session, at, count, location, directory)
    case 'cancel':
      return pending ? dropPending(session, at, pending) : leave(session, count)
    case 'home':
      return leave(session, count, pending)
    case 'order':
    case 'run':
    case 'count':
    case 'hold':
      return refused(
        'finish-first',
        'Finish first',
        `${location} is being counted in ${count.count}. DS:DONE shows the variance, DS:HOME leaves the count open.`
      )
    case 'generate':
      return refused('wrong-kind', 'Nothing is received here', next(location))
    case 'reprint':
      return reprintNeedsReason()
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

/** Another place: what waits is counted first, if it is known how much there is. */
function goOn(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  code: string,
  directory: StationDirectory
): Answer {
  const { pending } = at
  if (!pending) return goToPlace(session, count, location, code, false, directory)
  const step = pileStep(count, location, pending, directory)
  if (step.kind !== 'count-pile') return step
  return goToPlace(session, count, location, code, false, directory, [step])
}

function decideGoods(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  const { pending } = at
  if (reading.kind === 'text') {
    const chosen = pending && chooseRevision(session, at, pending, reading.text)
    if (chosen) return chosen
    if (directory.location(reading.text)) return goOn(session, at, count, location, reading.text, directory)
    const what = otherThan(reading.text, directory)
    if (what !== undefined) {
      return refused(
        'finish-first',
        'Finish first',
        `${shown(reading.text)} is ${what}, and ${location} is being counted. DS:HOME leaves the count open.`
      )
    }
  }
  if (pending) {
    return refused(
      'finish-first',
      'Finish first',
      `DS:QTY says how much of ${pending.name} there is, DS:DONE counts it. DS:CANCEL leaves it out. Then scan the next.`
    )
  }
  const goods = countableGoods(reading, location, directory)
  if (!goods) return refused('unknown-code', 'Not known', next(location))
  switch (goods.kind) {
    case 'unit':
      return countUnit(session, count, location, goods.row, directory)
    case 'pile':
      return startPile(session, at, count, location, goods, directory)
    case 'unknown':
      return unknown(count, location, goods, directory)
    default:
      return goods
  }
}

/** What a text names that is no stock; absent for stock, and for what nobody knows. */
function otherThan(text: string, directory: StationDirectory): string | undefined {
  if (directory.stock.unit(text)) return undefined
  if (directory.order(text)) return 'an order'
  if (directory.assembly.run(text)) return 'a run'
  if (directory.counts.numbered(text)) return 'a count'
  return directory.quality.issueNumbered(text) === undefined ? undefined : 'an issue'
}

function countUnit(
  session: Session,
  count: OpenCount,
  location: string,
  row: StockRow,
  directory: StationDirectory
): Answer {
  const name = row.serial ?? ''
  const before = directory.counts.countedUnit(count.id, row.id)
  if (before && !before.changed) {
    const where = before.location === location ? 'here' : `at ${before.location}`
    return refused(
      'duplicate',
      'Counted already',
      `${name} was counted ${where} at ${directory.local.timeOf(before.at)} by ${before.operator}, and counts once. Go on with the next.`,
      'duplicate'
    )
  }
  const steps: readonly CountStep[] = [{ kind: 'count-unit', count: count.id, location, row: row.id }]
  const sofar = `${directory.counts.entries(count.id, location) + 1} at ${location} so far.`
  const { words, asks } = aboutUnit(row, location, count.blind, directory)
  return counting(
    session,
    `${name} counted`,
    [row.partNumber + '.', words, sofar, next(location)].filter(Boolean).join(' '),
    {
      steps,
      sound: asks ? 'attention' : 'accepted'
    }
  )
}

/** What whoever counts has to know of a unit; what the store expects is told in a guided count alone. */
function aboutUnit(
  row: StockRow,
  location: string,
  blind: boolean,
  directory: StationDirectory
): { readonly words: string; readonly asks: boolean } {
  switch (row.status) {
    case 'installed':
      return {
        words:
          'By the inventory it is inside a product: it is listed, and stays so. Put it aside and ask a lead to take it out of its product.',
        asks: true
      }
    case 'being built':
      return {
        words: 'By the inventory it is still being built: it is listed, and stays so. Put it aside and ask a lead.',
        asks: true
      }
    case 'available':
    case 'on hold': {
      const hold = row.status === 'on hold' ? 'It is on hold, and stays so.' : ''
      if (blind) return { words: hold, asks: false }
      const expected =
        row.location === location
          ? 'It is expected here.'
          : `The inventory has it at ${row.location}: posting moves it here.`
      return { words: [expected, hold].filter(Boolean).join(' '), asks: false }
    }
    case 'consumed':
    case 'scrapped':
    case 'archived':
    case 'missing':
      if (blind) return { words: '', asks: false }
      return {
        words: `It was ${becameWords(row, directory.stock.lastChange(row.id), directory.local)}: posting brings it back into stock.`,
        asks: false
      }
    default:
      return assertNever(row.status)
  }
}

function takeBack(
  session: Session,
  at: CountPlace,
  count: OpenCount,
  location: string,
  directory: StationDirectory
): Answer {
  const last = directory.counts.lastEntry(count.id, location)
  if (last) {
    return counting(session, 'Taken back', `${last.name} is not counted. ${next(location)}`, {
      steps: [{ kind: 'take-back', count: count.id, entry: last.id }]
    })
  }
  return counting(
    { ...session, at: { ...at, location: null, joined: count.count } },
    `${location} left out`,
    `Nothing was counted at ${location}, and it is not part of ${count.count} any more. Scan another place, or DS:HOME.`,
    { steps: [{ kind: 'leave-place-out', count: count.id, location }] }
  )
}

/** A unit or a lot is never made up from a code: it is listed, and comes into stock by the order that it came on. */
function unknown(
  count: OpenCount,
  location: string,
  { code, what, part }: Extract<CountableGoods, { kind: 'unknown' }>,
  directory: StationDirectory
): Answer {
  const of = part === null ? '' : ` of ${directory.counts.part(part).partNumber}`
  const name = what === 'code' ? shown(code) : `${what === 'serial' ? 'Serial' : 'Lot'} ${shown(code)}${of}`
  const answer = refused(
    'unknown-code',
    'Not known',
    `${name} was never received here, so it cannot be counted. It is listed with the count: put it aside, and receive it on its order.`
  )
  if (codeProblem(code) !== undefined || answer.kind !== 'refused') return answer
  return { ...answer, noted: { count: count.id, location, code, what, part } }
}

function nothingScanned(location: string): Answer {
  return refused('wrong-kind', 'Of what?', `Scan the lot or the part first, then how much of it is at ${location}.`)
}

function noLongerOpen(session: Session, reading: PlaceReading, location: string): Answer {
  if (reading.kind === 'command' && (reading.command.kind === 'home' || reading.command.kind === 'cancel')) {
    return leave(session, undefined)
  }
  return refused(
    'not-available',
    'Count ended',
    `The count of ${location} is not open any more. DS:HOME, then DS:COUNT begins another.`
  )
}
