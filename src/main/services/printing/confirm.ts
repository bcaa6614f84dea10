import { labelsToConfirm } from '../../../core/printing/confirm-mode.ts'
import { startConfirm } from '../../../core/printing/confirm.ts'
import type { Answer } from '../../../core/session/answer.ts'
import { firstLabelAfter, labelAt, lastLabelId } from '../../store/label.ts'
import type { StationContext } from '../context.ts'

interface Outcome {
  readonly answer: Answer
  readonly labels: number
}

/** Does what queues labels, and has them scanned back where the settings say so. Call it in the transaction of the decision. */
export function confirmAfter<Done extends Outcome>(context: StationContext, work: () => Done): Done {
  const { db, labelRules } = context
  const before = lastLabelId(db)
  const outcome = work()
  const last = lastLabelId(db)
  if (outcome.answer.kind === 'refused' || outcome.labels === 0 || last === before) return outcome
  const first = firstLabelAfter(db, before)
  const kind = labelAt(db, first)?.kind
  const mode = kind === 'unit' || kind === 'lot' ? (labelRules?.confirm[kind] ?? 'off') : 'off'
  const needed = labelsToConfirm(mode, last - first + 1)
  return { ...outcome, answer: startConfirm(outcome.answer, { first, last, needed }) }
}
