import { assert, assertNever } from '../../../core/assert.ts'
import type { AcceptedAnswer, Answer } from '../../../core/session/answer.ts'
import type { Session } from '../../../core/session/session.ts'
import { carryOutAssembly } from '../assembly/carry-out.ts'
import type { StationContext } from '../context.ts'
import { carryOutCount, carryOutNote } from '../counts/carry-out.ts'
import { moveStock } from '../moving.ts'
import { writeApproval, writeSignIn, writeSignOut } from '../operators/carry-out.ts'
import type { LeadRequests, PerformedRequest } from '../operators/lead-requests.ts'
import { confirmAfter } from '../printing/confirm.ts'
import { carryOutResume } from '../printing/resume.ts'
import { bringBack, loseLabels } from '../printing/returns.ts'
import { tornDestroyed } from '../printing/scan-back.ts'
import { raiseByScan } from '../quality/carry-out.ts'
import { closedReceiptView } from '../receiving-view.ts'
import { carryOutReceive } from '../receiving/carry-out.ts'
import { closeReceipt } from '../receiving/receipt.ts'
import { teachFormat } from '../teaching/carry-out.ts'
import { writeSession } from '../session-store.ts'
import { NO_EFFECTS, type ScanEffects } from './effects.ts'

/**
 * Writes what was decided: its effect, whose word it was done on, and what the station is in the middle of now.
 *
 * Call it inside the transaction of the decision.
 */
export function settle(station: StationContext, session: Session, decided: Answer, requests?: LeadRequests) {
  // Who acts is looked up once for all that is written, which may be a thousand units.
  const context: StationContext = { ...station }
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
      const { effect } = answer
      const outcome = confirmAfter(context, () => carryOutAssembly(context, answer, effect))
      return { answer: outcome.answer, effects: { ...moved, labelsQueued: outcome.labels > 0, stockChanged: true } }
    }
    case 'raise-issue':
      return { answer: raiseByScan(context, answer, answer.effect), effects: { ...moved, issuesChanged: true } }
    case 'resume-printing':
      carryOutResume(context, answer.effect)
      return { answer, effects: { ...moved, labelsQueued: true, labelsChanged: true } }
    case 'torn-destroyed':
      tornDestroyed(context)
      return { answer, effects: { ...NO_EFFECTS, labelsChanged: true } }
    case 'label-returned':
      bringBack(context, answer.effect.label)
      return { answer, effects: { ...NO_EFFECTS, labelsChanged: true } }
    case 'teach-format':
      teachFormat(context, answer.effect)
      return { answer, effects: { ...moved, formatsChanged: true } }
    case 'labels-lost':
      loseLabels(context, answer.effect)
      return { answer, effects: { ...NO_EFFECTS, labelsChanged: true } }
    case 'move':
      moveStock(context, answer.effect)
      return { answer, effects: { ...moved, stockChanged: true } }
    case 'receive': {
      const { line } = answer.effect
      const outcome = confirmAfter(context, () => carryOutReceive(context, answer, line))
      return outcome.received
        ? { answer: outcome.answer, effects: { ...moved, labelsQueued: outcome.labels > 0, stockChanged: true } }
        : { answer: outcome.answer, effects: NO_EFFECTS }
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
