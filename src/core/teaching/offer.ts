import { readingsOf, type CertainReading, type Reading } from '../barcode/reading.ts'
import { isOpenField } from '../barcode/taught/complete-label.ts'
import type { Answer, Refusal } from '../session/answer.ts'
import type { Session } from '../session/session.ts'

/** Nobody here knows what it is, or it does not say enough. */
const NOT_UNDERSTOOD: readonly Refusal[] = ['unknown-code', 'unreadable', 'wrong-kind', 'wrong-part']

/** What is refused because nobody understands it may be a label that was not taught yet: that is said with the refusal. */
export function offerTeaching({ at }: Session, reading: Reading, answer: Answer): Answer {
  if (answer.kind === 'accepted' || !NOT_UNDERSTOOD.includes(answer.reason)) return answer
  if (at.kind !== 'receipt' && at.kind !== 'line') return answer
  if (!readingsOf(reading).some((each) => mayBeLabel(each, answer.reason))) return answer
  const message = `${answer.message} If it is the supplier’s label, DS:TEACH teaches it.`
  return { ...answer, message, isTeachable: true }
}

/** A code of one piece is what it is: a label has several. */
const SEVERAL_PIECES = /^[\dA-Za-z]+(?:[^\dA-Za-z]+[\dA-Za-z]+){2,}/

function mayBeLabel(reading: CertainReading, reason: Refusal): boolean {
  switch (reading.kind) {
    case 'text':
      return reason === 'unknown-code' && SEVERAL_PIECES.test(reading.text)
    case 'unreadable':
      return reading.isForeign === true
    case 'supplier-label':
      return reading.label.format === undefined && reading.label.fields.some(isOpenField)
    default:
      return false
  }
}
