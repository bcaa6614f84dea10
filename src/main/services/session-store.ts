import { IDLE, type Session } from '../../core/session/session.ts'
import { placeBeneath } from '../../core/session/place-beneath.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { readSetting, writeSetting } from '../store/setting.ts'

const KEY = 'session'

/**
 * The session that was read last, with its text. A scan asks for it several times, and with a thousand serials in hand to
 * parse it costs more than all else that the scan takes. The text still comes from the store each time, so that what was
 * rolled back, or written elsewhere, is never taken for what is there.
 */
const lastRead = new WeakMap<ReadableDb, { readonly text: string; readonly session: Session }>()

/** What the clerk was in the middle of, as it was after the last answered scan. */
export function readSession(db: ReadableDb): Session {
  const text = readSetting(db, KEY)
  if (text === undefined) return IDLE
  const last = lastRead.get(db)
  if (last?.text === text) return last.session
  const session: Session = { ...IDLE, ...(JSON.parse(text) as Session) }
  lastRead.set(db, { text, session })
  return session
}

/** The same as the screens show it: with the goods in hand, also while their labels are seen to. */
export function readSessionBeneath(db: ReadableDb): Session {
  const session = readSession(db)
  return { ...session, at: placeBeneath(session) }
}

/** Keeps the session; call it in the transaction that answers the scan. */
export function writeSession(db: WritableDb, session: Session): void {
  writeSetting(db, KEY, JSON.stringify(session))
}
