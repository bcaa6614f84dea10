import { accepted, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'

/** A printer's test label, wherever the clerk is: nothing changes, and it is said that it can be read. */
export function readTestLabel(session: Session, printer: string): Answer {
  return accepted(
    session,
    `Test label of ${printer} read`,
    'The printer and this scanner understand each other. Throw the test label away and go on.',
    { show: null }
  )
}
