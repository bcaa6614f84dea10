import { assert, assertNever } from '../../core/assert.ts'
import { dayOf, instantOf } from '../../core/clock.ts'
import { StationError } from '../../core/errors.ts'
import { interpretScan, type Reading } from '../../core/barcode/interpret.ts'
import type { ScanId } from '../../core/ids.ts'
import { refused, type AcceptedAnswer, type Answer } from '../../core/session/answer.ts'
import { memberOf } from '../../core/operators/identify.ts'
import { holdSentence, type Hold } from '../../core/quality/hold.ts'
import { decide } from '../../core/session/decide.ts'
import { shown } from '../../core/receiving/serial-check.ts'
import type { Session } from '../../core/session/session.ts'
import type { ClosedReceiptView, ScanAnswer } from '../../ipc/views.ts'
import { bytesToText } from '../devices/scanner/bytes-to-text.ts'
import { transaction } from '../store/database.ts'
import { answerScan, insertScan, unansweredScans } from '../store/scan.ts'
import type { StationContext } from './context.ts'
import { carryOutCount, carryOutNote } from './counts/carry-out.ts'
import { carryOutAssembly } from './assembly/carry-out.ts'
import { createDirectory } from './directory.ts'
import { moveStock } from './moving.ts'
import { raiseByScan } from './quality/carry-out.ts'
import { actingContext } from './operators/acting.ts'
import { writeApproval, writeSignIn, writeSignOut } from './operators/carry-out.ts'
import { shortenLocks } from './operators/shorten-locks.ts'
import type { LeadRequests, PerformedRequest } from './operators/lead-requests.ts'
import { closeReceipt } from './receiving/receipt.ts'
import { receiveLine } from './receiving/receive-line.ts'
import { closedReceiptView } from './receiving-view.ts'
import { readSession, writeSession } from './session-store.ts'

/** One scan, from whatever scanner, or typed in the window. */
export interface IncomingScan {
  readonly scanner: string
  readonly source: 'keyboard' | 'other'
  readonly bytes: Uint8Array
  readonly aim: string | null
  /** Set where the bytes did not arrive whole: what the clerk is told instead of a reading. */
  readonly fault?: string
}

/** What has to be told to others once a scan is answered. */
export interface ScanEffects {
  readonly labelsQueued: boolean
  readonly receivingChanged: boolean
  readonly stockChanged: boolean
  /** Whether a run was opened, left or built in. */
  readonly runsChanged: boolean
  /** Whether somebody came or went, or the station waits for somebody, or no longer does. */
  readonly operatorsChanged: boolean
  readonly countsChanged: boolean
  readonly issuesChanged: boolean
  /** The receipt that this scan closed, with what stayed short. */
  readonly closed: ClosedReceiptView | null
}

export interface AnsweredScan {
  readonly answer: ScanAnswer
  readonly effects: ScanEffects
}

export const NO_EFFECTS: ScanEffects = {
  labelsQueued: false,
  receivingChanged: false,
  stockChanged: false,
  runsChanged: false,
  operatorsChanged: false,
  countsChanged: false,
  issuesChanged: false,
  closed: null
}

/**
 * Takes one scan: writes it to the journal, understands it, decides, and writes the decision in one transaction.
 *
 * The journal is on disk before anything else happens. Every scan has an answer: when the decision cannot be written,
 * the answer says so and nothing of it is kept.
 */
