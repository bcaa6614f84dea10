import { instantOf } from '../../../core/clock.ts'
import { LOCK_MS } from '../../../core/operators/pin-lock.ts'
import { endLocksBy } from '../../store/operator.ts'
import type { StationContext } from '../context.ts'

/** No lock outlasts its time from now on, however far the clock was set back. Call it before locks are looked at. */
export function shortenLocks({ db, clock }: Pick<StationContext, 'db' | 'clock'>): void {
  endLocksBy(db, instantOf(clock.now() + LOCK_MS))
}
