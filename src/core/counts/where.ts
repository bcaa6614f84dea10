import { unknownPlace } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { counting, next } from './answers.ts'
import type { OpenCount } from './directory.ts'
import type { CountStep } from './effect.ts'
import type { PendingCount } from './place.ts'

/**
 * Counting goes on at a place of the count, or at one that joins it. The place that is left is finished.
 *
 * @param before what is written first, such as a pile that was not counted yet
 */
export function goToPlace(
  session: Session,
  count: OpenCount,
  from: string | null,
  code: string,
  looksAgain: boolean,
  directory: StationDirectory,
  before: readonly CountStep[] = []
): Answer {
  if (!directory.location(code)) return unknownPlace(code)
  const open = directory.counts.at(code)
  if (open && open.id !== count.id) {
    const by = open.places.find(({ location }) => location === code)?.operator ?? ''
    return refused(
      'being-counted',
      'Counted elsewhere',
      `${by} counts ${code} in ${open.count}, and a place is in one count at a time. DS:HOME, DS:COUNT and ${code} go on there.`,
      'attention'
    )
  }
  if (code === from && !looksAgain) {
    return refused('already-there', 'There already', `${code} is being counted. ${next(code)}`, 'duplicate')
  }
  const known = open?.places.find(({ location }) => location === code)
  const steps: CountStep[] = [...before]
  if (from !== null && from !== code) steps.push({ kind: 'finish-place', count: count.id, location: from })
  steps.push({ kind: 'go-to', count: count.id, location: code, looksAgain })
  const counted = known ? directory.counts.entries(count.id, code) : 0
  const words = counted === 0 ? '' : ` ${counted} counted there so far, begun by ${known?.operator ?? ''}.`
  return counting(atPlace(session, code), `Count ${code}`, `${count.count} goes on.${words} Scan what is at ${code}.`, {
    steps
  })
}

/** Leaves the count open and goes home. */
export function leave(session: Session, count: OpenCount | undefined, pending: PendingCount | null = null): Answer {
  const dropped = pending === null ? '' : `${pending.name} is not counted. `
  const open = count === undefined ? '' : `${count.count} stays open: DS:COUNT and its place go on with it. `
  return accepted({ ...session, at: { kind: 'idle' } }, 'Ready', `${dropped}${open}Scan an order number or a place.`)
}

/** A session that counts at a place. */
export function atPlace(session: Session, location: string): Session {
  return { ...session, at: { kind: 'count', location, joined: null, pending: null, review: false } }
}