export function takeScan(station: StationContext, scan: IncomingScan, requests?: LeadRequests): AnsweredScan {
  const context = actingContext(station)
  const { db, clock } = context
  const at = instantOf(clock.now())
  const text = bytesToText(scan.bytes)
  let heard = { at, scanner: scan.scanner, text: shown(text) }
  let id: ScanId
  try {
    id = transaction(db, () =>
      insertScan(db, { at, station: context.station.id, scanner: scan.scanner, raw: scan.bytes, aim: scan.aim })
    )
  } catch (error) {
    return { answer: { ...heard, scan: 0 as ScanId, ...failureAnswer(error) }, effects: NO_EFFECTS }
  }
  const reading: Reading =
    scan.fault === undefined
      ? interpretScan({ text, aim: scan.aim, source: scan.source }, { today: dayOf(at) })
      : { kind: 'unreadable', reason: scan.fault }
  try {
    const { answer, effects, performed, isBadge } = transaction(db, () => {
      const session = readSession(db)
      const directory = createDirectory(context)
      const isBadge = memberOf(reading, directory.people) !== undefined
      if (isBadge) shortenLocks(context)
      const settled = settle(context, session, decide(session, reading, directory), requests)
      const { answer } = settled
      const outcome =
        answer.kind === 'accepted'
          ? `${answer.title}. ${answer.message}`
          : `${answer.reason}: ${answer.title}. ${answer.message}`
      answerScan(db, id, isBadge ? BADGE : meaningOf(reading), outcome, answer.sound)
      return { ...settled, isBadge }
    })
    performed?.settle()
    if (isBadge) heard = { ...heard, text: HIDDEN_BADGE }
    const show = answer.kind === 'accepted' ? answer.show : null
    return {
      answer: { ...heard, scan: id, sound: answer.sound, title: answer.title, message: answer.message, show },
      effects
    }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { answer: { ...heard, scan: id, ...failureAnswer(error) }, effects: NO_EFFECTS }
  }
}

/** What the journal says that a badge meant. */
export const BADGE = 'badge'

/** What is shown in place of a badge's code: whoever reads it could type it. */
export const HIDDEN_BADGE = '••••'

/**
 * Writes what was decided: its effect, whose word it was done on, and what the station is in the middle of now.
 *
 * Call it inside the transaction of the decision.
 */
export function settle(context: StationContext, session: Session, decided: Answer, requests?: LeadRequests) {
  const { answer, effects, performed } = carryOut(context, session, decided, requests)
  const asked = session.asking !== null || (answer.kind === 'accepted' && answer.session.asking !== null)
  if (answer.kind === 'accepted') {
    if (answer.approval) writeApproval(context, answer.approval)
    writeSession(context.db, answer.session)
  } else if (decided.kind === 'accepted' && session.asking !== null) {
    // It was approved, and could not be done any more: the question is over all the same.
    writeSession(context.db, { ...session, asking: null })
  }
  return {
    answer,
    performed,
    effects: { ...effects, operatorsChanged: effects.operatorsChanged || (asked && answer.kind === 'accepted') }
  }
}

/**
 * Closes the journal of the last run: scans that were written but never answered stay without effect, since nobody
 * heard them accepted. Returns how many there were.
 */
export function closeJournal({ db }: StationContext): number {
  return transaction(db, () => {
    const scans = unansweredScans(db)
    for (const { id } of scans) {
      answerScan(
        db,
        id,
        'not understood',
        'The station stopped before this scan was answered: it had no effect.',
        'attention'
      )
    }
    return scans.length
  })
}

interface CarriedOut {
  readonly answer: Answer
  readonly effects: ScanEffects
  /** What the window had asked for, to be answered once the transaction is over. */
  readonly performed?: PerformedRequest
}

