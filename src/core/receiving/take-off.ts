import { refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import { captureOf, type Capture } from './capture.ts'
import { withSteps } from './line-steps.ts'

/**
 * Takes one unit off the open line, with all that its scan said, and leaves what other scans said.
 *
 * Where that scan alone had named the lot or the expiry, the line has none any more, and that is said: they may have been
 * those of the wrong unit.
 */
export function takeOff(session: Session, serial: string, directory: StationDirectory): Answer {
  const { at } = session
  const line = at.kind === 'line' ? directory.line(at.line) : undefined
  if (at.kind !== 'line' || !line) {
    return refused(
      'nothing-to-undo',
      'No line is open',
      `${shown(serial)} is on no open line. What was received already is taken back in What was received.`
    )
  }
  const index = at.steps.findIndex((step) => step.serial === serial)
  if (index < 0) {
    return refused('nothing-to-undo', 'Not on the line', `${shown(serial)} is not among the units on this line.`)
  }
  // The first step is the one that opened the line, and stays as if the part's number had opened it.
  const steps = index === 0 ? [{}, ...at.steps.slice(1)] : at.steps.filter((_, each) => each !== index)
  const lost = whatWasLost(captureOf(at.steps), captureOf(steps))
  const also =
    lost === '' ? '' : ` So ${lost}, which its label alone had said: scan a label of the others, if that is theirs.`
  return withSteps(
    { session, at, line, directory },
    steps,
    'Taken off',
    `${shown(serial)} is off the line.${also}`,
    lost === '' ? 'accepted' : 'attention'
  )
}

/** `is lot L1`, `are lot L1 and the expiry 2027-12-31`. */
function whatWasLost(before: Capture, after: Capture): string {
  const lot = before.lot ?? before.supplierLot
  const lost = [
    ...(lot !== null && (after.lot ?? after.supplierLot) === null ? [`lot ${shown(lot)}`] : []),
    ...(before.expiry !== null && after.expiry === null ? [`the expiry ${before.expiry}`] : [])
  ]
  return lost.length === 0 ? '' : `${lost.length === 1 ? 'is' : 'are'} ${lost.join(' and ')}`
}
