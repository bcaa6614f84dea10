import type { LabelText } from '../barcode/label-text.ts'
import { accepted, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { afterStep, draftOf, type Draft } from './draft.ts'
import { hintsOf } from './hints.ts'
import type { TeachPlace, TeachStep } from './place.ts'
import { nextQuestion } from './question.ts'

/** Teaching goes on from here, with what is asked next. */
export function teachOn(session: Session, at: TeachPlace, draft: Draft, title: string): Answer {
  return accepted({ ...session, at }, title, nextQuestion(draft))
}

/** What is known of the format so far. */
export function draftAt(at: TeachPlace, directory: StationDirectory): Draft {
  return draftOf(at.steps, hintsOf(directory), directory.teaching.today)
}

/** The same after one more step: the labels are not taken apart anew for what is said of a piece. */
export function draftAfter(draft: Draft, step: TeachStep, directory: StationDirectory): Draft {
  return afterStep(draft, step, hintsOf(directory), directory.teaching.today)
}

export function sampleStep(sample: LabelText): TeachStep {
  return { kind: 'sample', sample }
}
