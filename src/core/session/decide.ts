import { assertNever } from '../assert.ts'
import { decideOnRun } from '../assembly/run.ts'
import { isPlaceCommand } from '../barcode/commands.ts'
import { readingsOf } from '../barcode/reading.ts'
import type { CertainReading, PlaceReading, Reading } from '../barcode/reading.ts'
import { settled } from '../barcode/conflicts.ts'
import type { SupplierLabel } from '../barcode/supplier-label.ts'
import { accepted, refused, type Answer } from './answer.ts'
import type { ChoiceOption } from './choice.ts'
import { decideCalibration } from './calibration.ts'
import { askChoice, chosenBy, differ, type Candidate } from './choose.ts'
import type { StationDirectory } from './directory.ts'
import { decideCount } from '../counts/count.ts'
import { decidePutAway } from '../inventory/put-away.ts'
import { memberOf, scanBadge, signIn } from '../operators/identify.ts'
import { approve, askLead, scanLead } from '../operators/lead.ts'
import type { Member } from '../operators/people.ts'
import { scanWhileAsking } from '../operators/waiting.ts'
import { decideHoldScan } from '../quality/hold-by-scan.ts'
import { decideIdle } from './idle.ts'
import { decideOnLine } from '../receiving/line.ts'
import { takeOff } from '../receiving/take-off.ts'
import { decideOnReceipt } from '../receiving/receipt.ts'
import { decideConfirm } from '../printing/confirm.ts'
import { decideResume } from '../printing/resume.ts'
import { decideReturns, startReturns } from '../printing/returns.ts'
import { readTestLabel } from '../printing/test-label.ts'
import { decideVoidLabel } from '../printing/void-label.ts'
import type { Session } from './session.ts'
import { decideTeach } from '../teaching/decide.ts'
import { knownAs } from '../teaching/known-as.ts'
import { offerTeaching } from '../teaching/offer.ts'
import { teach } from '../teaching/start.ts'
import { sayingWarnings } from './label-warnings.ts'
import { decideSingleField } from './single-field.ts'
import { taughtOrText } from './taught-or-text.ts'
import { withHabit } from '../receiving/bar-habit.ts'

/**
 * What one scan means in one state, and what becomes of it.
 *
 * The same scan in the same state with the same directory always has the same answer, and there always is one. A badge
 * is a badge in every state; what needs a lead becomes a question, and nothing else is taken until it is answered.
 */
export function decide(session: Session, reading: Reading, directory: StationDirectory): Answer {
  if (reading.kind === 'calibration') return decideCalibration(session, reading)
  const { people, operators } = directory
  const member = memberOf(reading, people)
  if (member) return decideBadge(session, member, directory)
  const chosen = session.asking?.kind === 'choice' ? chosenBy(session.asking, reading) : undefined
  const waiting = session.asking && !chosen && scanWhileAsking(session, session.asking, reading)
  if (waiting) return waiting
  if (people.signIn !== 'open' && operators.signedIn === null) {
    return refused(
      'not-signed-in',
      'Nobody is signed in',
      'This station takes nothing before somebody has scanned a badge.'
    )
  }
  const free: Session = { ...session, asking: null }
  if (chosen) return decideChosen(free, chosen, directory)
  const answer = offerTeaching(free, reading, decideReading(free, reading, directory))
  return askLead(free, reading, answer, directory)
}

/** The question is over with its answer, also where what was chosen cannot be done any more. */
function decideChosen(session: Session, { reading, bars }: ChoiceOption, directory: StationDirectory): Answer {
  const decided = sayingWarnings(session, decideCertain(session, reading, directory), reading, directory, true)
  const answer = askLead(session, reading, withHabit(decided, bars), directory)
  if (answer.kind === 'accepted') return answer
  return accepted(session, answer.title, answer.message, { sound: answer.sound, show: null })
}

/** What follows once the PIN of the badge that was scanned is known to be right. */
export function decidePin(session: Session, member: Member, directory: StationDirectory): Answer {
  const { asking } = session
  return asking?.kind === 'pin' && asking.approves !== null
    ? approve(session, asking.approves, member, directory, decideReading)
    : signIn(session, member)
}

function decideBadge(session: Session, member: Member, directory: StationDirectory): Answer {
  const { asking } = session
  const lead = asking?.kind === 'pin' ? asking.approves : asking?.kind === 'lead' ? asking : null
  return lead === null
    ? scanBadge(session, member, directory.people, directory.local)
    : scanLead(session, lead, member, directory, decideReading)
}

