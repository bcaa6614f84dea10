import { transaction } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import { readSession, writeSession } from '../session-store.ts'
import { writeSignOut } from './carry-out.ts'

/**
 * Signs out whoever is signed in, without a badge: by the button, or when the station is closed in good order.
 *
 * Whoever opens it next may be somebody else. After a crash the same person is still there, and stays signed in.
 */
export function signOutNow(context: StationContext): void {
  const { db } = context
  transaction(db, () => {
    const session = readSession(db)
    if (session.operator === null) return
    writeSignOut(context, session.operator)
    writeSession(db, {
      ...session,
      operator: null,
      asking: session.asking?.kind === 'sign-out' ? null : session.asking
    })
  })
}
