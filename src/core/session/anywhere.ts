import { accepted, refused, type Answer } from './answer.ts'
import type { Directory } from '../receiving/directory.ts'
import type { Session } from './session.ts'

/** A place becomes the put-away place, in whatever state. */
export function putAwayAt(session: Session, code: string, directory: Directory): Answer {
  if (!directory.location(code)) return unknownPlace(code)
  return accepted(
    { ...session, location: code },
    `Put away at ${code}`,
    'What is received from now on goes there, until another place is scanned.'
  )
}

export function unknownPlace(code: string): Answer {
  return refused(
    'unknown-code',
    'Unknown place',
    `There is no place ${code}. Scan a place that exists, or have it added first.`
  )
}

export function notWhileReceiving(what: string): Answer {
  return refused(
    'finish-first',
    'Finish first',
    `${what} has to wait: close this receipt with DS:DONE, or leave it with DS:CANCEL.`
  )
}

/** Reprints are decisions with a reason, and a scan carries none. */
export function reprintNeedsReason(): Answer {
  return refused(
    'not-available',
    'A reprint needs a reason',
    'Open Labels, choose the label and say why it is printed again.'
  )
}