function decideReading(session: Session, reading: Reading, directory: StationDirectory): Answer {
  if (reading.kind === 'sample') {
    return session.at.kind === 'teach'
      ? decideTeach(session, session.at, reading, directory)
      : decideReading(session, reading.reading, directory)
  }
  if (reading.kind === 'text' && reading.field) {
    return decideSingleField(session, reading.text, reading.field, directory, decideCertain)
  }
  const readings = readingsOf(reading).flatMap((each) => settledHere(session, each))
  const [only, ...others] = readings
  if (only && others.length === 0) {
    return sayingWarnings(session, decideCertain(session, only, directory), only, directory)
  }
  const candidates = readings.map((each) => ({ reading: each, answer: decideCertain(session, each, directory) }))
  const usable = taughtOrText(
    session,
    candidates.filter(({ answer }) => answer.kind === 'accepted'),
    directory
  )
  const [first] = usable
  if (usable.length < candidates.length && usable.every((each) => isDoubtful(each, directory)) && first) {
    return askChoice(session, candidates, directory)
  }
  if (first && differ(usable)) return askChoice(session, usable, directory)
  if (first) return sayingWarnings(session, first.answer, first.reading, directory, usable.length > 1)
  const answers = candidates.map(({ answer }) => answer)
  return (
    answers.find((answer) => answer.kind === 'refused' && answer.reason !== 'unknown-code') ??
    answers[0] ??
    refused('unreadable', 'Not readable', 'The code says nothing. Scan it again.')
  )
}

/** Where goods are received a label that gives two lots is one with either: what is kept must be one. */
function settledHere({ at }: Session, reading: CertainReading): readonly CertainReading[] {
  const isReceiving = at.kind === 'receipt' || at.kind === 'line'
  if (reading.kind !== 'supplier-label' || !isReceiving) return [reading]
  return settled(reading.label).map((label) => ({ kind: 'supplier-label', label }))
}

/** A text that is most likely a label with a fault is taken for nothing else unasked, also where the label is refused. */
function isDoubtful({ reading }: Candidate, directory: StationDirectory): boolean {
  return reading.kind === 'text' && reading.looksLikeLabel === true && knownAs(reading.text, directory) === undefined
}

function decideCertain(session: Session, reading: CertainReading, directory: StationDirectory): Answer {
  switch (reading.kind) {
    case 'bad-command':
      return refused('bad-command', 'Command not understood', `${reading.reason}. Scan the command sheet again.`)
    case 'calibration':
      return decideCalibration(session, reading)
    case 'unreadable':
      return refused(
        'unreadable',
        'Not readable',
        `${reading.reason}. Scan it again, or type what is printed beside it.`
      )
    case 'command': {
      const { command } = reading
      if (session.at.kind === 'teach') return decideTeach(session, session.at, reading, directory)
      if (command.kind === 'off') return takeOff(session, command.serial, directory)
      if (isPlaceCommand(command)) return decideReadable(session, { kind: 'command', command }, directory)
      if (command.kind === 'returns') return startReturns(session, directory)
      if (command.kind === 'test') return readTestLabel(session, command.argument, directory.printing)
      if (command.kind !== 'pick') return teach(session, command, directory)
      if (session.at.kind === 'returns') return decideReturns(session, session.at, reading, directory)
      if (session.at.kind === 'resume') return decideResume(session, session.at, reading, directory)
      return refused('wrong-kind', 'Nothing to choose', 'No scan is open that could mean several things.')
    }
    case 'supplier-label':
      return sayingFormat(decideReadable(session, reading, directory), reading.label)
    case 'own-label':
    case 'gtin':
    case 'text':
      return decideReadable(session, reading, directory)
    default:
      return assertNever(reading)
  }
}

/** Whoever hears a label accepted is told that it was read as somebody has taught it. */
function sayingFormat(answer: Answer, { format }: SupplierLabel): Answer {
  if (format === undefined) return answer
  return { ...answer, message: `${answer.message} Read as ${format}, as it was taught.` }
}

function decideReadable(session: Session, reading: PlaceReading, directory: StationDirectory): Answer {
  const ofVoid = reading.kind === 'own-label' ? decideVoidLabel(session, reading.label, directory) : undefined
  if (ofVoid) return ofVoid
  switch (session.at.kind) {
    case 'idle':
      return decideIdle(session, reading, directory)
    case 'put-away':
      return decidePutAway(session, session.at, reading, directory)
    case 'count':
      return decideCount(session, session.at, reading, directory)
    case 'hold':
      return decideHoldScan(session, session.at, reading, directory)
    case 'run':
      return decideOnRun(session, session.at, reading, directory)
    case 'confirm':
      return decideConfirm(session, session.at, reading, directory)
    case 'resume':
      return decideResume(session, session.at, reading, directory)
    case 'returns':
      return decideReturns(session, session.at, reading, directory)
    case 'receipt':
      return decideOnReceipt(session, session.at, reading, directory)
    case 'line':
      return decideOnLine(session, session.at, reading, directory)
    case 'teach':
      return decideTeach(session, session.at, reading, directory)
    default:
      return assertNever(session.at)
  }
}
