import type { Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { BarHabit, TaughtHabit } from './capture.ts'

/** How the bars of the label at hand are made, as far as the open line knows; absent where nothing tells. */
export function habitOf({ at }: Session): BarHabit | undefined {
  return at.kind === 'line' ? at.steps.flatMap(({ bars }) => (isOfTaught(bars) ? [] : (bars ?? []))).at(-1) : undefined
}

/** What was said on the open line of codes that a taught format reads as well; absent where nothing was. */
export function taughtHabitOf({ at }: Session): TaughtHabit | undefined {
  return at.kind === 'line' ? at.steps.flatMap(({ bars }) => (isOfTaught(bars) ? bars : [])).at(-1) : undefined
}

function isOfTaught(bars: BarHabit | TaughtHabit | undefined): bars is TaughtHabit {
  return bars === 'as-taught' || bars === 'as-it-stands'
}

/** The same answer, the line now knowing how the bars of its label are made. UNDO of the scan takes it back too. */
export function withHabit(answer: Answer, bars: BarHabit | TaughtHabit | undefined): Answer {
  if (bars === undefined || answer.kind !== 'accepted') return answer
  const { session } = answer
  if (session.at.kind !== 'line') return answer
  const { at } = session
  const steps = at.steps.map((step, index) => (index === at.steps.length - 1 ? { ...step, bars } : step))
  return { ...answer, session: { ...session, at: { ...at, steps } } }
}
