import { assertNever } from '../assert.ts'
import type { Command } from '../barcode/commands.ts'
import type { CertainReading, SampleReading } from '../barcode/reading.ts'
import { startResume } from '../printing/resume.ts'
import { startReturns } from '../printing/returns.ts'
import { readTestLabel } from '../printing/test-label.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import type { Draft } from './draft.ts'
import { finishTeaching } from './finish.ts'
import { MEANING_TITLES, PICK_NOTHING, PICK_OTHER_WAY, PICKED_MEANINGS } from './meaning.ts'
import type { TeachPlace, TeachStep } from './place.ts'
import { nextQuestion } from './question.ts'
import { sampleRefusal } from './sample.ts'
import { startTeaching } from './start.ts'
import { draftAfter, draftAt, sampleStep, teachOn } from './teach-on.ts'
import { unreadableAs } from './unreadable-piece.ts'
import { areSameWay } from './ways.ts'

/** A label is being taught: scans are samples of it, commands say what its pieces are. */
export function decideTeach(
  session: Session,
  at: TeachPlace,
  reading: CertainReading | SampleReading,
  directory: StationDirectory
): Answer {
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, at, reading.command, directory)
    case 'sample': {
      const refusal = sampleRefusal(reading.sample, at, directory)
      if (refusal) return refusal
      return addStep(session, at, draftAt(at, directory), sampleStep(reading.sample), directory, 'Sample taken')
    }
    case 'own-label':
      return refused('own-label', 'That is our own label', 'Scan the supplier’s label of the goods, or DS:CANCEL.')
    default:
      return refused('wrong-kind', 'No sample', 'Scan the supplier’s label of the goods, or DS:CANCEL.')
  }
}

function decideCommand(session: Session, at: TeachPlace, command: Command, directory: StationDirectory): Answer {
  const draft = draftAt(at, directory)
  switch (command.kind) {
    case 'done':
      return finishTeaching(session, at, draft, directory)
    case 'undo':
      return undo(session, at, directory)
    case 'cancel':
    case 'home':
      return accepted({ ...session, at: at.receiving }, 'Not taught', 'Nothing was kept of the label. Go on receiving.')
    case 'pick':
      return pick(session, at, draft, command.number, directory)
    case 'teach':
      if (command.format === null) return takeApartNext(session, at, draft, directory)
      return at.steps.length === 0
        ? startTeaching(session, at.receiving, command.format, directory)
        : refused('finish-first', 'Finish first', 'A label is being taught. DS:DONE keeps it, DS:CANCEL leaves it.')
    case 'way':
      return draft.ways[command.number - 1] === undefined
        ? refused('wrong-kind', 'No such way', nextQuestion(draft))
        : addStep(session, at, draft, { kind: 'way', way: command.number - 1 }, directory, 'Taken apart in another way')
    case 'piece':
      return draft.uses[command.number - 1] === undefined
        ? refused('wrong-kind', 'No such piece', nextQuestion(draft))
        : addStep(
            session,
            at,
            draft,
            { kind: 'piece', piece: command.number - 1 },
            directory,
            `Piece ${command.number}`
          )
    case 'cut':
      return draft.way?.kind === 'columns' && command.number < (draft.samples[0]?.text.length ?? 0)
        ? addStep(session, at, draft, { kind: 'cut', before: command.number }, directory, 'Cut')
        : refused('wrong-kind', 'No cut there', 'Only a label that is taken apart by its places is cut by hand.')
    case 'resume':
      return startResume(session, directory)
    case 'returns':
      return startReturns(session, directory)
    case 'test':
      return readTestLabel(session, command.argument, directory.printing)
    case 'generate':
    case 'off':
    case 'quantity':
    case 'location':
    case 'order':
    case 'run':
    case 'count':
    case 'hold':
    case 'reprint':
      return refused('finish-first', 'Finish first', 'A label is being taught. DS:DONE keeps it, DS:CANCEL leaves it.')
    default:
      return assertNever(command)
  }
}

function pick(session: Session, at: TeachPlace, draft: Draft, number: number, directory: StationDirectory): Answer {
  if (number === PICK_OTHER_WAY) {
    return (draft.uses[draft.last]?.variants.length ?? 0) < 2
      ? refused('wrong-kind', 'No other way', `${nextQuestion(draft)} The piece before can be read in one way only.`)
      : addStep(session, at, draft, { kind: 'other-way' }, directory, 'Read in another way')
  }
  const asked = draft.uses[draft.at]
  if (asked === undefined) return refused('wrong-kind', 'Nothing is asked', nextQuestion(draft))
  const meaning = number === PICK_NOTHING ? 'nothing' : PICKED_MEANINGS[number - 1]
  if (meaning === undefined) return refused('wrong-kind', 'No such choice', nextQuestion(draft))
  const use = draftAfter(draft, { kind: 'meaning', meaning }, directory).uses[draft.at]
  if (use === undefined || use.variants.length === 0) {
    return unreadableAs(meaning, asked.piece, nextQuestion(draft))
  }
  return addStep(session, at, draft, { kind: 'meaning', meaning }, directory, MEANING_TITLES[meaning])
}

function takeApartNext(session: Session, at: TeachPlace, draft: Draft, directory: StationDirectory): Answer {
  const { ways, way } = draft
  if (ways.length < 2) {
    return refused('wrong-kind', 'No other way', `${nextQuestion(draft)} The label can be taken apart in one way only.`)
  }
  const current = ways.findIndex((each) => way !== undefined && areSameWay(each, way))
  const step: TeachStep = { kind: 'way', way: (current + 1) % ways.length }
  return addStep(session, at, draft, step, directory, 'Taken apart in another way')
}

function undo(session: Session, place: TeachPlace, directory: StationDirectory): Answer {
  if (place.steps.length === 0) {
    return refused('nothing-to-undo', 'Nothing to take back', 'Scan a label of the supplier, or DS:CANCEL.')
  }
  const at: TeachPlace = { ...place, steps: place.steps.slice(0, -1) }
  return teachOn(session, at, draftAt(at, directory), 'Taken back')
}

function addStep(
  session: Session,
  at: TeachPlace,
  draft: Draft,
  step: TeachStep,
  directory: StationDirectory,
  title: string
): Answer {
  // A warning is of the format as it was.
  const steps = [...at.steps.filter(({ kind }) => kind !== 'warned'), step]
  return teachOn(session, { ...at, steps }, draftAfter(draft, step, directory), title)
}
