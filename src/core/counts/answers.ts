import type { Sound } from '../scan-sound.ts'
import { accepted, type Answer } from '../session/answer.ts'
import type { Session } from '../session/session.ts'
import type { CountStep } from './effect.ts'

/** An accepted scan of a count; the window goes to the counts. */
export function counting(
  session: Session,
  title: string,
  message: string,
  { steps = [], sound = 'accepted' }: { readonly steps?: readonly CountStep[]; readonly sound?: Sound } = {}
): Answer {
  return accepted(session, title, message, {
    sound,
    show: { kind: 'counts' },
    ...(steps.length === 0 ? {} : { effect: { kind: 'count' as const, steps } })
  })
}

/** What the next scan may be at a place. */
export function next(location: string): string {
  return `Scan the next thing at ${location}, another place, or DS:DONE.`
}