function carryOut(
  context: StationContext,
  before: Session,
  answer: Answer,
  requests: LeadRequests | undefined
): CarriedOut {
  if (answer.kind === 'refused') {
    if (answer.noted) carryOutNote(context, answer.noted)
    return { answer, effects: { ...NO_EFFECTS, countsChanged: answer.noted !== undefined } }
  }
  const isCounting = before.at.kind === 'count' || answer.session.at.kind === 'count'
  const runsChanged = before.at.kind === 'run' || answer.session.at.kind === 'run'
  const moved: ScanEffects = { ...NO_EFFECTS, receivingChanged: true, runsChanged, countsChanged: isCounting }
  const people: ScanEffects = { ...NO_EFFECTS, operatorsChanged: true }
  switch (answer.effect.kind) {
    case 'none':
      return { answer, effects: moved }
    case 'sign-in':
      writeSignIn(context, answer.effect.operator)
      return { answer, effects: people }
    case 'sign-out':
      writeSignOut(context, answer.effect.operator)
      return { answer, effects: people }
    case 'request-approved':
      return performRequest(answer, answer.effect.request, people, requests)
    case 'request-dropped':
      requests?.drop(answer.effect.request)
      return { answer, effects: people }
    case 'close': {
      const closed = closedReceiptView(context, before)
      closeReceipt(context, answer.effect.order)
      return { answer, effects: { ...moved, closed } }
    }
    case 'count':
      carryOutCount(context, answer.effect.steps)
      return { answer, effects: { ...moved, stockChanged: answer.effect.steps.some(({ kind }) => kind === 'post') } }
    case 'start-run':
    case 'start-child':
    case 'install':
    case 'take-back':
    case 'complete': {
      const outcome = carryOutAssembly(context, answer, answer.effect)
      return { answer: outcome.answer, effects: { ...moved, labelsQueued: outcome.labels > 0, stockChanged: true } }
    }
    case 'raise-issue':
      return { answer: raiseByScan(context, answer, answer.effect), effects: { ...moved, issuesChanged: true } }
    case 'move':
      moveStock(context, answer.effect)
      return { answer, effects: { ...moved, stockChanged: true } }
    case 'receive': {
      const outcome = receiveLine(context, answer.effect.line)
      if (outcome.kind === 'refused') return { answer: outcome.answer, effects: NO_EFFECTS }
      const numbers = numbersOf(outcome.serials, outcome.lot)
      return {
        answer: receivedAnswer(answer, numbers, outcome.holds),
        effects: { ...moved, labelsQueued: outcome.labels > 0, stockChanged: true }
      }
    }
    default:
      return assertNever(answer.effect)
  }
}

/** What the window asked for, with its lead's word. Where it cannot be done any more, the badge is told why. */
function performRequest(
  answer: AcceptedAnswer,
  request: number,
  effects: ScanEffects,
  requests: LeadRequests | undefined
): CarriedOut {
  assert(answer.approval && requests, 'a request is approved by a badge, where requests are kept')
  const performed = requests.perform(request, answer.approval)
  if (performed.failure === null) return { answer, effects, performed }
  const { approval: _, ...rest } = answer
  const none: AcceptedAnswer = {
    ...rest,
    sound: 'refused',
    title: 'Not done',
    message: performed.failure,
    effect: { kind: 'none' }
  }
  return { answer: none, effects, performed }
}

/** What comes to a lot or to stock that is on hold is received, and is on hold at once: whoever brought it must hear that. */
function receivedAnswer(answer: AcceptedAnswer, numbers: string, holds: readonly Hold[]): AcceptedAnswer {
  const message = `${holdSentence(holds)}${holds.length > 0 ? 'Put it aside for quality. ' : ''}${numbers}${answer.message}`
  return { ...answer, message, sound: holds.length > 0 ? 'attention' : answer.sound }
}

function numbersOf(serials: readonly string[], lot: string | null): string {
  const [first] = serials
  const last = serials.at(-1)
  if (first !== undefined && last !== undefined) return first === last ? `${first}. ` : `${first} to ${last}. `
  return lot === null ? '' : `Lot ${lot}. `
}

function meaningOf(reading: Reading): string {
  switch (reading.kind) {
    case 'command':
      return `command ${reading.command.kind}`
    case 'own-label':
      return `own label ${reading.label.label} copy ${reading.label.copy}`
    case 'supplier-label':
      return `supplier label, ${reading.label.source}: ${reading.label.fields.map(({ identifier }) => identifier).join(' ')}`
    case 'gtin':
      return `GTIN ${reading.gtin}`
    case 'text':
      return 'text'
    case 'bad-command':
    case 'ambiguous':
    case 'unreadable':
      return reading.kind
    default:
      return assertNever(reading)
  }
}

function failureAnswer(error: unknown): Pick<ScanAnswer, 'sound' | 'title' | 'message' | 'show'> {
  if (!(error instanceof StationError)) throw error
  const { sound, title } = refused('not-available', 'Not kept', '', 'attention')
  return { sound, title, message: error.message, show: null }
}
