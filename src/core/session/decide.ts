import { assertNever } from '../assert.ts'
import { decideOnRun } from '../assembly/run.ts'
import type { CertainReading, Reading } from '../barcode/interpret.ts'
import { refused, type Answer } from './answer.ts'
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
import { decideOnReceipt } from '../receiving/receipt.ts'
import { decideConfirm } from '../printing/confirm.ts'
import { decideResume } from '../printing/resume.ts'
import { decideVoidLabel } from '../printing/void-label.ts'
import type { Session } from './session.ts'

/**
 * What one scan means in one state, and what becomes of it.
 *
 * The same scan in the same state with the same directory always has the same answer, and there always is one. A badge
 * is a badge in every state; what needs a lead becomes a question, and nothing else is taken until it is answered.
 */
export function decide(session: Session, reading: Reading, directory: StationDirectory): Answer {
  const { people, operators } = directory
  const member = memberOf(reading, people)
  if (member) return decideBadge(session, member, directory)
  const waiting = session.asking && scanWhileAsking(session, session.asking, reading)
  if (waiting) return waiting
  if (people.signIn !== 'open' && operators.signedIn === null) {
    return refused(
      'not-signed-in',
      'Nobody is signed in',
      'This station takes nothing before somebody has scanned a badge.'
    )
  }
  const free: Session = { ...session, asking: null }
  return askLead(free, reading, decideReading(free, reading, directory), directory)
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
    ? scanBadge(session, member, directory.people)
    : scanLead(session, lead, member, directory, decideReading)
}

function decideReading(session: Session, reading: Reading, directory: StationDirectory): Answer {
  if (reading.kind !== 'ambiguous') return decideCertain(session, reading, directory)
  const answers = reading.readings.map((each) => decideReading(session, each, directory))
  const usable = answers.filter(({ kind }) => kind === 'accepted')
  const distinct = new Set(usable.map((answer) => JSON.stringify(answer)))
  const [only] = usable
  if (only && distinct.size === 1) return only
  if (usable.length > 1) {
    return refused(
      'ambiguous',
      'Two readings',
      'This code can be read in more than one way here, and the station does not guess. Scan the part number, lot or serial by itself, or type it.',
      'attention'
    )
  }
  return (
    answers.find((answer) => answer.kind === 'refused' && answer.reason !== 'unknown-code') ??
    answers[0] ??
    refused('unreadable', 'Not readable', 'The code says nothing. Scan it again.')
  )
}

function decideCertain(session: Session, reading: CertainReading, directory: StationDirectory): Answer {
  switch (reading.kind) {
    case 'bad-command':
      return refused('bad-command', 'Command not understood', `${reading.reason}. Scan the command sheet again.`)
    case 'unreadable':
      return refused(
        'unreadable',
        'Not readable',
        `${reading.reason}. Scan it again, or type what is printed beside it.`
      )
    case 'command':
    case 'own-label':
    case 'supplier-label':
    case 'gtin':
    case 'text':
      return decideReadable(session, reading, directory)
    default:
      return assertNever(reading)
  }
}

function decideReadable(session: Session, reading: CertainReading, directory: StationDirectory): Answer {
  const ofVoid = reading.kind === 'own-label' ? decideVoidLabel(session, reading.label, directory.printing) : undefined
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
    case 'receipt':
      return decideOnReceipt(session, session.at, reading, directory)
    case 'line':
      return decideOnLine(session, session.at, reading, directory)
    default:
      return assertNever(session.at)
  }
}
