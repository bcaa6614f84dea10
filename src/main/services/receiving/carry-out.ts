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
  const numbers = numbersOf(outcome.serials, line.generateSerials > 0, outcome.lot)
  return { answer: receivedAnswer(answer, numbers, outcome.holds), labels: outcome.labels, received: true }
}

/** What comes to a lot or to stock that is on hold is received, and is on hold at once: whoever brought it must hear that. */
function receivedAnswer(answer: AcceptedAnswer, numbers: string, holds: readonly Hold[]): AcceptedAnswer {
  const message = `${holdSentence(holds)}${holds.length > 0 ? 'Put it aside for quality. ' : ''}${numbers}${answer.message}`
  return { ...answer, message, sound: holds.length > 0 ? 'attention' : answer.sound }
}

/** Numbers of ours follow one another; what lies between scanned ones is nobody's. */
function numbersOf(serials: readonly string[], inOneRun: boolean, lot: string | null): string {
  const [first, second, third] = serials
  if (first === undefined) return lot === null ? '' : `Lot ${lot}. `
  if (second === undefined) return `${first}. `
  if (inOneRun) return `${first} to ${serials.at(-1) ?? ''}. `
  return third === undefined ? `${first} and ${second}. ` : `${first} and ${serials.length - 1} more. `
}
