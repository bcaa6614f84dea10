import { instantOf } from '../../../core/clock.ts'
import type { OperatorId, ScanId } from '../../../core/ids.ts'
import { pinLocked } from '../../../core/operators/identify.ts'
import { afterWrongTry, LOCK_MS, lockedUntil, MAX_WRONG_TRIES } from '../../../core/operators/pin-lock.ts'
import { refused, type Answer } from '../../../core/session/answer.ts'
import { decidePin } from '../../../core/session/decide.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { operatorAt, pinOf, setTries, type OperatorRow } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { NO_EFFECTS } from '../scanning/effects.ts'
import { settle } from '../scanning/settle.ts'
import type { AnsweredScan } from '../scanning/take-scan.ts'
import { readSession } from '../session-store.ts'
import { actingContext } from './acting.ts'
import type { LeadRequests } from './lead-requests.ts'
import { shortenLocks } from './shorten-locks.ts'
import { isPin } from './pin-hash.ts'

/** Takes one PIN after the other: two at once would be two tries for one. */
export type PinEntry = (pin: string) => Promise<AnsweredScan>

/**
 * Takes the PIN of whoever's badge was scanned, and does what the badge was scanned for.
 *
 * The PIN is in no journal, no event and no log.
 */
export function createPinEntry(station: StationContext, requests: LeadRequests): PinEntry {
  const context = actingContext(station)
  let last: Promise<unknown> = Promise.resolve()
  return (pin) => {
    const answer = last.then(() => enterPin(context, requests, pin))
    last = answer.catch(() => undefined)
    return answer
  }
}

async function enterPin(context: StationContext, requests: LeadRequests, pin: string): Promise<AnsweredScan> {
  const { db, clock } = context
  transaction(db, () => shortenLocks(context))
  const asked = askedFor(context)
  if (asked === undefined) return answered(context, notAsked())
  const stored = pinOf(db, asked)
  // Locked is said without trying: a try would tell whether the PIN is right.
  const isRight = stored !== undefined && !isLocked(context, asked) && (await isPin(pin, stored))
  const { answer, effects, performed } = transaction(db, () => {
    const session = readSession(db)
    const row = operatorAt(db, asked)
    // While the PIN was checked another badge may have been scanned, or the question cancelled.
    if (askedFor(context) !== asked || row === undefined) {
      return { answer: notAsked(), effects: NO_EFFECTS, performed: undefined }
    }
    const until = lockedUntil(row, clock.now())
    if (until !== null) {
      return { answer: pinLocked(row.name, until, clock.local), effects: NO_EFFECTS, performed: undefined }
    }
    if (!isRight) return { answer: wrong(context, row), effects: NO_EFFECTS, performed: undefined }
    setTries(db, row.id, 0, null)
    const directory = createDirectory(context)
    const member = directory.people.withId(row.id)
    if (!member) return { answer: notAsked(), effects: NO_EFFECTS, performed: undefined }
    return settle(context, session, decidePin(session, member, directory), requests)
  })
  performed?.settle()
  return answered(context, answer, effects)
}

function askedFor({ db }: StationContext): OperatorId | undefined {
  const { asking } = readSession(db)
  return asking?.kind === 'pin' ? asking.operator : undefined
}

function isLocked({ db, clock }: StationContext, id: OperatorId): boolean {
  const row = operatorAt(db, id)
  return row !== undefined && lockedUntil(row, clock.now()) !== null
}

/** Counts a wrong try, and locks after too many. Each is an event of whose PIN it was. */
function wrong(context: StationContext, row: OperatorRow): Answer {
  const { db, clock } = context
  const nowMs = clock.now()
  const tries = afterWrongTry(row, nowMs)
  setTries(db, row.id, tries.wrongTries, tries.lockedUntil)
  append(context, 'pin-wrong', row, { tries: tries.lockedUntil === null ? tries.wrongTries : MAX_WRONG_TRIES })
  if (tries.lockedUntil !== null) {
    append(context, 'pin-locked', row, { until: tries.lockedUntil, minutes: LOCK_MS / 60_000 })
    return pinLocked(row.name, tries.lockedUntil, clock.local)
  }
  const left = MAX_WRONG_TRIES - tries.wrongTries
  return refused(
    'pin-wrong',
    'Wrong PIN',
    `This is not the PIN of ${row.name}. ${left === 1 ? 'One more wrong try locks it' : `${left} more wrong tries lock it`} for ${LOCK_MS / 60_000} minutes.`
  )
}

function append(
  { db, clock, station, operator }: StationContext,
  kind: string,
  { id, name }: OperatorRow,
  data: { readonly [key: string]: string | number }
): void {
  appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [{ kind: 'operator', id }],
    data: { name, ...data }
  })
}

function notAsked(): Answer {
  return refused('pin-wrong', 'No PIN is asked for', 'Scan your badge first, then type the PIN.')
}

/** A PIN is no scan: it has no place in the journal, and is shown as nothing but that one was typed. */
function answered({ clock }: StationContext, answer: Answer, effects = NO_EFFECTS): AnsweredScan {
  const { sound, title, message } = answer
  return {
    answer: {
      scan: 0 as ScanId,
      at: instantOf(clock.now()),
      scanner: 'screen',
      text: 'PIN',
      sound,
      title,
      message,
      show: answer.kind === 'accepted' ? answer.show : null
    },
    effects
  }
}
