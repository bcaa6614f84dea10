import { refused, type Answer, accepted } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import type { GivenApproval } from './approval.ts'
import type { LeadAsking } from './asking.ts'
import { withPin } from './identify.ts'
import { mayApprove, rolesFor } from './operator.ts'
import type { Member } from './people.ts'
import type { Reading } from '../barcode/reading.ts'

/** How a scan is decided once nobody's identity is in question. */
export type Decide = (session: Session, reading: Reading, directory: StationDirectory) => Answer

const HOW = 'Scan a lead’s badge, or DS:CANCEL.'

/** A refusal that a lead may lift becomes a question, where there is anybody to answer it. */
export function askLead(session: Session, reading: Reading, answer: Answer, directory: StationDirectory): Answer {
  if (answer.kind === 'accepted' || answer.approvable === undefined || !directory.operators.any) return answer
  const asking: LeadAsking = {
    kind: 'lead',
    need: answer.approvable,
    what: `${answer.title}. ${answer.message}`,
    subject: { kind: 'scan', reading }
  }
  return accepted({ ...session, asking }, 'A lead is needed', `${asking.what} ${HOW}`, {
    sound: 'attention',
    show: null
  })
}

/** A badge while a lead is asked for: a lead's lets it pass, once the PIN is right where one is asked for. */
export function scanLead(
  session: Session,
  asking: LeadAsking,
  member: Member,
  directory: StationDirectory,
  decide: Decide
): Answer {
  if (!mayApprove(member.role)) {
    return refused(
      'lead-needed',
      'Not a lead',
      `${member.name} is here as ${member.role}; this takes ${rolesFor('approve')}. ${HOW}`
    )
  }
  return (
    withPin(session, member, asking, directory.people, directory.local) ??
    approve(session, asking, member, directory, decide)
  )
}

/** What was asked for, decided with a lead's word. Whoever is signed in stays so. */
export function approve(
  session: Session,
  { need, what, subject }: LeadAsking,
  { id, name, role }: Member,
  directory: StationDirectory,
  decide: Decide
): Answer {
  const approval: GivenApproval = { need, by: { id, name, role }, what }
  const answered: Session = { ...session, asking: null }
  if (subject.kind === 'request') {
    return {
      ...accepted(answered, `Approved by ${name}`, 'It is done.', {
        effect: { kind: 'request-approved', request: subject.request },
        show: null
      }),
      approval
    }
  }
  const answer = decide(answered, subject.reading, { ...directory, operators: { ...directory.operators, approval } })
  if (answer.kind === 'accepted') {
    return { ...answer, message: `Approved by ${name}. ${answer.message}`, approval }
  }
  if (answer.approvable !== undefined && answer.approvable !== need) {
    return askLead(answered, subject.reading, answer, directory)
  }
  // Something has changed since it was asked for: the question is over, and nothing was done.
  return accepted(answered, answer.title, answer.message, { sound: answer.sound, show: null })
}
