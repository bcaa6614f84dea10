import { assertNever } from '../assert.ts'
import type { Reading } from '../barcode/reading.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import { waitingForChoice } from '../session/choose.ts'
import type { Session } from '../session/session.ts'
import type { AskedFor, Asking } from './asking.ts'

/** Something other than a badge while the station waits for one, or for a PIN. Absent where it goes its own way. */
export function scanWhileAsking(session: Session, asking: Asking, reading: Reading): Answer | undefined {
  const isCancel = reading.kind === 'command' && reading.command.kind === 'cancel'
  switch (asking.kind) {
    case 'sign-out':
      return isCancel
        ? accepted({ ...session, asking: null }, 'Still signed in', 'Go on with what is open.', { show: null })
        : undefined
    case 'choice':
      return isCancel
        ? accepted({ ...session, asking: null }, 'Nothing chosen', 'The scan is left. Go on with what is open.')
        : waitingForChoice(asking, reading)
    case 'lead':
      return isCancel
        ? dropped(session, asking.subject)
        : refused(
            'waiting-for-lead',
            'Waiting for a lead',
            `${asking.what} Scan a lead’s badge, or DS:CANCEL to leave it. Nothing else is taken until then.`
          )
    case 'pin':
      if (!isCancel) {
        return refused(
          'waiting-for-pin',
          'Waiting for a PIN',
          `${asking.name}, type your PIN on the screen, or scan DS:CANCEL. Nothing else is taken until then.`
        )
      }
      return asking.approves === null
        ? accepted({ ...session, asking: null }, 'Not signed in', `${asking.name} was not signed in.`, { show: null })
        : dropped(session, asking.approves.subject)
    default:
      return assertNever(asking)
  }
}

/** Nobody gave the word: what was asked for is not done. */
function dropped(session: Session, subject: AskedFor): Answer {
  return accepted({ ...session, asking: null }, 'Not approved', 'Nothing was changed. Go on with what is open.', {
    ...(subject.kind === 'request' ? { effect: { kind: 'request-dropped', request: subject.request } } : {}),
    show: null
  })
}
