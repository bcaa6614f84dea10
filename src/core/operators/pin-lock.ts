import { instantOf, type Instant } from '../clock.ts'

/** So many wrong PINs in a row lock the badge. */
export const MAX_WRONG_TRIES = 5

/** For so long, in milliseconds: 5 minutes make all 10,000 PINs of four digits a week's work, and a slip a short wait. */
export const LOCK_MS = 5 * 60_000

/** The wrong tries of a badge since the last right one or the last lock. */
export interface Tries {
  readonly wrongTries: number
  readonly lockedUntil: Instant | null
}

export const NO_TRIES: Tries = { wrongTries: 0, lockedUntil: null }

/**
 * Until when a badge is locked, seen at a moment; null where it is not.
 *
 * A lock never lasts longer than {@link LOCK_MS} from the moment at which it is looked at, and the store is brought to
 * that: were the clock set back by a day meanwhile, it would else end a day late. Setting it back ends no lock either.
 */
export function lockedUntil(tries: Tries, nowMs: number): Instant | null {
  if (tries.lockedUntil === null) return null
  const endsMs = Math.min(Date.parse(tries.lockedUntil), nowMs + LOCK_MS)
  return endsMs > nowMs ? instantOf(endsMs) : null
}

/** The tries after one more wrong one. */
export function afterWrongTry({ wrongTries }: Tries, nowMs: number): Tries {
  return wrongTries + 1 < MAX_WRONG_TRIES
    ? { wrongTries: wrongTries + 1, lockedUntil: null }
    : { wrongTries: 0, lockedUntil: instantOf(nowMs + LOCK_MS) }
}
