import { transaction } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import { readSession, writeSession } from '../session-store.ts'

/** Scans no longer go to what is put on hold: somebody finished or left it in the window. */
export function leaveHoldByScan({ db }: Pick<StationContext, 'db'>): void {
  transaction(db, () => {
    const session = readSession(db)
    if (session.at.kind === 'hold') writeSession(db, { ...session, at: { kind: 'idle' } })
  })
}
