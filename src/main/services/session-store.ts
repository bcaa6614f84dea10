import { IDLE, type Session } from '../../core/session/session.ts'
import { placeBeneath } from '../../core/session/place-beneath.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { readSetting, writeSetting } from '../store/setting.ts'

const KEY = 'session'

/** What the clerk was in the middle of, as it was after the last answered scan. */
export function readSession(db: ReadableDb): Session {
  const text = readSetting(db, KEY)
  return text === undefined ? IDLE : { ...IDLE, ...(JSON.parse(text) as Session) }
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
