import type { OrderId, OrderLineId } from '../ids.ts'
import { accepted, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { captureModeOf, captureOf, type CaptureStep } from './capture.ts'
import type { Directory, ReceivingLine } from './directory.ts'
import { unannouncedWords } from './announced.ts'
import { expiredOn } from './expired.ts'
import { nextScan } from './prompt.ts'

export interface AtLine {
  readonly order: OrderId
  readonly line: OrderLineId
  readonly steps: readonly CaptureStep[]
}

/** The line that is being captured, with all that its rules look at. */
export interface OpenLine {
  readonly session: Session
  readonly at: AtLine
  readonly line: ReceivingLine
  readonly directory: StationDirectory
}

/** One scan more on the line. */
export function addStep(open: OpenLine, step: CaptureStep, title: string, message = ''): Answer {
  return withSteps(open, [...open.at.steps, step], title, message)
}

/** The line with these steps, and what to scan next. What is unannounced or expired is said to be. */
export function withSteps(
  open: OpenLine,
  steps: readonly CaptureStep[],
  title: string,
  message: string,
  sound: 'accepted' | 'attention' = 'accepted'
): Answer {
  const { session, at, line, directory } = open
  const problem = numberProblem(line, directory, at.order)
  const expired = expiredOn(directory, line, captureOf(steps))
  const added = steps.length > at.steps.length ? steps.at(-1) : undefined
  const unannounced = added === undefined ? '' : unannouncedWords(directory, line, at.steps, added)
  const isNewlyExpired = expired !== undefined && expired !== expiredOn(directory, line, captureOf(at.steps))
  const news = [unannounced, isNewlyExpired ? `Expired on ${expired}.` : ''].filter(Boolean).join(' ')
  return accepted(
    { ...session, at: { kind: 'line', order: at.order, line: at.line, steps } },
    title,
    [news, message, problem ?? nextScan(line, captureOf(steps))].filter(Boolean).join(' '),
    { sound: problem === undefined && news === '' ? sound : 'attention' }
  )
}

/** Why a part's own numbers cannot be given now, said when the line opens rather than at its end. */
function numberProblem(line: ReceivingLine, directory: Directory, order: OrderId): string | undefined {
  if (captureModeOf(line.part) !== 'serial-generated') return undefined
  const next = directory.nextSerials(line.part, 1, directory.orderAt(order)?.order ?? '')
  return next.ok ? undefined : next.reason
}
