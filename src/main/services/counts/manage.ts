import { instantOf } from '../../../core/clock.ts'
import { IDLE } from '../../../core/session/session.ts'
import type { CountEntryId, CountId } from '../../../core/ids.ts'
import { saysWhy } from '../../../core/reason.ts'
import { isApproved } from '../../../core/operators/approval.ts'
import type { CountRequestAnswer } from '../../../ipc/counts-views.ts'
import {
  countAt,
  deleteEntry,
  endCount,
  entryAt,
  placesOf,
  setCountBlind,
  setCountReason,
  type CountRow
} from '../../store/count.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { readSession, writeSession } from '../session-store.ts'
import { setBlindByDefault } from './blind.ts'
import { leavePlaceOut } from './carry-out.ts'

const DONE: CountRequestAnswer = { kind: 'done' }

/** Throws an open count away: stock stays as it is, and the count stays in the history with the reason. */
export function cancelCount(context: StationContext, id: CountId, reason: string): CountRequestAnswer {
  return onOpenCount(context, id, (count) => {
    const why = reason.trim()
    if (!saysWhy(why)) return refusal('Say why the count is thrown away: the reason is kept with it.')
    if (!isApproved(createDirectory(context).operators, 'post-count')) {
      return refusal('A lead throws a count away. Ask a lead to sign in, or leave the count open.')
    }
    const { db } = context
    const seq = append(context, 'count-cancelled', count, { reason: why })
    leaveSession(context, count)
    endCount(db, id, 'cancelled', why, seq)
    return DONE
  })
}

/** Whether an open count is blind, or those that begin from now on. */
export function setBlind(context: StationContext, id: CountId | null, blind: boolean): CountRequestAnswer {
  const { db } = context
  if (id === null) {
    return transaction(db, () => {
      setBlindByDefault(db, blind)
      return DONE
    })
  }
  return onOpenCount(context, id, (count) => {
    if ((count.blind === 1) === blind) return DONE
    setCountBlind(db, id, blind)
    append(context, 'count-changed', count, { blind })
    return DONE
  })
}

/** Why the adjustments of a count will be made. */
export function setReason(context: StationContext, id: CountId, reason: string): CountRequestAnswer {
  return onOpenCount(context, id, () => {
    setCountReason(context.db, id, reason.trim())
    return DONE
  })
}

/** Takes one thing that was counted out of its open count. */
export function takeBack(context: StationContext, id: CountEntryId): CountRequestAnswer {
  const { db } = context
  return transaction(db, () => {
    const entry = entryAt(db, id)
    if (!entry || countAt(db, entry.count)?.state !== 'open') {
      return refusal('It is not counted any more: somebody took it back, or the count is over.')
    }
    deleteEntry(db, id)
    return DONE
  })
}

/** Takes a place out of an open count. */
export function removePlace(context: StationContext, id: CountId, location: string): CountRequestAnswer {
  return onOpenCount(context, id, (count) => {
    const { db } = context
    if (!placesOf(db, id).some((place) => place.location === location)) {
      return refusal(`${location} is not in ${count.count} any more.`)
    }
    leavePlaceOut(context, id, location)
    const session = readSession(db)
    if (session.at.kind === 'count' && session.at.location === location) {
      writeSession(db, {
        ...session,
        at: { kind: 'count', location: null, joined: count.count, pending: null, review: false }
      })
    }
    return DONE
  })
}

/** Whoever was counting in it finds the station ready for something else. */
function leaveSession({ db }: StationContext, count: CountRow): void {
  const session = readSession(db)
  if (session.at.kind !== 'count') return
  const { location, joined } = session.at
  const isIn = location === null ? joined === count.count : placesOf(db, count.id).some((p) => p.location === location)
  if (isIn) writeSession(db, { ...session, at: IDLE.at })
}

function onOpenCount(
  { db }: StationContext,
  id: CountId,
  change: (count: CountRow) => CountRequestAnswer
): CountRequestAnswer {
  return transaction(db, () => {
    const count = countAt(db, id)
    if (count?.state !== 'open') return refusal('This count is over: it was posted or thrown away.')
    return change(count)
  })
}

function append(
  { db, clock, operator, station }: StationContext,
  kind: string,
  { id, count }: CountRow,
  data: { readonly [key: string]: string | boolean }
) {
  return appendEvent(db, {
    kind,
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: [{ kind: 'count', id }],
    data: { count, ...data }
  })
}

function refusal(message: string): CountRequestAnswer {
  return { kind: 'refused', message }
}
