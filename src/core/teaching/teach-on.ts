import type { LabelText } from '../barcode/label-text.ts'
import { accepted, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { draftOf, type Draft } from './draft.ts'
import { hintsOf } from './hints.ts'
import type { TeachPlace, TeachStep } from './place.ts'
import { nextQuestion } from './question.ts'

/** Teaching goes on from here, with what is asked next. */
export function teachOn(session: Session, at: TeachPlace, directory: StationDirectory, title: string): Answer {
  return accepted({ ...session, at }, title, nextQuestion(draftAt(at, directory)))
}

/** What is known of the format so far. */
export function draftAt(at: TeachPlace, directory: StationDirectory): Draft {
  return draftOf(at.steps, hintsOf(directory), directory.teaching.today)
}

export function sampleStep(sample: LabelText): TeachStep {
  return { kind: 'sample', sample }
}
