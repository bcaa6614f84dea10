import type { Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { BarHabit } from './capture.ts'

/** How the bars of the label at hand are made, as far as the open line knows; absent where nothing tells. */
export function habitOf({ at }: Session): BarHabit | undefined {
  return at.kind === 'line' ? at.steps.findLast(({ bars }) => bars !== undefined)?.bars : undefined
}

/** The same answer, the line now knowing how the bars of its label are made. UNDO of the scan takes it back too. */
export function withHabit(answer: Answer, bars: BarHabit | undefined): Answer {
  if (bars === undefined || answer.kind !== 'accepted') return answer
  const { session } = answer
  if (session.at.kind !== 'line') return answer
  const { at } = session
  const steps = at.steps.map((step, index) => (index === at.steps.length - 1 ? { ...step, bars } : step))
  return { ...answer, session: { ...session, at: { ...at, steps } } }
}
