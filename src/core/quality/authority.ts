import type { OperatorDirectory } from '../operators/approval.ts'
import { may } from '../operators/operator.ts'

/**
 * Whether who is at the station may decide on issues: let go of what is held, decide what becomes of it, close. Anybody
 * may raise an issue and hold with it. Where no operator is set up, the person at the station does it in their own name.
 */
export function decidesQuality({ any, signedIn }: OperatorDirectory): boolean {
  return !any || (signedIn !== null && may(signedIn.role, 'decide-quality'))
}

/**
 * Whether a scan of who is at the station takes what is on hold to another place, such as quarantine. A scan is made in
 * passing, so a person of quality must be signed in.
 */
export function movesHeldByScan({ signedIn }: OperatorDirectory): boolean {
  return signedIn !== null && may(signedIn.role, 'decide-quality')
}
