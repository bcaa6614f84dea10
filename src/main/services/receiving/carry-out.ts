import type { LineToReceive } from '../../../core/receiving/effect.ts'
import { holdSentence, type Hold } from '../../../core/quality/hold.ts'
import type { AcceptedAnswer, Answer } from '../../../core/session/answer.ts'
import type { StationContext } from '../context.ts'
import { receiveLine } from './receive-line.ts'

/** Receives a line, and tells which numbers it got. Call it inside the transaction of the decision. */
export function carryOutReceive(
  context: StationContext,
  answer: AcceptedAnswer,
  line: LineToReceive
): { readonly answer: Answer; readonly labels: number; readonly received: boolean } {
  const outcome = receiveLine(context, line)
  if (outcome.kind === 'refused') return { answer: outcome.answer, labels: 0, received: false }
  const numbers = numbersOf(outcome.serials, outcome.lot)
  return { answer: receivedAnswer(answer, numbers, outcome.holds), labels: outcome.labels, received: true }
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
